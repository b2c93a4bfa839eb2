"""Lists of documents (文件清单): 规范性引用文件 and 参考文献."""

import re
from collections.abc import Sequence
from dataclasses import replace

from guiju.core import numbers
from guiju.core.documents.model import Block, Reference, Text
from guiju.core.documents.structure import body
from guiju.core.documents.structure.cutting import cut
from guiju.core.documents.structure.doubts import Doubts
from guiju.core.documents.structure.seen import Seen

_LABEL = re.compile(r"\s*[\[［](\d{1,3})[\]］]\s*")
_LONGEST_TITLE = 160
_FIRST = 3  # a list dash may stand before the number


def normative(lines: Sequence[Seen], doubts: Doubts) -> tuple[Block, ...]:
    """The lead as paragraphs, then an entry a line."""
    out: list[Block] = []
    begun = False
    for one in lines:
        if one.line.block is not None:
            out += body.blocks([one], doubts)
            continue
        label = _LABEL.match(one.plain)
        entry = reference(cut(one.text, label.end() if label else 0), one.line.line)
        if label:
            entry = replace(entry, label=f"[{label[1]}]")
        is_untitled = entry.number == "" and begun and len(one.plain) < _LONGEST_TITLE
        if (entry.number and not one.plain.rstrip().endswith(("。", "：", ":"))) or is_untitled:
            begun = True
            out.append(entry)
            if is_untitled:
                doubts.add("reference-no-number", one.plain, one.line.line)
        else:
            out += body.blocks([one], doubts)
    return tuple(out)


def bibliography(lines: Sequence[Seen], doubts: Doubts) -> tuple[Block, ...]:
    """An entry a line, [1] or not."""
    out: list[Block] = []
    for one in lines:
        if one.line.block is not None:
            out.append(one.line.block)
            continue
        label = _LABEL.match(one.plain)
        entry = reference(cut(one.text, label.end() if label else 0), one.line.line)
        if label or entry.number:
            sign = f"[{label[1]}]" if label else ""
            out.append(
                Reference(
                    number=entry.number, title=entry.title, text=entry.text,
                    dated=entry.dated, label=sign, line=entry.line,
                )
            )  # fmt: skip
        else:
            out += body.blocks([one], doubts)
    return tuple(out)


def reference(text: Text, line: int = 0) -> Reference:
    """An entry: the number with which it begins, and the title after it."""
    found = numbers.find(text.content[:200])
    if not found or found[0].start >= _FIRST:
        return Reference(number="", title=text, text=text, line=line)
    first = found[0]
    start = first.start if first.start < _FIRST else 0
    return Reference(
        number=text.content[first.start : first.end].strip(),
        title=_title(cut(text, first.end)),
        text=cut(text, start),
        dated=bool(first.number.year),
        line=line,
    )


def _title(text: Text) -> Text:
    lead = len(text.content) - len(text.content.lstrip(",，:： \u3000"))
    return cut(text, lead)
