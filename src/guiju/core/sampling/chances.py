"""Risks of a plan (接收概率与风险): the operating characteristic, and quality for a given chance.

Chances are estimates that no verdict depends on: floats serve.
"""

from math import exp, lgamma, log, log1p

from guiju.core.sampling.plans import Counted

_STEPS = 200


def binomial(size: int, accept: int, share: float) -> float:
    """The chance of at most `accept` nonconforming items in a sample of a large lot."""
    if share <= 0 or accept >= size:
        return 1.0
    if share >= 1:
        return 0.0
    good, bad, all_ways = log1p(-share), log(share), lgamma(size + 1)
    return min(
        1.0,
        sum(
            exp(all_ways - lgamma(k + 1) - lgamma(size - k + 1) + k * bad + (size - k) * good)
            for k in range(accept + 1)
        ),
    )


def poisson(mean: float, accept: int) -> float:
    """The chance of at most `accept` nonconformities where `mean` are expected."""
    if mean <= 0:
        return 1.0
    return min(1.0, sum(exp(k * log(mean) - mean - lgamma(k + 1)) for k in range(accept + 1)))


def hypergeometric(lot: int, bad: int, size: int, accept: int) -> float:
    """The chance of at most `accept` nonconforming items, `bad` being in a lot of so many."""

    def ways(of: int, take: int) -> float:
        return lgamma(of + 1) - lgamma(take + 1) - lgamma(of - take + 1)

    first, last = max(0, size - (lot - bad)), min(accept, bad, size)
    every = ways(lot, size)
    return min(
        1.0,
        sum(exp(ways(bad, k) + ways(lot - bad, size - k) - every) for k in range(first, last + 1)),
    )


def acceptance(size: int, accept: int, quality: float, counted: Counted = "percent") -> float:
    """The chance to accept a lot of this quality, in percent or nonconformities of 100 items."""
    if counted == "percent":
        return binomial(size, accept, quality / 100)
    return poisson(size * quality / 100, accept)


def quality_at(size: int, accept: int, chance: float, counted: Counted = "percent") -> float:
    """The quality that is accepted with this chance: 0.10 gives the consumer's risk quality."""
    low, high = 0.0, 100.0
    while counted == "per_100" and acceptance(size, accept, high, counted) > chance:
        high *= 2
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if acceptance(size, accept, middle, counted) > chance:
            low = middle
        else:
            high = middle
    return high
