"""What came of a judgement, counted (判定汇总)."""

from collections.abc import Mapping
from dataclasses import dataclass

from guiju.apps.conformity.models import Judgement
from guiju.apps.conformity.selectors.dated_tables import sets_of
from guiju.apps.conformity.selectors.judged_tables import rules_of
from guiju.apps.conformity.selectors.verdict_rows import kind_of
from guiju.core.errors import Bilingual
from guiju.core.provisions.model import Attribute, RuleSet
from guiju.core.provisions.words_of import STATUS_WORDS

_NO_EDITION = Bilingual(
    "无（没有日期，或者当天没有有效的版本）", "none (no day, or none in force on it)"
)
_WORDS = {one.zh: one for one in STATUS_WORDS.values()}


@dataclass(frozen=True, slots=True)
class Counted:
    """An answer and how many rows have it; `kind` is how its mark looks."""

    value: str
    name: Bilingual
    count: int
    kind: str = "plain"


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A cell that is neither a number nor a word for "no result"."""

    column: str
    row: int
    text: str


@dataclass(frozen=True, slots=True)
class Summary:
    """Answers by how often they are given, cells that could not be read, what nobody told."""

    verdicts: tuple[Counted, ...]
    grades: tuple[Counted, ...]
    limiting: tuple[Counted, ...]
    editions: tuple[Counted, ...]
    rules_verdicts: tuple[Counted, ...]
    rules_limiting: tuple[Counted, ...]
    unreadable: tuple[Unreadable, ...]
    untold: tuple[Attribute, ...]


def summary_of(judgement: Judgement) -> Summary:
    """The summary that was kept with the verdicts."""
    kept, rules = judgement.summary, rules_of(judgement)
    sets = (*sets_of(judgement), rules)
    by_name = {one.name.zh: one.name for own in sets for one in own.characteristics.values()}
    attributes = {name: one for own in sets for name, one in own.attributes.items()}
    return Summary(
        verdicts=_verdicts(kept.get("verdict", {})),
        grades=_in_order(kept.get("grade", {}), rules),
        limiting=_named(_frequent(kept["limiting"]), by_name),
        editions=_named(dict(sorted(kept.get("edition", {}).items())), {"": _NO_EDITION}),
        rules_verdicts=_verdicts(kept.get("rules_verdict", {})),
        rules_limiting=_named(_frequent(kept.get("rules_limiting", {})), by_name),
        unreadable=tuple(
            Unreadable(one["column"], one["row"], one["text"])
            for one in sorted(kept["unreadable"], key=lambda one: one["row"])
        ),
        untold=tuple(attributes[name] for name in kept["untold"]),
    )


def _frequent(counts: Mapping[str, int]) -> dict[str, int]:
    """The most frequent first: PostgreSQL keeps no order of keys."""
    return dict(sorted(counts.items(), key=lambda one: (-one[1], one[0])))


def _verdicts(counts: Mapping[str, int]) -> tuple[Counted, ...]:
    return tuple(
        Counted(word, _WORDS.get(word, Bilingual(word, word)), count, kind_of(word))
        for word, count in _frequent(counts).items()
        if word
    )


def _named(counts: Mapping[str, int], names: Mapping[str, Bilingual]) -> tuple[Counted, ...]:
    return tuple(
        Counted(name, names.get(name, Bilingual(name, name)), count)
        for name, count in counts.items()
    )


def _in_order(grades: dict[str, int], rules: RuleSet) -> tuple[Counted, ...]:
    """The best first; ranges and rows without a grade last."""
    order: list[str] = []
    for ladder in rules.ladders[:1]:
        order += [*ladder.levels, ladder.otherwise]
    for index in rules.indices[:1]:
        order += [name for _, name in index.classes]
    places = {name: at for at, name in enumerate(order)}
    names = sorted(grades, key=lambda name: (places.get(name, len(places)), name == "", name))
    return tuple(Counted(name, Bilingual(name, name), grades[name]) for name in names)
