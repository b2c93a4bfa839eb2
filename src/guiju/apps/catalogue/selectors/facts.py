"""The facts from which an edition's state on any day follows (状态依据)."""

from collections import defaultdict
from collections.abc import Iterable

from guiju.apps.catalogue.models import Edition, Relation
from guiju.core.records.facts import (
    Amendment,
    Claim,
    End,
    Facts,
    Span,
    counts_from_publication,
)
from guiju.core.records.partial import parse_or_none


def facts_of(editions: Iterable[Edition]) -> dict[int, Facts]:
    """Facts by edition, in three queries: own words, who replaces it from when, amendments.

    An edition that a later one of the same number follows counts as replaced by it, unless a
    source says that it was still in force afterwards: a revision keeps the number and changes the
    year (国家标准管理办法), and sources often leave the replacement out.
    """
    rows = list(editions)
    ends, denied = _ends([one.pk for one in rows])
    siblings = _siblings({one.work_id for one in rows})
    amendments = _amendments([one.key for one in rows])
    return {
        one.pk: _facts(
            one,
            ends[one.pk],
            _heir(one, siblings[one.work_id], denied[one.pk]),
            amendments[one.key],
        )
        for one in rows
    }


def own_facts(edition: Edition) -> Facts:
    """What is said of the edition alone, before anybody replaced it."""
    return _facts(edition, [], None, [])


def span_of(edition: Edition) -> Span | None:
    """The stored span of an edition, or None before it is settled."""
    return Span(*edition.span) if edition.span else None


def _facts(
    edition: Edition, ends: list[End], heir: Edition | None, amendments: list[Amendment]
) -> Facts:
    claims = tuple(Claim(*claim) for claim in edition.facts.get("claims", ()))
    found = list(ends)
    if heir is not None and not any(end.whole for end in ends) and not _outlives(claims, heir):
        found.append(End(state="superseded", by=heir.key, successor=span_of(heir), presumed=True))
    return Facts(
        issued=edition.issued,
        effective=edition.effective,
        withdrawn=edition.facts.get("withdrawn", ""),
        stage=edition.facts.get("stage", ""),
        on_publication=counts_from_publication(edition.level, edition.nature),
        claims=claims,
        ends=tuple(found),
        amendments=tuple(amendments),
    )


def _ends(pks: list[int]) -> tuple[defaultdict[int, list[End]], defaultdict[int, set[str]]]:
    """Who replaces each, and of whom a source denies it."""
    found: defaultdict[int, list[End]] = defaultdict(list)
    denied: defaultdict[int, set[str]] = defaultdict(set)
    relations = Relation.objects.filter(
        target__in=pks,
        type="replaces",
        kept_out__in=("", Relation.DENIED),
        subject__isnull=False,
    ).select_related("subject")
    for one in relations.order_by("pk"):
        subject = one.subject
        if subject is None or one.target_id is None:
            continue
        if one.kept_out:
            denied[one.target_id].add(subject.key)
            continue
        end = End(
            state="superseded",
            date=one.date,
            by=subject.key,
            basis=subject.facts.get("announcement", ""),
            whole=one.whole,
            successor=span_of(subject),
        )
        if end not in found[one.target_id]:
            found[one.target_id].append(end)
    return found, denied


def _siblings(works: set[int]) -> defaultdict[int, list[Edition]]:
    found: defaultdict[int, list[Edition]] = defaultdict(list)
    rows = Edition.objects.filter(work__in=works, form="edition", year__isnull=False)
    for one in rows.only("work", "key", "year", "span", "issued", "effective", "draft").order_by(
        "year", "pk"
    ):
        found[one.work_id].append(one)
    return found


def _heir(edition: Edition, siblings: list[Edition], denied: set[str]) -> Edition | None:
    """The next published edition of the same number, if the edition is one with a year.

    One of which a source denies that it replaces this edition is passed over.
    """
    if edition.form != "edition" or edition.year is None:
        return None
    for one in siblings:
        if one.key in denied:
            continue
        if (one.year or 0) > edition.year and one.issued and not one.draft:
            return one
    return None


def _outlives(claims: Iterable[Claim], heir: Edition) -> bool:
    """Does a source say that the edition was in force when its heir already was?"""
    begun = parse_or_none(heir.effective or heir.issued)
    days = [parse_or_none(claim.as_of) for claim in claims if claim.state == "in_force"]
    return begun is not None and any(day is not None and day.last >= begun.last for day in days)


def _amendments(keys: list[str]) -> defaultdict[str, list[Amendment]]:
    found: defaultdict[str, list[Amendment]] = defaultdict(list)
    rows = Edition.objects.filter(
        base_key__in=keys, form__in=("amendment", "corrigendum", "supplement")
    )
    for one in rows.order_by("sort"):
        found[one.base_key].append(
            Amendment(
                number=one.key,
                effective=one.effective or one.issued,
                ended=one.facts.get("withdrawn", ""),
            )
        )
    return found
