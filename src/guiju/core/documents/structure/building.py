"""From lines to the tree (结构识别): headings found, nested, and filled with their blocks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from guiju.core.documents.addresses import addressed
from guiju.core.documents.lines import Line
from guiju.core.documents.model import (
    Block,
    Document,
    Footnote,
    Meta,
    Reading,
    Section,
    SectionKind,
    Term,
    Text,
)  # fmt: skip
from guiju.core.documents.structure import body, contents, cover, references, terms
from guiju.core.documents.structure.doubts import Doubts
from guiju.core.documents.structure.heads import Finder, Head, is_annex_mark
from guiju.core.documents.structure.seen import Seen, see, unspaced
from guiju.core.documents.structure.words import element, squashed

_SENTENCES = ("。", "；", ".", ";")


def build(
    lines: Iterable[Line],
    *,
    meta: Meta | None = None,
    images: Mapping[str, bytes] | None = None,
    footnotes: Sequence[Footnote] = (),
) -> Reading:
    """The tree that lines of running text make, with every doubt met on the way.

    A reader of any format calls it with one `Line` a paragraph, in reading order. It hands over
    what it knows beyond the words: `number` for a label that the source counts by itself,
    `heading` for a style's level, `bold`, `centred`, and `block` for a table, figure or formula
    that is ready. Captions may stand as lines beside such a block (表 above, 图 below) and are put
    into it; parts of a table after a caption with （续） are joined. `meta` is what the source says
    of itself: it wins over the cover that is read. Addresses are given.
    """
    seen, doubts = see(lines), Doubts()
    listed = contents.find(seen)
    heads = list(Finder(seen, listed, doubts).heads())
    front, heads = heads[0], heads[1:]
    read = cover.read(front.under)
    if not heads and _is_text(front.under):
        heads, read = [replace(front, level=1)], replace(read, titles=(), issuers=())
    said = cover.over(meta or Meta(), read)
    said = _titled(said, heads)
    sections = tuple(_section(one, doubts) for one in _nested(heads))
    contents.check(listed, sections, doubts)
    if not any(one.label for one in sections):
        doubts.add("no-chapters", "")
    document = Document(
        meta=_language(said, sections), sections=sections, footnotes=tuple(footnotes)
    )
    doubts.met.sort(key=lambda one: one.line)
    return Reading(
        document=addressed(document), doubts=tuple(doubts.met), images=dict(images or {})
    )


def _is_text(under: Sequence[Seen]) -> bool:
    """Whether words without any heading are more than a cover."""
    return any(one.line.block is not None or one.plain.endswith(_SENTENCES) for one in under)


@dataclass(slots=True)
class _Node:
    head: Head
    below: list["_Node"] = field(default_factory=list)


def _nested(heads: Sequence[Head]) -> list[_Node]:
    top: list[_Node] = []
    open_nodes: list[_Node] = []
    for head in heads:
        node = _Node(head)
        while open_nodes and open_nodes[-1].head.level >= head.level:
            open_nodes.pop()
        (open_nodes[-1].below if open_nodes else top).append(node)
        open_nodes.append(node)
    return top


def _titled(meta: Meta, heads: Sequence[Head]) -> Meta:
    """The title that stands again before clause 1 belongs to no element."""
    first = next((at for at, one in enumerate(heads) if one.path == ("1",)), None)
    if not first:
        return meta
    known = {squashed(title) for _, title in meta.titles}
    under = heads[first - 1].under
    while (
        under
        and under[-1].line.block is None
        and (squashed(under[-1].plain) in known or _is_title(under, bool(known)))
    ):
        title = under.pop().plain
        if not meta.titles:
            language = "zh" if any("\u3400" <= sign <= "\u9fff" for sign in title) else "en"
            meta = replace(meta, titles=((language, title),))
            known = {squashed(title)}
    return meta


def _is_title(under: Sequence[Seen], is_known: bool) -> bool:
    one = under[-1]
    short = len(one.plain) < 80 and not one.plain.rstrip().endswith(("。", "；", ".", "：", ":"))
    return short and not is_known and (one.line.centred or one.line.bold or one.line.heading > 0)


def _language(meta: Meta, sections: Sequence[Section]) -> Meta:
    """The language of most titles, when the source does not say."""
    titles = "".join(one.title.content for one in sections)
    chinese = sum("\u3400" <= sign <= "\u9fff" for sign in titles)
    return replace(meta, language="en") if titles and chinese * 3 < len(titles) else meta


def _section(node: _Node, doubts: Doubts, above: SectionKind = "other") -> Section:
    head = node.head
    lines = [one for one in head.under if not is_annex_mark(one.plain)]
    kind = head.kind
    if above == "terms" and kind == "clause":
        kind = element(head.title.content) or "clause"
    below: list[Section] = []
    blocks: tuple[Block, ...] = ()
    if kind == "normative-references":
        blocks = references.normative(lines, doubts)
    elif kind == "bibliography":
        blocks = references.bibliography(lines, doubts)
    else:
        blocks = body.blocks(lines, doubts)
    holds_terms = kind == "terms" or (above == "terms" and kind == "clause")
    for one in node.below:
        if holds_terms and _is_term(one):
            blocks += tuple(_terms(one, doubts))
        else:
            below.append(_section(one, doubts, "terms" if holds_terms else "other"))
    return Section(
        kind=kind,
        label=head.label,
        title=_unspaced(head.title),
        level=head.level,
        blocks=blocks,
        sections=tuple(below),
        nature=head.nature,
        line=head.line,
    )


def _unspaced(title: Text) -> Text:
    return title if title.marks else Text(unspaced(title.content))


def _is_term(node: _Node) -> bool:
    """Under 术语和定义 a number is an entry, unless it only heads a group of them."""
    if element(node.head.title.content) or not node.head.path:
        return False
    return bool(_entry_lines(node.head)[1:]) or not node.below


def _entry_lines(head: Head) -> list[Seen]:
    title = [Seen(Line(text=head.title, line=head.line), head.title)] if head.title else []
    return title + head.under


def _terms(node: _Node, doubts: Doubts) -> Iterable[Term]:
    yield terms.entry(node.head.label, _entry_lines(node.head), doubts, node.head.line)
    for one in node.below:
        yield from _terms(one, doubts)
