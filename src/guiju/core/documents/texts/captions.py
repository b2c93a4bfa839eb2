"""Captions beside what they name (图表题的位置): above or below, as a tool happened to put them."""

from collections.abc import Sequence
from dataclasses import replace

from guiju.core.documents.lines import Line
from guiju.core.documents.model import Figure, Table, Text
from guiju.core.documents.structure.marks import caption
from guiju.core.documents.structure.words import squashed
from guiju.core.documents.texts.doubts import Told

_NEAR = 40


def arranged(lines: Sequence[Line], told: Told) -> list[Line]:
    """Table captions above their tables, figure captions below their pictures."""
    out = list(lines)
    _tables(out, told)
    _figures(out)
    return _titled(out, told)


def _kind(one: Line) -> str:
    """T and F for a bare table and a picture, t and f for their captions, u for a line of units."""
    if isinstance(one.block, Table):
        return "T" if not one.block.label else "-"
    if isinstance(one.block, Figure):
        return "F" if not one.block.label else "-"
    if one.block is not None or one.number:
        return "-"
    sign = caption(one.text.content)
    if sign is None:
        return "-"
    return "-" if sign.continued else sign.kind[0]


def _tables(out: list[Line], told: Told) -> None:
    kinds = "".join(map(_kind, out))
    above, below = kinds.count("tT"), kinds.count("Tt")
    if below <= above:  # where each stands between two tables, they stand above
        places = [at for at in range(len(out) - 1) if _is_lone(kinds, at)]
    else:
        places = [at for at in range(len(out) - 1) if kinds[at : at + 2] == "Tt"]
    for at in places:
        told.add("caption-below", out[at + 1].text.content, out[at + 1].line)
        out[at], out[at + 1] = out[at + 1], out[at]


def _is_lone(kinds: str, at: int) -> bool:
    """A caption under a table that has none above, with no table below."""
    is_pair = kinds[at : at + 2] == "Tt"
    return is_pair and kinds[at + 2 : at + 3] != "T" and kinds[max(at - 1, 0) : at] != "t"


def _figures(out: list[Line]) -> None:
    kinds = "".join(map(_kind, out))
    above, below = kinds.count("fF"), kinds.count("Ff")
    at = 0
    while at < len(out) - 1:
        is_pair = kinds[at : at + 2] == "fF"
        has_own = kinds[max(at - 1, 0) : at] == "F" and below >= above
        taken = kinds[at + 2 : at + 3] == "f" and below >= above
        if is_pair and not has_own and not taken:
            out[at], out[at + 1] = out[at + 1], out[at]
            at += 1
        at += 1


def _is_said_below(words: str, lines: Sequence[Line]) -> bool:
    """Whether the words stand again before the next picture or heading: in the caption, mostly."""
    for one in lines:
        if one.heading or isinstance(one.block, Figure):
            return False
        if squashed(words) in squashed(one.text.content):
            return True
    return False


def _titled(lines: Sequence[Line], told: Told) -> list[Line]:
    """The words for a picture: its caption, unless a line below is one; then they are told."""
    out: list[Line] = []
    kinds = "".join(map(_kind, lines))
    for at, one in enumerate(lines):
        if not isinstance(one.block, Figure) or kinds[at] != "F" or not one.block.title:
            out.append(one)
            continue
        words, bare = one.block.title, replace(one.block, title=Text())
        sign = caption(words.content)
        if _is_said_below(words.content, lines[at + 1 : at + 1 + _NEAR]):
            out.append(replace(one, block=bare))
        elif kinds[at + 1 : at + 2] == "f":
            out.append(replace(one, block=bare))
            told.add("image-words", words.content, one.line)
        elif sign is not None and sign.kind == "figure":
            out += [replace(one, block=bare), Line(text=words, line=one.line)]
        else:
            out.append(one)
    return out
