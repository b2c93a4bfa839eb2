"""Pointers of a sentence (引用、提及): standards, clauses, tables, annexes, and the test method."""

import re
from dataclasses import dataclass

from guiju.core import numbers

_INTERNAL = re.compile(
    r"(?:附录|附表|附图|表|图)\s?[A-Z]?\.?\d{1,3}(?:[.—–-]\d{1,3}){0,3}|附录\s?[A-Z](?![A-Za-z])"
    r"|(?:公式|式)\s?[（(]\s?[A-Z]?\.?\d{1,3}\s?[)）]|第\s?\d{1,2}\s?章|[A-Z]?\d{0,2}(?:\.\d{1,3}){1,5}(?!\d)(?:\s?[a-z]\))?"
    r"|第\s?[A-Z]?\d{1,2}(?:\.\d{1,3}){0,5}\s?条"
    r"|\b(?:Annex|Clause|Table|Figure|Formula|Equation)\s(?:[A-Z](?:\.\d{1,3}){0,5}|\(?[A-Z]?\d{1,3}(?:\.\d{1,3}){0,5}\)?)"
)
_CLAUSE = re.compile(r"(?:[A-Z]\.)?\d{0,2}(?:\.\d{1,3}){1,5}(?:\s?[a-z]\))?")
_LEADS_TO_A_CLAUSE = re.compile(
    r"(?:按|按照|见|符合|满足|依据|依照|根据|执行|参照|遵照|由|in|with|to|of|see|by|clause|clauses)\s?$",
    re.IGNORECASE,
)
_TESTED = (
    r"试验|测定|检测|检验|测试|测量|方法|检查|评定|验证|抽样|取样|采样|分析|进行|确定|计算|执行"
)
_ALSO = re.compile(r"\s?(?:与|和|及|、|或|至|到|～|~|—|,|and|or|to)\s?$")
_METHOD = re.compile(
    rf"(?:按照|按|依据|依照|根据|采用|用|参照)\s?(?P<by>[^，。；：\n]{{1,80}}?)(?:的?(?:规定|要求))?(?:的|所述|给出的)?(?:方法)?[^，。；：\n]{{0,12}}?(?:{_TESTED})"
    r"|(?:试验方法|检验方法|测定方法|检测方法)(?:应)?(?:见|按|按照|符合)\s?(?P<see>[^，。；：\n]{1,60})"
)
_METHOD_EN = re.compile(
    r"(?:(?:test(?:ed|ing)?|measur(?:ed|ement)|determin(?:ed|ation)|verif(?:ied|y)|check(?:ed)?|examin(?:ed|ation)|carried out|performed|conducted|calculated|method)\b[^.;,]{0,60}?)"
    r"(?:in accordance with|according to|as (?:specified|described|given) in|by|of|per|using)\s(?:the (?:method|procedure|test)s?\s(?:\w+\s){0,3}(?:in|of)\s)?(?P<by>[^,;]{1,60})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Pointer:
    """What is pointed to, as written; `standard` when it is a document."""

    start: int
    end: int
    text: str
    standard: bool


def pointers(text: str) -> tuple[Pointer, ...]:
    """All pointers of a text in order. A bare clause number is one only behind a word that leads to it."""
    found = [
        Pointer(one.start, one.end, text[one.start : one.end], True) for one in numbers.find(text)
    ]
    taken = [(one.start, one.end) for one in found]
    for match in _INTERNAL.finditer(text):
        start, end = match.span()
        if any(start < last and first < end for first, last in taken):
            continue
        bare = bool(_CLAUSE.fullmatch(match.group()))
        if bare and not _is_clause(text, start, end, taken):
            continue
        found.append(Pointer(start, end, match.group(), False))
        taken.append((start, end))
    return tuple(sorted(found, key=lambda one: one.start))


def _is_clause(text: str, start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    """`taken` are the pointers before it: after 和 only a further pointer is one."""
    if not text[start].isalnum():
        return False
    link = _ALSO.search(text, max(0, start - 5), start)
    if link:
        return any(link.start() == last for _, last in taken)
    before = text[max(0, start - 10) : start]
    behind = text[end : end + 1]
    if behind and (behind in "%％℃°~～±" or (behind.isascii() and behind.isalpha())):  # noqa: RUF001
        return False
    return bool(_LEADS_TO_A_CLAUSE.search(before)) and not re.match(
        r"\s(?:mm|cm|m|kg|g|℃|h|s|V|A|W|Pa)\b", text[end : end + 4]
    )


def method(text: str, known: tuple[Pointer, ...]) -> str:
    """The test method that a sentence names (试验方法): what stands behind 按, as written."""
    for pattern in (_METHOD, _METHOD_EN):
        for match in pattern.finditer(text):
            group = "by" if match.group("by") else "see"
            start, end = match.span(group)
            inside = [one for one in known if start <= one.start and one.start < end]
            if inside and not all(
                one.text.startswith(("表", "图", "Table", "Fig")) for one in inside
            ):
                return text[inside[0].start : max(one.end for one in inside)].strip()
    return ""
