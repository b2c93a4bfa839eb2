"""Technical differences of an adoption by clause (技术差异)."""

import re
from collections import Counter
from functools import cache
from typing import Any

from guiju.core.codes.tables import read_table
from guiju.core.compare.documents.adoption_model import TechnicalDifference, TechnicalKind
from guiju.core.compare.documents.aligning import Aligned, Row
from guiju.core.compare.documents.flat import Clause, table_text
from guiju.core.compare.documents.links import ops_of
from guiju.core.compare.documents.model import TextOp
from guiju.core.compare.documents.pointers import pointers
from guiju.core.compare.documents.tables import table_changes
from guiju.core.compare.documents.translated import figures
from guiju.core.compare.documents.words import bare
from guiju.core.documents.model import Text
from guiju.core.drafting.provisions import classify
from guiju.core.drafting.sentences import sentences
from guiju.core.numbers import find, work_key

_DECIMAL = re.compile(r"(?<=\d),(?=\d)")
# Kinds whose number in a clause a translation keeps.
_BINDING = ("requirement", "recommendation", "permission")


def technical_differences(
    found: Aligned, *, translated: bool, rules: dict[str, Any]
) -> tuple[TechnicalDifference, ...]:
    """In the order of the national standard; what is missing there comes last.

    Clauses of references are left to the list of references.
    """
    changes = _translated(found) if translated else _same_language(found, rules)
    return tuple(one for one in changes if _counts(found, one, rules))


def _counts(found: Aligned, one: TechnicalDifference, rules: dict[str, Any]) -> bool:
    skipped = {*rules["not_compared"], "normative-references"}
    for side, address in ((found.b, one.national), (found.a, one.international)):
        clause = next((its for its in side.clauses if its.address == address), None)
        while clause is not None:
            if clause.kind in skipped or clause.label in rules["national_annexes"]:
                return False
            clause = side.clauses[clause.parent] if clause.parent >= 0 else None
    return True


def _same_language(found: Aligned, rules: dict[str, Any]) -> list[TechnicalDifference]:
    known = pointers(found)
    answer = []
    for row in found.rows:
        ours, theirs = (
            [side.clauses[at] for at in own] for side, own in ((found.b, row.b), (found.a, row.a))
        )
        if not ours or not theirs:
            kind: TechnicalKind = "added" if ours else "removed"
            if (ours or theirs)[0].text:
                answer.append(_made(kind, ours, theirs, ()))
            continue
        text = "".join(one.text for one in theirs)
        ops = known.explained(_ops(found, row), text)
        new = "".join(one.text for one in ours)
        kept = tuple(op for op in ops if not op.why and not _is_editorial(op, text, new, rules))
        if kept:
            answer.append(_made("text", ours, theirs, kept))
    return answer + _tables(found)


def _ops(found: Aligned, row: Row) -> tuple[TextOp, ...]:
    return ops_of(found.passages_a, found.passages_b, row.links)


def _is_editorial(op: TextOp, text: str, new: str, rules: dict[str, Any]) -> bool:
    """A wording of the list, a decimal comma, or punctuation."""
    if bare(_DECIMAL.sub(".", op.old)) == bare(_DECIMAL.sub(".", op.new)):
        return True
    return any(_says(op, text, new, theirs, ours) for theirs, ours in rules["editorial"])


def _says(op: TextOp, text: str, new: str, theirs: str, ours: str) -> bool:
    """Whether the operation lies inside the one wording and makes it the other."""
    first = max(0, op.a_end - len(theirs))
    start = text.find(theirs, first, op.a_start + len(theirs))
    before = op.a_start - start
    inside = 0 <= start <= op.a_start and before <= op.b_start
    return inside and new.startswith(ours, op.b_start - before)


def _tables(found: Aligned) -> list[TechnicalDifference]:
    return [
        TechnicalDifference(
            kind="tables",
            national=_holder(found.b.clauses, one.b),
            international=_holder(found.a.clauses, one.a),
            title=one.title,
            national_text=one.b,
            international_text=one.a,
        )
        for one in table_changes(found)
        if one.cells or one.rows or one.columns or one.unit or one.change in ("added", "removed")
    ]


def _holder(clauses: list[Clause], table: str) -> str:
    """The clause in which a table stands."""
    own = (one for one in clauses if any(its.address == table for its in one.passages))
    return next((one.address for one in own), "")


def _made(
    kind: TechnicalKind, ours: list[Clause], theirs: list[Clause], ops: tuple[TextOp, ...]
) -> TechnicalDifference:
    return TechnicalDifference(
        kind=kind,
        national=ours[0].address if ours else "",
        international=theirs[0].address if theirs else "",
        title=(ours or theirs)[0].title,
        national_text="".join(one.text for one in ours),
        international_text="".join(one.text for one in theirs),
        text_ops=ops,
    )


def _translated(found: Aligned) -> list[TechnicalDifference]:
    languages = (found.a.document.meta.language, found.b.document.meta.language)
    answer = []
    for ours in found.b.clauses:
        at = found.matching.to_a.get(ours.at)
        if at is None:
            answer.append(_made("added", [ours], [], ()))
            continue
        theirs = found.a.clauses[at]
        for kind, own, other in _compared(theirs, ours, languages):
            if own != other:
                answer.append(_counted(kind, ours, theirs, own, other))
    gone = [one for one in found.a.clauses if one.at not in found.matching.to_b]
    return answer + [_made("removed", [], [one], ()) for one in gone]


def _counted(
    kind: TechnicalKind, ours: Clause, theirs: Clause, own: Counter[str], other: Counter[str]
) -> TechnicalDifference:
    return TechnicalDifference(
        kind=kind,
        national=ours.address,
        international=theirs.address,
        title=ours.title,
        national_text=_written(other - own),
        international_text=_written(own - other),
    )


def _compared(
    theirs: Clause, ours: Clause, languages: tuple[str, str]
) -> list[tuple[TechnicalKind, Counter[str], Counter[str]]]:
    """What both say without words."""
    sides = ((theirs, languages[0]), (ours, languages[1]))
    body = [_body(one) for one, _ in sides]
    works = [Counter({work_key(one.number): 1 for one in find(text)}) for text in body]
    tables = [figures(table_text(one)) for one, _ in sides]
    modal = [_modality(text, language) for text, (_, language) in zip(body, sides, strict=True)]
    counted = _without_words(
        [figures(text) for text in body],
        [_in_words(text, language) for text, (_, language) in zip(body, sides, strict=True)],
    )
    return [
        ("figures", counted[0], counted[1]),
        ("references", works[0], works[1]),
        ("tables", tables[0], tables[1]),
        ("modality", modal[0], modal[1]),
    ]


def _without_words(figures_: list[Counter[str]], said: list[Counter[str]]) -> list[Counter[str]]:
    """The figures of both sides without those that the other says in a word: 7 and seven."""
    own, other = figures_
    return [own - ((own - other) & said[1]), other - ((other - own) & said[0])]


def _in_words(text: str, language: str) -> Counter[str]:
    """Small numbers that stand as words, as figures."""
    words, pattern = _counting(language[:2])
    return Counter(words[one.lower()] for one in pattern.findall(text)) if words else Counter()


@cache
def _counting(language: str) -> tuple[dict[str, str], re.Pattern[str]]:
    """The numbers that a language has words for, and where such a word counts something."""
    rules = read_table("adoption.yaml", "drafting")["counting"].get(language, {})
    words = {word: str(number) for word, number in rules.get("words", {}).items()}
    inside = "|".join(map(re.escape, words))
    return words, re.compile(
        f"{rules.get('before', '')}({inside}){rules.get('after', '')}", re.IGNORECASE
    )


def _body(clause: Clause) -> str:
    return "\n".join(one.text for one in clause.passages if one.kind not in ("title", "term"))


def _modality(text: str, language: str) -> Counter[str]:
    kinds = (classify(one, language).kind for one in sentences(Text(text)))
    return Counter(kind for kind in kinds if kind in _BINDING)


def _written(counted: Counter[str]) -> str:
    """What the one has more than the other: 0.5; 20 (2)."""
    return "; ".join(
        text if count == 1 else f"{text} ({count})" for text, count in sorted(counted.items())
    )
