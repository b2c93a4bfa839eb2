"""Clauses as people write them (章条的写法): 第5.1条, 5．1 表2, 附录A, Annex B, 前言."""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from guiju.core.forms.readers.heads import key_of, words

_NUMBER = re.compile(r"第?\s*(?P<number>\d{1,3}(?:\.\d{1,3})*)\.?(?!\d|\s*[行页段])\s*[章条款节]?")
_ANNEX = re.compile(r"(?P<annex>(?:附\s*录|annex|appendix)\s*[a-z](?:\.\d{1,3})*)(?![a-z\d])", re.I)
_IN_ANNEX = re.compile(r"(?P<annex>[A-Z](?:\.\d{1,3})+)(?!\d)")
_LED = re.compile(r"(?:clause|subclause|section|条款|章条)\s*(?=\d)", re.I)
_PLACE = re.compile(
    r"(?:表|图|公式|式|注|示例|脚注|第\s*\d+\s*[段行页]|table|figure|fig\.|formula|note|example"
    r"|paragraph|para|line|page|p\.)\s*\S*",
    re.I,
)
_BETWEEN = " \t\n\u3000"


class Clause(NamedTuple):
    """A clause, where in it, and whether it is written as clauses are."""

    clause: str
    place: str
    known: bool


def clause_of(written: str) -> Clause:
    """Nothing of what is written is lost: what is no clause is the place, or the clause unknown."""
    text = unicodedata.normalize("NFKC", written).strip()
    if not text or key_of(text) in _named("none"):
        return Clause("", "", known=True)
    bare = _LED.sub("", text, count=1) if _LED.match(text) else text
    for pattern, name in ((_NUMBER, "number"), (_ANNEX, "annex"), (_IN_ANNEX, "annex")):
        if found := pattern.match(bare):
            clause = " ".join(found[name].split())
            return Clause(clause, bare[found.end() :].strip(_BETWEEN), known=True)
    first, _, rest = text.partition(" ")
    if key_of(text) in _named("places"):
        return Clause(text, "", known=True)
    if key_of(first) in _named("places"):
        return Clause(first, rest.strip(_BETWEEN), known=True)
    if _PLACE.match(text):
        return Clause("", text, known=True)
    return Clause(text, "", known=False)


def clause_key(clause: str) -> str:
    """By which a clause is found in a draft: 附录A and Annex A are one."""
    return re.sub(r"^(?:附录|annex|appendix)", "", key_of(clause))


@cache
def _named(which: str) -> frozenset[str]:
    return frozenset(key_of(one) or one for one in words()[which])
