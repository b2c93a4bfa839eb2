"""Rules of reminders (提醒规则): which last day tells whom, and how many days before or after it."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources

from guiju.core.errors import Bilingual
from guiju.core.params import param
from guiju.core.procedures.files.parts import bilingual, number_key
from guiju.core.provisions.files.nodes import Node, read_yaml

EVENTS = ("duty", "consultation", "ballot")
WHEN = ("opened", "before", "on_the_day", "after")
TOLD = ("owner", "conducts", "electors")
_SINCE = date(2018, 1, 1)


@dataclass(frozen=True, slots=True)
class Reminder:
    """One rule. `days` is the key of a parameter, empty where the day itself is meant."""

    id: str
    event: str
    at: str
    days: str
    tells: str
    says: Bilingual

    def due(self, opened: date, last: date | None, on: date) -> int | None:
        """The rung that has been reached on a day, as days from the last day; None if none has.

        What was missed while no reminder ran is made up for: the newest rung counts, no older one.
        """
        if self.at == "opened":
            return 0 if on >= opened and (last is None or on <= last) else None
        if last is None:
            return None
        left = (last - on).days
        if self.at == "on_the_day":
            return 0 if left == 0 else None
        rungs = [int(one) for one in param(self.days, on)]
        if self.at == "before":
            return min((one for one in rungs if 0 < left <= one), default=None)
        return max((one for one in rungs if -left >= one), default=None)

    def sentence(self, title: Bilingual, what: Bilingual, last: date | None, on: date) -> Bilingual:
        days = abs((last - on).days) if last else 0
        day = Bilingual(f" {last} ", last.isoformat()) if last else Bilingual("计票", "the count")
        return Bilingual(
            self.says.zh.format(title=title.zh, what=what.zh, day=day.zh, days=days)
            .replace("（ ", "（")
            .replace(" ）", "）"),
            self.says.en.format(title=title.en, what=what.en, day=day.en, days=days),
        )


def read_reminders(data: str, name: str) -> tuple[Reminder, ...]:
    """Every rule of a file. Raises RuleFileError."""
    return tuple(_reminder(key, one) for key, one in read_yaml(data, name).fields.items())


def _reminder(key: str, node: Node) -> Reminder:
    node.only("event", "at", "days", "tells", "says")
    days = node.get("days")
    at = _one_of(node.need("at"), WHEN)
    if (days is not None) != (at in ("before", "after")):
        raise node.wrong(
            "before 和 after 要写 days，其他不写",
            "days belong to before and after, and to these only",
        )
    return Reminder(
        id=key,
        event=_one_of(node.need("event"), EVENTS),
        at=at,
        days="" if days is None else number_key(days, _SINCE, ("days each",)),
        tells=_one_of(node.need("tells"), TOLD),
        says=bilingual(node.need("says")),
    )


def _one_of(node: Node, words: tuple[str, ...]) -> str:
    if node.text not in words:
        known = "、".join(words)
        raise node.wrong(f"应为 {known} 之一", f"one of {', '.join(words)} is expected")
    return node.text


@cache
def reminders() -> tuple[Reminder, ...]:
    """The rules of the rulebook."""
    file = resources.files("guiju.rulebook") / "notices" / "development.yaml"
    return read_reminders(file.read_text("utf-8"), file.name)
