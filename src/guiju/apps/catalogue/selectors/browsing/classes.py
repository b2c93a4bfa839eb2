"""The trees of ICS and CCS with counts (分类浏览)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Substr

from guiju.apps.catalogue.models import ClassCode, Edition, EditionCode
from guiju.apps.catalogue.selectors.browsing.class_counts import class_counts
from guiju.apps.catalogue.selectors.standard.bodies import code_names, display
from guiju.core.codes import ccs, ics
from guiju.core.errors import Bilingual, InputError, NotFoundError
from guiju.web.viewer import Viewer

_MODULES = {"ics": ics, "ccs": ccs}
_LETTER, _FIELD = 1, 2  # lengths of codes at the top
# The length of a code → that of the codes below it.
_CHILD_LENGTH = {"ics": {0: 2, 2: 6, 6: 9}, "ccs": {0: 1, 6: 3}}


class NoSuchCodeError(NotFoundError):
    """The classification has no such code (无此分类号)."""

    code = "no_such_code"
    zh = "{scheme} 中没有“{subject}”这个分类号。请从上一级选择。"
    en = "{scheme} has no code “{subject}”. Choose from the level above."


@dataclass(frozen=True, slots=True)
class Branch:
    """A code with its name and the number of standards under it, all levels taken together."""

    code: str
    display: str
    name: Bilingual
    count: int = 0


@dataclass(frozen=True, slots=True)
class ClassPage:
    """One place in the tree: the way down to it, what lies below, the editions under it."""

    scheme: str
    path: tuple[Branch, ...]
    children: tuple[Branch, ...]
    editions: QuerySet[Edition] | None

    @property
    def here(self) -> Branch | None:
        return self.path[-1] if self.path else None


def class_page(viewer: Viewer, scheme: str, code: str = "") -> ClassPage:
    """A place in the tree of ICS or CCS; without a code its top."""
    module = _MODULES[scheme]
    here = parsed(scheme, code) if code else ""
    line = [*reversed(module.parents(here)), here] if here else []
    counts = _counts(viewer, scheme, here)
    children = _children(scheme, here) | set(counts)
    names = code_names((scheme, one) for one in [*line, *children])
    if here and not names[scheme, here].zh and not _used(scheme, here):
        raise NoSuchCodeError(code, scheme=scheme.upper())

    def branch(one: str) -> Branch:
        return Branch(one, display(scheme, one), names[scheme, one], counts.get(one, 0))

    return ClassPage(
        scheme,
        tuple(branch(one) for one in line),
        tuple(branch(one) for one in sorted(children)),
        _editions(scheme, here) if here else None,
    )


def parsed(scheme: str, code: str) -> str:
    """The code in its one form; NoSuchCodeError says what is wrong with another."""
    try:
        return str(_MODULES[scheme].parse(code))
    except InputError as error:
        raise NoSuchCodeError(code[:40], scheme=scheme.upper()) from error


def under(scheme: str, code: str) -> Q:
    """The rows of EditionCode that stand under a code or below it."""
    rows = Q(scheme=scheme)
    if scheme == "ics":
        return rows & (Q(code=code) | Q(code__startswith=f"{code}."))
    if "/" in code:
        return rows & (Q(code=code) | Q(code__in=_range(code)))
    return rows & Q(code__startswith=code)


def _editions(scheme: str, code: str) -> QuerySet[Edition]:
    return Edition.objects.filter(
        pk__in=EditionCode.objects.filter(under(scheme, code)).values("edition")
    )


def _used(scheme: str, code: str) -> bool:
    return EditionCode.objects.filter(under(scheme, code)).exists()


def _range(group: str) -> list[str]:
    letter, first, last = group[0], int(group[1:3]), int(group[4:6])
    return [f"{letter}{number:02}" for number in range(first, last + 1)]


def _children(scheme: str, code: str) -> set[str]:
    """What the rulebook and the imported tables know below a code."""
    if scheme == "ics":
        known = _ics_known(code)
        listed = ClassCode.objects.filter(scheme="ics", code__startswith=f"{code}." if code else "")
        depth = code.count(".") + 1 if code else 0
        return known | {
            row for row in listed.values_list("code", flat=True) if row.count(".") == depth
        }
    if not code:
        return set(ccs.classes())
    if len(code) == _LETTER:
        return set(ccs.groups(code))
    if "/" not in code:
        return set()
    listed = ClassCode.objects.filter(scheme="ccs", code__in=_range(code))
    return set(listed.values_list("code", flat=True))


def _ics_known(code: str) -> set[str]:
    if not code:
        return set(ics.fields())
    return set(ics.groups(code)) if len(code) == _FIELD else set()


def _counts(viewer: Viewer, scheme: str, code: str) -> Mapping[str, int]:
    """Editions under each child, each edition once: by the index, or while there is none in one query."""
    counted = class_counts(viewer, scheme)
    if counted is None:
        return _counts_of_rows(scheme, code)
    below = _below(scheme, code)
    return {child: number for child, number in counted.items() if below(child)}


def _below(scheme: str, code: str) -> Callable[[str], bool]:
    """Is a code right below another?"""
    if scheme == "ccs" and len(code) == _LETTER:
        return set(ccs.groups(code)).__contains__
    length = _CHILD_LENGTH[scheme].get(len(code))
    if scheme == "ccs" and code:
        within = set(_range(code)) if length else set()
        return within.__contains__
    start = f"{code}." if code else ""
    return lambda child: len(child) == length and child.startswith(start)


def _counts_of_rows(scheme: str, code: str) -> Mapping[str, int]:
    rows = EditionCode.objects.filter(under(scheme, code) if code else Q(scheme=scheme))
    if scheme == "ccs" and len(code) == _LETTER:
        return _by_group(rows, ccs.groups(code))
    length = _CHILD_LENGTH[scheme].get(len(code))
    if length is None:
        return {}
    found = rows.annotate(child=Substr("code", 1, length)).values_list("child")
    counted = found.annotate(number=Count("edition", distinct=True)).order_by()
    return {child: number for child, number in counted if child != code and len(child) == length}


def _by_group(rows: QuerySet[EditionCode], groups: Iterable[str]) -> Mapping[str, int]:
    names = {f"n{at}": group for at, group in enumerate(groups)}
    counted = rows.aggregate(
        **{
            name: Count("edition", distinct=True, filter=Q(code=group) | Q(code__in=_range(group)))
            for name, group in names.items()
        }
    )
    return {group: counted[name] for name, group in names.items()}
