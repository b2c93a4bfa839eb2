"""Term entries (术语条目) of clause 3: number, designations, definition, notes, source."""

import re
from collections.abc import Sequence
from itertools import pairwise

from guiju.core.documents.model import Block, Designation, Paragraph, Term, Text
from guiju.core.documents.structure import body
from guiju.core.documents.structure.cutting import cut
from guiju.core.documents.structure.doubts import Doubts
from guiju.core.documents.structure.marks import sign_of
from guiju.core.documents.structure.seen import Seen
from guiju.core.documents.structure.words import folded, pattern

_SOURCE = re.compile(rf"\s*\[\s*{pattern('blocks', 'source')}\s*:?\s*(.*?)\s*\]?\s*$", re.S | re.I)
_ENGLISH = re.compile(r"(?<=[\u3400-\u9fff)〉》\w])\s+(?=[A-Za-zα-ωΑ-Ω(][^\u3400-\u9fff]*$)")
_GLUED = re.compile(r"(?<=[\u3400-\u9fff)])(?=[A-Za-z][^\u3400-\u9fff]{2,}$)")
_CHINESE_LAST = re.compile(r"[A-Za-z][A-Za-z ,/()-]*[a-z]{3,}\)?\s+(?=[\u3400-\u9fff]+$)")
_DOMAIN = re.compile(r"\s*(?:〈([^〉]{1,40})〉|<([^>]{1,40})>)\s*")
_STATUS = {
    "admitted": re.compile(rf"\s*{pattern('terms', 'admitted')}\s*[:：]\s*", re.I),
    "deprecated": re.compile(rf"\s*{pattern('terms', 'deprecated')}\s*[:：]\s*", re.I),
}
_STOP = re.compile(r"[。；;：:]\s*$")
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_SYMBOL = re.compile(r"[A-Za-zΑ-Ωα-ω][A-Za-z0-9_,]{0,5}")
LONGEST_TERM, LONGEST_WORDS, LONGEST_LINE = 24, 6, 400


def entry(label: str, lines: Sequence[Seen], doubts: Doubts, line: int) -> Term:
    """An entry from the lines under its number, the term being the first."""
    count = _designations(lines)
    designations: list[Designation] = []
    for at, one in enumerate(lines[:count]):
        designations += _named(one.text, first=at == 0)
    domain, rest = "", list(lines[count:])
    definitions: tuple[tuple[str, Text], ...] = ()
    if rest and rest[0].line.block is None and sign_of(rest[0].plain).kind == "plain":
        text = rest.pop(0).text
        found = _DOMAIN.match(text.content)
        if found:
            domain, text = found[1] or found[2], cut(text, found.end())
        definitions = ((_language(text.content), text),)
    if not definitions or _SOURCE.match(folded(definitions[0][1].content)):
        doubts.add("term-no-definition", label, line)
    sources = tuple(source for one in rest if (source := _source(one)) is not None)
    blocks = body.blocks([one for one in rest if _source(one) is None], doubts)
    return Term(
        label=label,
        designations=tuple(designations),
        definitions=definitions,
        domain=domain,
        blocks=_without_empty(blocks),
        sources=sources,
        line=line,
    )


def _without_empty(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(one for one in blocks if not isinstance(one, Paragraph) or one.text)


def is_entry(lines: Sequence[Seen]) -> bool:
    """Whether anything stands under a number and its term: a definition or what follows one."""
    return len(lines) > 1


def _designations(lines: Sequence[Seen]) -> int:
    """How many lines name the term: the first, and short ones before the definition."""
    count = 1 if lines else 0
    while count < len(lines) - 1:
        here, following = lines[count], lines[count + 1]
        if any(status.match(here.plain) for status in _STATUS.values()):
            count += 1
            continue
        is_name = _is_name(here) and _is_plain(following) and (here.line.bold or _is_short(here))
        if not is_name or _DOMAIN.match(here.plain):
            break
        count += 1
    return count


def _is_plain(one: Seen) -> bool:
    if one.line.block is not None or _source(one) is not None:
        return False
    return sign_of(one.plain).kind == "plain"


def _is_name(one: Seen) -> bool:
    return _is_plain(one) and not _STOP.search(one.plain) and "，" not in one.plain


def _is_short(one: Seen) -> bool:
    if _CHINESE.search(one.plain):
        return len(one.plain) <= LONGEST_TERM
    return len(one.plain.split()) <= LONGEST_WORDS


def _named(text: Text, first: bool) -> list[Designation]:
    status = next((one for one in _STATUS if _STATUS[one].match(text.content)), "")
    if status:
        found = _STATUS[status].match(text.content)
        text = cut(text, found.end() if found else 0)
    rank = status or ("preferred" if first else "admitted")
    if len(text.content) > LONGEST_LINE:
        return [Designation(text=text, language=_language(text.content))]
    found = _ENGLISH.search(text.content) or _GLUED.search(text.content)
    chinese = _CHINESE_LAST.match(text.content)
    halves: tuple[Text, ...] = (text,)
    if chinese:
        halves = (cut(text, 0, chinese.end()), cut(text, chinese.end()))
    elif found and _CHINESE.search(text.content[: found.start()]):
        halves = (cut(text, 0, found.start()), cut(text, found.end()))
    return [
        Designation(
            text=half,
            language=_language(half.content),
            status="preferred"
            if rank == "preferred"
            else "deprecated"
            if rank == "deprecated"
            else "admitted",
            kind="symbol" if not first and _SYMBOL.fullmatch(half.content) else "term",
        )
        for piece in halves
        for half in _parted(piece)
        if half
    ]


def _parted(text: Text) -> list[Text]:
    """词一；词二: several names on one line."""
    places = [-1, *(at for at, sign in enumerate(text.content) if sign in ";；"), len(text.content)]
    return [cut(text, a + 1, b) for a, b in pairwise(places)]


def _language(text: str) -> str:
    return "zh" if _CHINESE.search(text) else "en"


def _source(one: Seen) -> Text | None:
    if one.line.block is not None or not one.plain.lstrip().startswith(("[", "［", "【")):
        return None
    line = folded(one.plain).replace("【", "[").replace("】", "]")
    found = _SOURCE.match(line)
    return cut(one.text, found.start(1), found.end(1)) if found else None
