"""What became of each clause (条款变化): the names of the changes."""

from guiju.core.compare.documents.aligning import Aligned, Row
from guiju.core.compare.documents.diffing import heaviest_rise
from guiju.core.compare.documents.flat import Clause, Flat
from guiju.core.compare.documents.links import ops_of
from guiju.core.compare.documents.model import Change, ClauseChange, TextOp
from guiju.core.compare.documents.pointers import Pointers
from guiju.core.compare.documents.texts import text_ops
from guiju.core.compare.documents.words import bare


def clause_changes(found: Aligned, pointers: Pointers) -> tuple[ClauseChange, ...]:
    """All changes in the order of the new text."""
    moved = moved_clauses(found)
    strays = (
        frozenset(found.passages_a[at].address for at, _ in found.strays),
        frozenset(found.passages_b[at].address for _, at in found.strays),
    )
    answer: list[ClauseChange] = []
    for row in found.rows:
        ops = (
            ()
            if not (row.a and row.b)
            else pointers.explained(_ops(found, row, strays), _text(found.a, row.a))
        )
        change = _name(found, row, ops, moved)
        if change != "unchanged":
            answer.append(_change(found, row, change, ops))
    answer += [_stray(found, at_a, at_b) for at_a, at_b in _told(found)]
    return tuple(answer)


def _ops(
    found: Aligned, row: Row, strays: tuple[frozenset[str], frozenset[str]]
) -> tuple[TextOp, ...]:
    return ops_of(found.passages_a, found.passages_b, row.links, *strays)


def _text(side: Flat, clauses: tuple[int, ...]) -> str:
    return "".join(side.clauses[at].text for at in clauses)


def _name(found: Aligned, row: Row, ops: tuple[TextOp, ...], moved: set[int]) -> Change:
    if not row.a:
        return "added"
    if not row.b:
        return "removed"
    if len(row.b) > 1:
        return "split"
    if len(row.a) > 1:
        return "merged"
    own, other = found.a.clauses[row.a[0]], found.b.clauses[row.b[0]]
    if row.a[0] in moved:
        return "moved"
    if ops or own.nature != other.nature:
        return "changed"
    return "renumbered" if own.label != other.label else "unchanged"


def _change(found: Aligned, row: Row, change: Change, ops: tuple[TextOp, ...]) -> ClauseChange:
    own = [found.a.clauses[at] for at in row.a]
    other = [found.b.clauses[at] for at in row.b]
    a_text, b_text = _text(found.a, row.a), _text(found.b, row.b)
    if not own or not other:
        ops = text_ops(a_text, b_text)
    if change in ("split", "merged"):
        ops = relocated(ops)
    first = (other or own)[0]
    both = own and other and own[0].nature != other[0].nature
    return ClauseChange(
        a=tuple(one.address for one in own),
        b=tuple(one.address for one in other),
        change=change,
        a_label=own[0].label if own else "",
        b_label=other[0].label if other else "",
        title=first.title,
        a_text=a_text,
        b_text=b_text,
        text_ops=ops,
        nature=(own[0].nature, other[0].nature) if both else None,
        below=first.end - first.at - 1 if change in ("added", "removed", "moved") else 0,
    )


def relocated(ops: tuple[TextOp, ...]) -> tuple[TextOp, ...]:
    """The operations of a split or merger, those marked that only carry words to another place."""
    gone = [bare(op.old) for op in ops if op.old and not op.new]
    come = [bare(op.new) for op in ops if op.new and not op.old]
    moved = {text for text in gone if text and any(text in its for its in come)}
    moved |= {text for text in come if text and any(text in its for its in gone)}
    return tuple(
        op._replace(why="moved")
        if not (op.old and op.new)
        and not op.why
        and any(text in bare(op.old or op.new) for text in moved)
        else op
        for op in ops
    )


def _told(found: Aligned) -> list[tuple[int, int]]:
    """Strays but those that a split or merger explains."""
    regrouped = [row for row in found.rows if len(row.a) > 1 or len(row.b) > 1]
    inside = {
        (at_a, no) for no, row in enumerate(regrouped) for link in row.links for at_a in link.a
    }
    beside = {at_b: no for no, row in enumerate(regrouped) for link in row.links for at_b in link.b}
    return [pair for pair in found.strays if (pair[0], beside.get(pair[1])) not in inside]


def _stray(found: Aligned, at_a: int, at_b: int) -> ClauseChange:
    own, other = found.passages_a[at_a], found.passages_b[at_b]
    return ClauseChange(
        a=(own.address,),
        b=(other.address,),
        change="moved",
        a_label=own.label,
        b_label=other.label,
        a_text=own.text,
        b_text=other.text,
        text_ops=text_ops(own.text, other.text),
    )


def moved_clauses(found: Aligned) -> set[int]:
    """Clauses of a that stand below another clause now, or in another order among their own.

    What stays is the heaviest part that kept its order.
    """
    answer: set[int] = set()
    to_b, splits, mergers = found.matching.to_b, found.groups.splits, found.groups.mergers
    merged = {one: whole for whole, parts in mergers.items() for one in parts}
    for above in range(-1, len(found.a.clauses)):
        below = [one for one in found.a.children(above) if one in to_b]
        homes = {to_b.get(above, -2), merged.get(above, -2), *splits.get(above, ())}
        staying = [one for one in below if found.b.clauses[to_b[one]].parent in homes]
        answer.update(one for one in below if one not in staying and above not in splits)
        weights = [_weight(found.a, found.a.clauses[one]) for one in staying]
        kept = heaviest_rise([to_b[one] for one in staying], weights)
        answer.update(one for place, one in enumerate(staying) if place not in kept)
    return answer - found.groups.in_a


def _weight(side: Flat, clause: Clause) -> int:
    return 1 + sum(1 + len(side.clauses[at].text) for at in range(clause.at, clause.end))
