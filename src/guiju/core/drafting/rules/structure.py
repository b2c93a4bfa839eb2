"""S01, S02, S03, S11: which elements there are, and in which order (要素的构成和顺序)."""

from collections.abc import Iterator

from guiju.core.documents.model import Section
from guiju.core.drafting.finding import Finding
from guiju.core.drafting.rulebook import element_name, words
from guiju.core.drafting.rules.context import Context
from guiju.core.drafting.rules.kinds import is_vocabulary
from guiju.core.drafting.rules.registry import checks, rule

_BACK = ("annex", "bibliography", "index")


@checks("S01")
def required_elements(context: Context) -> Iterator[Finding]:
    """The elements of table 3 that each document has; those of 2009 were fewer."""
    needed = words("required_elements")["old" if context.is_old else "present"]
    there = {one.kind for one in context.document.sections}
    for kind in needed:
        if kind in there or (kind == "clause" and is_vocabulary(context)):
            continue
        name = element_name(kind)
        yield rule("S01")(None, "missing", zh=name.zh, en=name.en)


@checks("S02")
def order_of_elements(context: Context) -> Iterator[Finding]:
    """Front elements, chapters 1, 2, 3, then the others; what stands at the back is for S11."""
    rank = {kind: at for at, kind in enumerate(words("order_of_elements"))}
    last: Section | None = None
    for one in context.document.sections:
        if one.kind not in rank or one.kind in _BACK:
            continue
        if last is not None and rank[one.kind] < rank[last.kind]:
            here, before = element_name(one.kind), element_name(last.kind)
            yield rule("S02")(
                None, "order", address=one.address, part="title", line=one.line,
                zh=here.zh, en=here.en, before_zh=before.zh, before_en=before.en,
            )  # fmt: skip
        else:
            last = one


@checks("S03")
def first_chapters(context: Context) -> Iterator[Finding]:
    """Chapter 1 is 范围, 2 规范性引用文件, 3 术语和定义."""
    wanted = words("first_chapters")
    kinds = list(wanted)[:1] if context.is_old else list(wanted)
    for one in context.document.sections:
        if one.kind in kinds and one.label and one.label != wanted[one.kind]:
            name = element_name(one.kind)
            yield rule("S03")(
                None, "number", address=one.address, part="title", line=one.line,
                zh=name.zh, en=name.en, wanted=wanted[one.kind], label=one.label,
            )  # fmt: skip


@checks("S11")
def back_elements(context: Context) -> Iterator[Finding]:
    """Chapters, annexes, 参考文献, 索引, and nothing after 索引."""
    reached = -1
    for one in context.document.sections:
        at = _BACK.index(one.kind) if one.kind in _BACK else -1
        if at < reached and one.kind != "other":
            before = element_name(_BACK[reached])
            yield rule("S11")(
                None, "after", address=one.address, part="title", line=one.line,
                label=one.title.content or one.label, zh=before.zh, en=before.en,
            )  # fmt: skip
        reached = max(reached, at)
