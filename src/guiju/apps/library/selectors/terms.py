"""The register of terms (术语库): what published texts call things, and where they disagree."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from django.db.models import Count, QuerySet

from guiju.apps.library.folding import folded
from guiju.apps.library.models import TermEntry
from guiju.apps.library.selectors.texts import published_texts
from guiju.web.viewer import Viewer

Which = Literal["", "definitions", "words"]


@dataclass(frozen=True, slots=True)
class Defined:
    """A definition and the entries that give it; `others` are other terms for the same."""

    definition: str
    entries: tuple[TermEntry, ...]
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Registered:
    """A term of a language with all its definitions (术语)."""

    term: str
    language: str
    definitions: tuple[Defined, ...]

    @property
    def differs(self) -> bool:
        return len(self.definitions) > 1


def term_keys(
    viewer: Viewer, *, q: str = "", which: Which = "", language: str = ""
) -> QuerySet[Any, Any]:
    """The terms as folded words with their language, in order; to be cut into pages.

    `which`: "definitions" are terms with more than one definition, "words" definitions that go
    under more than one term.
    """
    rows = _entries(viewer)
    if language:
        rows = rows.filter(language__startswith=language)
    if q:
        rows = rows.filter(term_key__contains=folded(q))
    if which == "words":
        rows = rows.filter(definition_key__in=_shared(viewer))
    elif which == "definitions":
        rows = rows.exclude(definition_key="")
    keys = rows.values("term_key", "language").order_by("term_key", "language")
    counted = keys.annotate(count=Count("definition_key", distinct=True))
    return counted.filter(count__gt=1) if which == "definitions" else counted


def registered(viewer: Viewer, keys: Iterable[dict[str, Any]]) -> list[Registered]:
    """The terms of a page with their definitions, in two queries."""
    wanted = [(one["term_key"], one["language"]) for one in keys]
    found: dict[tuple[str, str], list[TermEntry]] = defaultdict(list)
    rows = _entries(viewer).select_related("text__edition")
    for one in rows.filter(term_key__in=[key for key, _ in wanted]):
        found[one.term_key, one.language].append(one)
    digests = {one.definition_key for rows in found.values() for one in rows if one.definition_key}
    others: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for digest, key, term in (
        _entries(viewer)
        .filter(definition_key__in=digests, status=_PREFERRED)
        .values_list("definition_key", "term_key", "term")
    ):
        others[digest].add((key, term))
    return [_registered(key, found[key], others) for key in wanted if found[key]]


_PREFERRED = "preferred"


def _registered(
    key: tuple[str, str], rows: list[TermEntry], others: dict[str, set[tuple[str, str]]]
) -> Registered:
    by_digest: dict[str, list[TermEntry]] = defaultdict(list)
    for one in rows:
        by_digest[one.definition_key].append(one)
    return Registered(
        term=rows[0].term,
        language=rows[0].language,
        definitions=tuple(
            Defined(
                definition=entries[0].definition,
                entries=tuple(entries),
                others=tuple(sorted(term for own, term in others[digest] if own != key[0])),
            )
            for digest, entries in by_digest.items()
        ),
    )


def _entries(viewer: Viewer) -> QuerySet[TermEntry]:
    return TermEntry.objects.filter(text__in=published_texts(viewer))


def _shared(viewer: Viewer) -> QuerySet[TermEntry, Any]:
    """Definitions that go under more than one preferred term."""
    rows = _entries(viewer).filter(status=_PREFERRED).exclude(definition_key="")
    counted = rows.values("definition_key").annotate(count=Count("term_key", distinct=True))
    return counted.filter(count__gt=1).values("definition_key")
