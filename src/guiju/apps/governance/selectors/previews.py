"""The preview of an import (导入预览): what a text would change, and what nobody is sure of."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from guiju.apps.accounts.models import Organisation
from guiju.apps.accounts.selectors.organisations import (
    ShownName,
    display_names,
    resolve,
    suggestions_for,
)
from guiju.apps.governance.models import Plan
from guiju.apps.governance.selectors.differences import (
    Difference,
    Status,
    continued,
    differences,
)
from guiju.apps.governance.selectors.imports import Source, is_in_force, names_in
from guiju.core.errors import Bilingual
from guiju.web.viewer import Viewer

AROUND = 30
STATUSES: tuple[Status, ...] = ("new", "changed", "unchanged", "withdrawn")
# Suggestions are sought for so many names at a time; the rest is decided after the import.
MOST_UNKNOWN = 100


@dataclass(frozen=True, slots=True)
class Unclear:
    """Something the parser is unsure of, with its place: line from 1, and the words around it."""

    reason: Bilingual
    line: int
    before: str
    text: str
    after: str


@dataclass(frozen=True, slots=True)
class Choice:
    """An organisation that may be meant."""

    slug: str
    name: ShownName
    written: str

    @property
    def label(self) -> str:
        """Its Chinese name, which is what the text is compared with, and the reader's own."""
        own = self.name.full
        return own if own == self.written else f"{self.written} · {own}"


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name that no organisation is known to bear, where it stands, and who may be meant.

    `chosen` is the slug that a person decided for, or empty while it is left open.
    """

    name: str
    count: int
    measures: tuple[str, ...]
    suggestions: tuple[Choice, ...]
    chosen: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would do. `plan` is None for a new plan.

    `seen` is the number of the text that it was compared with.
    """

    plan: Plan | None
    title: str
    document_number: str
    issued: str | None
    is_same: bool
    seen: int
    differences: tuple[Difference, ...]
    unclear: tuple[Unclear, ...]
    unknown: tuple[UnknownName, ...]
    counts: Mapping[str, int]

    @property
    def statuses(self) -> list[tuple[str, int]]:
        """How many measures are new, changed, unchanged and withdrawn."""
        return [(status, self.counts[status]) for status in STATUSES]


def preview(
    viewer: Viewer, source: Source, *, plan: Plan | None, decided: Mapping[str, str], language: str
) -> Preview:
    """What confirming would do to the plan (a new one if there is none)."""
    parsed = source.parsed
    if plan is None:
        changes = differences({}, [], parsed)
    else:
        changes = differences(*continued(plan, parsed), parsed)
    return Preview(
        plan=plan,
        title=parsed["title"],
        document_number=parsed["document_number"],
        issued=parsed["issued"],
        is_same=plan is not None and is_in_force(plan, source),
        seen=plan.version if plan else 0,
        differences=tuple(changes),
        unclear=tuple(_unclear(source)),
        unknown=tuple(_unknown(viewer, source, decided, language)),
        counts=_counts(parsed, changes),
    )


def _counts(parsed: Mapping[str, Any], changes: list[Difference]) -> dict[str, int]:
    measures = parsed["measures"]
    statuses = Counter(change.status for change in changes)
    return {
        "measures": len(measures),
        "notes": sum(len(one["responsibilities"]) for one in measures),
        "actions": sum(len(one["actions"]) for one in measures),
        "outputs": sum(
            len(one["outputs"]) + sum(len(action["outputs"]) for action in one["actions"])
            for one in measures
        ),
        "doubts": len(parsed["unclear"]),
        **{name: statuses[name] for name in STATUSES},
    }


def _unclear(source: Source) -> list[Unclear]:
    text = source.text
    answer = []
    for doubt in source.parsed["unclear"]:
        start, end = doubt["start"], doubt["end"]
        answer.append(
            Unclear(
                reason=Bilingual(doubt["reason_zh"], doubt["reason_en"]),
                line=text.count("\n", 0, start) + 1,
                before=text[max(0, start - AROUND) : start].rpartition("\n")[2],
                text=text[start:end],
                after=text[end : end + AROUND].partition("\n")[0],
            )
        )
    return answer


def choices_for(names: Iterable[str], viewer: Viewer, language: str) -> dict[str, list[Choice]]:
    """The organisations that may be meant by each unknown name, the likest first."""
    likely = suggestions_for(names)
    choices = _choices({one for found in likely.values() for one in found}, viewer, language)
    return {name: [choices[one.slug] for one in found] for name, found in likely.items()}


def _choices(
    organisations: Collection[Organisation], viewer: Viewer, language: str
) -> dict[str, Choice]:
    shown = display_names(organisations, viewer.today, language)
    chinese = language.startswith("zh")
    written = shown if chinese else display_names(organisations, viewer.today, "zh-hans")
    return {
        one.slug: Choice(one.slug, shown[one.pk], written[one.pk].full) for one in organisations
    }


def _unknown(
    viewer: Viewer, source: Source, decided: Mapping[str, str], language: str
) -> list[UnknownName]:
    places = names_in(source.parsed)
    known = resolve(places, source.day(viewer.today))
    unknown = [name for name in places if known[name] is None]
    choices = choices_for(unknown[:MOST_UNKNOWN], viewer, language)
    chosen = _chosen(viewer, decided, language)
    return [
        UnknownName(
            name=name,
            count=len(places[name]),
            measures=tuple(dict.fromkeys(places[name])),
            suggestions=_with(choices.get(name, []), chosen.get(decided.get(name, ""))),
            chosen=decided.get(name, ""),
        )
        for name in unknown
    ]


def _chosen(viewer: Viewer, decided: Mapping[str, str], language: str) -> dict[str, Choice]:
    found = list(Organisation.objects.filter(slug__in=set(decided.values())))
    return _choices(found, viewer, language)


def _with(choices: list[Choice], chosen: Choice | None) -> tuple[Choice, ...]:
    """The suggestions, and what was chosen beyond them."""
    more = [chosen] if chosen and chosen not in choices else []
    return (*choices, *more)
