"""Reads of the register: from a written name to an organisation, and from a day to its name.

The register of organisations is public; nothing here needs a viewer's rights.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from django.db.models import Q

from guiju.apps.accounts.models import Alias, Organisation, OrganisationName
from guiju.core.codes.names import fold_name, outer_and_inner

LIKE_ENOUGH = 0.4  # below it a suggestion only confuses: 财政部 for 教育部 scores 0.33


@dataclass(frozen=True, slots=True)
class ShownName:
    """A name as a page shows it; `lang` is the language that it is written in."""

    full: str
    short: str
    lang: str

    def __str__(self) -> str:
        return self.short


def resolve(names: Iterable[str], on: date) -> dict[str, Organisation | None]:
    """The organisation that each written name means in a text of the day `on`, or None.

    A name that was borne on that day comes before an alias, an alias before a name that was
    borne before or after: 国家标准委 was a body until 2018 and is SAMR's outward name since.
    `甲（乙）` is a body if both 甲 and 乙 mean the same one. Two queries, however many names.
    """
    keys = {name: fold_name(name) for name in names}
    pairs = {key: outer_and_inner(key) for key in keys.values()}
    wanted = set(pairs) | {part for pair in pairs.values() if pair for part in pair}
    found = _by_key(wanted - {""}, on)
    answer: dict[str, Organisation | None] = {}
    for name, key in keys.items():
        organisation = found.get(key)
        if organisation is None and (pair := pairs[key]):
            outer, inner = found.get(pair[0]), found.get(pair[1])
            organisation = outer if outer == inner else None
        answer[name] = organisation
    return answer


def _by_key(wanted: set[str], on: date) -> dict[str, Organisation]:
    names = OrganisationName.objects.filter(Q(key__in=wanted) | Q(short_key__in=wanted))
    best: dict[str, tuple[tuple[int, str, int], Organisation]] = {}

    def offer(key: str, rank: int, since: date | None, organisation: Organisation) -> None:
        order = (rank, since.isoformat() if since else "", -organisation.pk)
        if key in wanted and (key not in best or order > best[key][0]):
            best[key] = (order, organisation)

    for name in names.select_related("organisation"):
        rank = 2 if _borne(name, on) else 0
        offer(name.key, rank, name.since, name.organisation)
        offer(name.short_key, rank, name.since, name.organisation)
    for alias in Alias.objects.filter(key__in=wanted).select_related("organisation"):
        offer(alias.key, 1, None, alias.organisation)
    return {key: organisation for key, (_, organisation) in best.items()}


def _borne(name: OrganisationName, on: date) -> bool:
    return (name.since is None or name.since <= on) and (name.until is None or on < name.until)


def suggestions(name: str, limit: int = 5) -> list[Organisation]:
    """The organisations whose names are most like a name that was not found, the likest first."""
    return suggestions_for([name], limit)[name]


def suggestions_for(names: Iterable[str], limit: int = 5) -> dict[str, list[Organisation]]:
    """`suggestions` of many names in three queries."""
    written = [
        *OrganisationName.objects.values_list("key", "organisation_id"),
        *OrganisationName.objects.values_list("short_key", "organisation_id"),
        *Alias.objects.values_list("key", "organisation_id"),
    ]
    scored = {name: _likest(fold_name(name), written, limit) for name in names}
    wanted = {pk for pks in scored.values() for pk in pks}
    organisations = Organisation.objects.in_bulk(wanted)
    return {name: [organisations[pk] for pk in pks] for name, pks in scored.items()}


def _likest(key: str, written: list[tuple[str, int]], limit: int) -> list[int]:
    best: dict[int, float] = {}
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(key)
    for other, pk in written:
        if not set(key) & set(other):
            continue
        matcher.set_seq1(other)
        likeness = matcher.ratio()
        if key in other or other in key:
            likeness = max(likeness, 0.9)
        if likeness >= max(LIKE_ENOUGH, best.get(pk, 0)):
            best[pk] = likeness
    return sorted(best, key=lambda pk: (-best[pk], pk))[:limit]


def display_names(
    organisations: Iterable[Organisation | int], on: date, language: str
) -> dict[int, ShownName]:
    """The names of organisations (or their ids) on a day, by id, in one query."""
    pks = {one if isinstance(one, int) else one.pk for one in organisations}
    return {
        pk: shown(pick(names, on), language) for pk, names in names_by_organisation(pks).items()
    }


def name_on(organisation: Organisation, on: date, language: str) -> ShownName:
    """The name of an organisation on a day: after its end its last, before its start its first."""
    return display_names([organisation], on, language)[organisation.pk]


def names_by_organisation(pks: Iterable[int]) -> dict[int, list[OrganisationName]]:
    """Every name of these organisations, the first first, in one query."""
    history: dict[int, list[OrganisationName]] = {pk: [] for pk in pks}
    for name in OrganisationName.objects.filter(organisation__in=history):
        history[name.organisation_id].append(name)
    return history


def pick(names: list[OrganisationName], on: date) -> OrganisationName | None:
    """The name of these that is borne on a day; else the last before, else the first after."""
    in_order = sorted(names, key=lambda name: (name.since or date.min, name.pk))
    begun = [name for name in in_order if name.since is None or name.since <= on]
    return next(reversed(begun or in_order[:1]), None)


def shown(name: OrganisationName | None, language: str) -> ShownName:
    """A name in the language of the page, or in Chinese where it has none."""
    if name is None:
        return ShownName("", "", "zh-Hans")
    if language.startswith("en") and name.en:
        return ShownName(name.en, name.en, "en")
    return ShownName(name.zh, name.short_zh, "zh-Hans")
