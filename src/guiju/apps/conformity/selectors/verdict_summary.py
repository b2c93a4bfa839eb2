"""What came of a judgement, counted (判定汇总)."""

from dataclasses import dataclass

from guiju.apps.conformity.models import Judgement
from guiju.apps.conformity.selectors.judged_tables import rules_of
from guiju.apps.conformity.selectors.verdict_rows import kind_of
from guiju.core.errors import Bilingual
from guiju.core.provisions.model import Attribute, RuleSet
from guiju.core.provisions.words_of import STATUS_WORDS

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
    unreadable: tuple[Unreadable, ...]
    untold: tuple[Attribute, ...]


def summary_of(judgement: Judgement) -> Summary:
    """The summary that was kept with the verdicts."""
    kept, rules = judgement.summary, rules_of(judgement)
    by_name = {one.name.zh: one.name for one in rules.characteristics.values()}
    return Summary(
        verdicts=tuple(
            Counted(word, _WORDS.get(word, Bilingual(word, word)), count, kind_of(word))
            for word, count in kept.get("verdict", {}).items()
        ),
        grades=_in_order(kept.get("grade", {}), rules),
        limiting=tuple(
            Counted(name, by_name.get(name, Bilingual(name, name)), count)
            for name, count in kept["limiting"].items()
        ),
        unreadable=tuple(
            Unreadable(one["column"], one["row"], one["text"])
            for one in sorted(kept["unreadable"], key=lambda one: one["row"])
        ),
        untold=tuple(rules.attributes[name] for name in kept["untold"]),
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
