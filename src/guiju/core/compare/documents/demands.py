"""What the changes demand (条款与限值变化): provisions of changed passages, aligned and compared.

Only passages that changed are read for provisions; in all others nothing can have changed.
"""

from collections.abc import Sequence
from dataclasses import replace

from guiju.core.compare.documents.aligning import Aligned
from guiju.core.compare.documents.flat import Flat, Passage
from guiju.core.compare.documents.grids import grid
from guiju.core.compare.documents.limits import limit_changes
from guiju.core.compare.documents.links import Link
from guiju.core.compare.documents.model import LimitChange, RequirementChange
from guiju.core.compare.documents.pointers import Pointers
from guiju.core.compare.documents.requirements import requirement_changes
from guiju.core.compare.documents.sentences import Placed, aligned_provisions
from guiju.core.documents.model import Block, Document, Items, Paragraph, Section, Term
from guiju.core.documents.walking import within
from guiju.core.drafting.provisions import Provision, provisions

Sources = dict[str, int]  # the address of a block → the number of its link


def demands(
    found: Aligned, known: Pointers
) -> tuple[tuple[LimitChange, ...], tuple[RequirementChange, ...]]:
    """Limits and requirements that changed."""
    links = [link for row in found.rows for link in row.links]
    wanted = _wanted(found, links)
    own = _placed(
        found.a,
        [row.a for row in found.rows],
        _sources(found.passages_a, [one.a for one in links], wanted),
    )
    other = _placed(
        found.b,
        [row.b for row in found.rows],
        _sources(found.passages_b, [one.b for one in links], wanted),
    )
    aligned = aligned_provisions(own, other)
    return (
        limit_changes(aligned),
        requirement_changes(aligned.both(), aligned.gone(), aligned.come(), known),
    )


def _wanted(found: Aligned, links: list[Link]) -> set[int]:
    """Links that changed, and those of items below a sentence that changed, which binds them."""
    changed = {no for no, link in enumerate(links) if _changed(found, link)}
    wanted = set(changed)
    for side, places in ((found.a, [one.a for one in links]), (found.b, [one.b for one in links])):
        link_of = {at: no for no, own in enumerate(places) for at in own}
        for clause in side.clauses:
            lead = -1
            for at, passage in enumerate(clause.passages, clause.first):
                if passage.kind != "item":
                    lead = link_of[at]
                elif lead in changed:
                    wanted.add(link_of[at])
    return wanted


def _changed(found: Aligned, link: Link) -> bool:
    own = [found.passages_a[at] for at in link.a]
    other = [found.passages_b[at] for at in link.b]
    return _content(own) != _content(other)


def _content(passages: list[Passage]) -> list[object]:
    return [(one.text, one.table and (one.table.unit, grid(one.table).texts)) for one in passages]


def _sources(
    passages: Sequence[Passage], links: list[tuple[int, ...]], wanted: set[int]
) -> Sources:
    return {passages[at].source: no for no in wanted for at in links[no]}


def _placed(side: Flat, rows: list[tuple[int, ...]], sources: Sources) -> list[Placed]:
    """The binding provisions of these blocks, each with the number of its link and of its row."""
    rooms = {side.clauses[at].address: no for no, row in enumerate(rows) for at in row}
    found = provisions(_reduced(side.document, sources)) if sources else ()
    return [
        Placed(one, sources[source_of(one)], rooms.get(one.clause, -1))
        for one in found
        if one.normative and source_of(one) in sources
    ]


def source_of(one: Provision) -> str:
    """The address of the block in which it stands; for a cell that of the table."""
    block = one.address.rpartition("/s")[0]
    cell = one.limits[0].address if len(one.limits) == 1 else ""
    return block.rpartition("/r")[0] if cell == block and "/r" in block else block


def _reduced(document: Document, sources: Sources) -> Document:
    """The document with these blocks alone, and the sentences that lead lists. Definitions demand nothing."""

    def holds(block: Block) -> bool:
        return not isinstance(block, Term) and any(one.address in sources for one in within(block))

    def reduced(one: Section) -> Section:
        kept = [holds(block) for block in one.blocks]
        for at, block in enumerate(one.blocks[1:], 1):
            if kept[at] and isinstance(block, Items) and isinstance(one.blocks[at - 1], Paragraph):
                kept[at - 1] = True
        blocks = tuple(block for block, keep in zip(one.blocks, kept, strict=True) if keep)
        return replace(one, blocks=blocks, sections=tuple(map(reduced, one.sections)))

    return replace(document, sections=tuple(map(reduced, document.sections)), footnotes=())
