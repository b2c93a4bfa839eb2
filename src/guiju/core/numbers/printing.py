"""Numbers in writing (书写编号): the key, the printed form, a name for files, the URN."""

import re

from guiju.core.numbers import chinese, committees, international, plans
from guiju.core.numbers.model import Number, Supplement

_CHINESE = frozenset(
    {"national", "industry", "local_province", "local_city", "group", "enterprise"}
)
_OTHER_KINDS = {"committee": committees.canonical, "plan": plans.canonical}
_UNSAFE = re.compile(r"[^\w.()+-]+")


def canonical(number: Number) -> str:
    """The normal form, with ASCII dashes. A double or joint number has that of its first.

    parse(canonical(n)) == n, less `adopts` and `joint`.
    """
    if print_other := _OTHER_KINDS.get(number.kind):
        return print_other(number)
    if number.level in _CHINESE:
        return chinese.canonical(number)
    return international.canonical(number)


def key(number: Number) -> str:
    """One text for one value: canonical, whatever the typography in which it was written."""
    return international.key(number) if is_international(number) else canonical(number)


def display(number: Number) -> str:
    """As printed, with all numbers that the document bears; parse(display(n)) == n.

    `GB/T 19001—2016/ISO 9001:2015`
    """
    if number.kind in _OTHER_KINDS:
        return canonical(number)
    if number.level not in _CHINESE:
        return international.display(number)
    beside = (display(one) for one in (*number.joint, *number.adopts))
    return "/".join((chinese.display(number), *beside))


def file_safe(number: Number) -> str:
    """The key as the name of a file: `GB_T_1.1-2020`."""
    return _UNSAFE.sub("_", key(number).replace(":", "-")).strip("_")


def urn(number: Number) -> str:
    """The URN that ISO or IEC define for the number; "" where there is none."""
    return international.urn(number) if is_international(number) else ""


def amendment(number: Number, one: Supplement) -> str:
    """A supplement alone: `XG1-2021`, `Amd 1:2024`, `CD Cor 2`."""
    if number.level in _CHINESE:
        return chinese.supplement(one)
    words = " ".join(word for word in (one.stage, one.kind, one.number) if word)
    text = f"{words}.{one.iteration}" if one.iteration else words
    return f"{text}:{one.year}" if one.year else text


def is_international(number: Number) -> bool:
    """Whether the number is of an international, regional or foreign standard."""
    return number.kind not in _OTHER_KINDS and number.level not in _CHINESE
