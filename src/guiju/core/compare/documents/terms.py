"""Term entries compared (术语比对): by designation, then by definition."""

from guiju.core.compare.documents.aligning import Aligned
from guiju.core.compare.documents.flat import Flat
from guiju.core.compare.documents.model import TermChange, TermChangeKind
from guiju.core.compare.documents.texts import text_ops
from guiju.core.compare.documents.words import bare, features, likeness
from guiju.core.documents.model import Term
from guiju.core.documents.walking import blocks

LEAST_ALIKE = 0.6


def term_changes(found: Aligned) -> tuple[TermChange, ...]:
    own, other = _terms(found.a), _terms(found.b)
    paired = _pairs(own, other)
    back = {two: one for one, two in paired.items()}
    answer: list[TermChange | None] = []
    for at, term in enumerate(other):
        if at in back:
            answer.append(_change(own[back[at]], term))
        else:
            answer.append(
                TermChange(
                    a="",
                    b=term.address,
                    change="added",
                    b_term=name_of(term),
                    b_text=_definition(term),
                )
            )
    for at, term in enumerate(own):
        if at not in paired:
            answer.append(
                TermChange(
                    a=term.address,
                    b="",
                    change="removed",
                    a_term=name_of(term),
                    a_text=_definition(term),
                )
            )
    return tuple(one for one in answer if one)


def _terms(side: Flat) -> list[Term]:
    return [one for _, one in blocks(side.document) if isinstance(one, Term)]


def _pairs(own: list[Term], other: list[Term]) -> dict[int, int]:
    """A shared designation in any language, or a definition that is nearly the same."""
    by_name: dict[str, list[int]] = {}
    for at, term in enumerate(other):
        for name in _names(term):
            by_name.setdefault(name, []).append(at)
    answer: dict[int, int] = {}
    taken: set[int] = set()
    for at, term in enumerate(own):
        free = (two for name in _names(term) for two in by_name.get(name, ()) if two not in taken)
        two = next(free, None)
        if two is not None:
            answer[at] = two
            taken.add(two)
    rest = [at for at in range(len(other)) if at not in taken]
    known = {at: features(_definition(other[at])) for at in rest}
    scored = []
    for at, term in enumerate(own):
        if at not in answer:
            mine = features(_definition(term))
            scored += [(-likeness(mine, known[two]), at, two) for two in rest if mine]
    for score, one, two in sorted(scored):
        if -score >= LEAST_ALIKE and one not in answer and two not in taken:
            answer[one] = two
            taken.add(two)
    return answer


def _names(term: Term) -> list[str]:
    """Preferred designations first."""
    own = sorted(term.designations, key=lambda one: one.status != "preferred")
    return [name for name in (bare(one.text.content) for one in own) if name]


def name_of(term: Term) -> str:
    return term.designations[0].text.content if term.designations else term.label


def _definition(term: Term) -> str:
    return "\n".join(text.content for _, text in term.definitions)


def _change(a: Term, b: Term) -> TermChange | None:
    old, new = _definition(a), _definition(b)
    change: TermChangeKind
    if bare(name_of(a)) != bare(name_of(b)):
        change = "renamed"
    elif old != new:
        change = "definition"
    elif (a.designations, a.domain, a.sources) != (b.designations, b.domain, b.sources):
        change = "changed"
    else:
        return None
    return TermChange(
        a=a.address, b=b.address, change=change, a_term=name_of(a), b_term=name_of(b),
        a_text=old, b_text=new, text_ops=text_ops(old, new),
    )  # fmt: skip
