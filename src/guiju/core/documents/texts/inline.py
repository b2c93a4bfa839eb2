"""Marks inside a line of Markdown (行内标记): emphasis, code, links, formulas, footnotes, indices."""

import re
from dataclasses import dataclass, field
from html import unescape

from guiju.core.documents.model import Block, Figure, Mark, MarkKind, Paragraph, Text
from guiju.core.documents.structure.cutting import cut, joined, sorted_marks
from guiju.core.documents.texts import latex
from guiju.core.documents.texts.doubts import Told
from guiju.core.documents.texts.nearest import Nearest

_SIGNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("escaped", re.compile(r"\\([\\`*_{}\[\]#+\-.!~|>&<:^=\"'/,;?@%$]|[()](?![^\n]{0,400}\\[)]))")),
    ("code", re.compile(r"(`{1,3})(?!`)([^\n]{1,400}?)(?<!`)\1(?!`)")),
    ("math", re.compile(r"\$\$([^$\n]{1,2000})\$\$|\$([^$\n]{1,800})\$|\\\((.{1,800}?)\\\)")),
    ("note", re.compile(r"\[\^([^\]\s]{1,60})\]")),
    ("image", re.compile(r"!\[([^\]\n]{0,300})\]\(([^)\s]{1,500})[^)\n]{0,200}\)")),
    ("link", re.compile(r"\[((?:[^\[\]\n\\]|\\.){1,400})\]\(<?([^)\s>]{1,400})>?(?:\s\"[^\"\n]{0,200}\")?\)")),
    ("auto", re.compile(r"<(https?://[^<>\s]{1,400})>")),
    ("bold", re.compile(r"\*\*(?=[^\s*])([^\n]{1,2000}?\S?)\*\*(?!\*)|(?<![A-Za-z0-9_])__(?=\S)([^\n]{1,2000}?)__(?![A-Za-z0-9_])")),
    ("both", re.compile(r"\*\*\*(?=[^\s*])([^*\n]{1,2000}?)\*\*\*")),
    ("italic", re.compile(r"(?<![A-Za-z0-9*])\*(?=[^\s*])([^*\n]{1,2000}?)(?<!\s)\*(?![A-Za-z0-9*])|(?<![A-Za-z0-9_])_(?=[^\s_])([^_\n]{1,2000}?)(?<!\s)_(?![A-Za-z0-9_])")),
    ("sub", re.compile(r"<sub>((?:(?!</?sub).){1,400}?)</sub>", re.I)),
    ("sup", re.compile(r"<sup>((?:(?!</?sup).){1,400}?)</sup>", re.I)),
    ("break", re.compile(r"<br\s{0,3}/?>|\\$", re.I)),
    ("strong", re.compile(r"<(?:b|strong)>((?:(?!</?(?:b|strong)>).){1,2000}?)</(?:b|strong)>", re.I)),
    ("slanted", re.compile(r"<(?:i|em|var)>((?:(?!</?(?:i|em|var)>).){1,2000}?)</(?:i|em|var)>", re.I)),
    ("under", re.compile(r"<u>((?:(?!</?u>).){1,2000}?)</u>", re.I)),
    ("tag", re.compile(r"</?(?:p|div|span|center|font|b|i|u|s|del|ins|ul|ol|li|dl|dt|dd|h[1-6]|blockquote|tfoot|caption|html|body|main|article|header|footer|strong|em|var|a|img|small|big|sub|sup|mark|figure|figcaption|section|details|summary|td|tr|th|tbody|thead|table)(?:\s[^<>\n]{0,300})?/?>|<!--[^\n]{0,400}?-->|<a\s[^<>\n]{0,300}>", re.I)),
)  # fmt: skip
_KINDS: dict[str, MarkKind] = {
    "bold": "bold", "both": "bold", "strong": "bold", "italic": "italic", "slanted": "italic", "under": "underline",
    "sub": "sub", "sup": "sup", "link": "link",
}  # fmt: skip
_ANY = re.compile(r"[\\`$\[<*_]")
DEEPEST = 5


_STOP = re.compile(r"[，。；、]")


@dataclass(slots=True)
class Met:
    """The names of the footnotes that a text has, and the doubts met while its lines are read."""

    notes: frozenset[str] = frozenset()
    told: Told = field(default_factory=Told)


def text_of(source: str, met: Met | None = None) -> Text:
    """The words of a line and the marks on them."""
    read = _read(source.replace("\x00", ""), 0, met or Met())
    return Text(read.content, sorted_marks([one for one in read.marks if one.end > one.start]))


PICTURE = re.compile(r"!\[([^\]\n]{0,300})\]\(([^)\s]{1,500})\)")


def blocks_of(source: str, line: int, met: Met) -> tuple[Block, ...]:
    """A paragraph of a cell: words, or a picture that stands alone."""
    picture = PICTURE.fullmatch(source.strip())
    if picture:
        return (Figure(label="", title=Text(picture[1]), images=(picture[2],), line=line),)
    text = cut(text_of(source, met), 0)
    return (Paragraph(text=text, line=line),) if text else ()


def label_of(name: str) -> str:
    """The label of a footnote: its name without the words before it."""
    return re.split(r"[-_]", name)[-1] or name


def _read(source: str, depth: int, met: Met) -> Text:
    if depth > DEEPEST or not _ANY.search(source):
        return Text(unescape(source))
    nearest, parts, at = Nearest(_SIGNS, source), list[Text](), 0
    while (found := nearest.after(at)) is not None:
        name, match = found
        if match.start() > at:
            parts.append(Text(unescape(source[at : match.start()])))
        parts.append(_marked(name, match, depth, met))
        at = match.end()
    parts.append(Text(unescape(source[at:])))
    return joined(parts)


def _marked(name: str, match: re.Match[str], depth: int, met: Met) -> Text:
    inside = next((one for one in match.groups() if one is not None), "")
    if name == "escaped":
        return Text(inside)
    if name == "break":
        return Text("\n", (Mark(0, 1, "break"),))
    if name == "tag":
        return Text()
    if name == "code":
        return _whole(Text(match[2].strip() or match[2]), "code")
    if name == "math":
        return _formula(match[0], inside, met)
    if name == "note":
        return _note(inside, met)
    if name == "image":
        met.told.add("image-inline", match[2])
        return Text(match[1] or f"[{match[2]}]")
    if name == "auto":
        return _whole(Text(inside), "link", inside)
    middle = _read(inside, depth + 1, met)
    if name == "both":
        middle = _whole(middle, "italic")
    return _whole(middle, _KINDS[name], match[2] if name == "link" else "")


def _note(name: str, met: Met) -> Text:
    if name in met.notes:
        return _whole(Text(label_of(name)), "footnote", name)
    met.told.add("footnote-lost", name)
    return _whole(Text(name), "sup")


def _formula(whole: str, source: str, met: Met) -> Text:
    """Signs of money around words make no formula."""
    if _STOP.search(source) and "\\" not in source:
        return Text(unescape(whole))
    text, command = latex.inline(source)
    if command:
        met.told.add("formula-unread", source, text=command)
    return text if text or not source.strip() else Text(source)


def _whole(inside: Text, kind: MarkKind, value: str = "") -> Text:
    return Text(inside.content, (Mark(0, len(inside.content), kind, value), *inside.marks))
