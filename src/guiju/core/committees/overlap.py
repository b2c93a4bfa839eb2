"""Do the scopes of committees overlap (业务范围交叉)? By codes, standards in care, and words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from guiju.core.committees.files import table
from guiju.core.errors import Bilingual

_CHINESE = re.compile(r"[\u3400-\u9fff]+")
_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What a committee is for (业务范围)."""

    key: str
    ics: frozenset[str] = frozenset()
    ccs: frozenset[str] = frozenset()
    text: str = ""
    standards: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Overlap:
    """How much of a scope another one shares, out of 100, and why."""

    key: str
    score: int
    reasons: tuple[Bilingual, ...]


def overlaps(one: Scope, others: Iterable[Scope]) -> tuple[Overlap, ...]:
    """The committees whose scope meets this one's, the most first."""
    found = (_overlap(one, other) for other in others if other.key != one.key)
    return tuple(
        sorted((at for at in found if at.reasons), key=lambda at: (-at.score, at.key))
    )  # fmt: skip


def _overlap(one: Scope, other: Scope) -> Overlap:
    file = table("overlap")
    weights, reasons, score = file["weights"], [], 0.0
    codes = _shared_codes(one.ics, other.ics, file["ics_parts"]) | _prefixed(one.ccs, other.ccs)
    if codes:
        least = min(len(one.ics) + len(one.ccs), len(other.ics) + len(other.ccs))
        score += weights["codes"] * min(1.0, len(codes) / least)
        reasons.append(_said("分类号相同或者包含", "classes in common", codes))
    if standards := one.standards & other.standards:
        score += (
            weights["standards"] * len(standards) / min(len(one.standards), len(other.standards))
        )
        reasons.append(_said("共同归口的标准", "standards in the care of both", standards))
    mine, theirs = shingles(one.text), shingles(other.text)
    words = mine & theirs
    share = len(words) / min(len(mine), len(theirs)) if words else 0.0
    if share >= file["words_from"]:
        score += weights["words"] * share
        reasons.append(_said("范围表述中相同的词", "words of the scope in common", words))
    return Overlap(other.key, round(score), tuple(reasons))


def shingles(text: str) -> frozenset[str]:
    """Pairs of neighbouring Chinese characters, without the words that all scopes use.

    >>> sorted(shingles("负责大米标准化"))
    ['大米']
    """
    for word in table("overlap")["common"]:
        text = text.replace(word, " ")
    runs = _CHINESE.findall(text)
    return frozenset(run[at : at + 2] for run in runs for at in range(len(run) - 1))


def _shared_codes(mine: frozenset[str], theirs: frozenset[str], least: int) -> frozenset[str]:
    """The narrower code of each pair of which one holds the other: 67.060 holds 67.060.10."""
    found = set()
    for one, other in ((one.split("."), other.split(".")) for one in mine for other in theirs):
        short, long = sorted((one, other), key=len)
        if len(short) >= least and long[: len(short)] == short:
            found.add(".".join(long))
    return frozenset(found)


def _prefixed(mine: frozenset[str], theirs: frozenset[str]) -> frozenset[str]:
    """CCS: B holds B22."""
    return frozenset(
        one if len(one) > len(other) else other
        for one in mine
        for other in theirs
        if one and other and (one.startswith(other) or other.startswith(one))
    )


def _said(zh: str, en: str, what: frozenset[str]) -> Bilingual:
    few = sorted(what)[:_SHOWN]
    more = ("……", " …") if len(what) > _SHOWN else ("", "")
    return Bilingual(
        f"{zh}（{len(what)}）：{'、'.join(few)}{more[0]}",
        f"{en} ({len(what)}): {', '.join(few)}{more[1]}",
    )
