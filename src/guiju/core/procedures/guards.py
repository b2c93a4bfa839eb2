"""Guards (条件): whether one holds, and the sentence that says what is missing."""

from datetime import date
from typing import Literal, Protocol

from guiju.core.errors import Bilingual
from guiju.core.procedures.model import Guard, Procedure, agrees
from guiju.core.procedures.vocabulary import GuardKind

Consulted = Literal["never", "short", "long", "cut", "closed"]
Balloted = Literal["none", "open", "ripe", "passed", "failed"]
Running = Literal["idle", "running", "overdue"]


class World(Protocol):
    """What guards may ask. A case on a day answers, and so does the model checker's abstraction."""

    @property
    def facts(self) -> dict[str, str]: ...
    def has(self, material: str) -> bool: ...
    def consultation(self, one: str) -> Consulted: ...
    def unanswered(self, one: str) -> int: ...
    def ballot(self, one: str) -> Balloted: ...
    def reached(self, fact: str) -> bool: ...
    def duty(self, one: str) -> Running: ...


def holds(guard: Guard, world: World) -> bool:
    """Whether a guard lets the case pass; one whose facts do not hold asks nothing."""
    if not agrees(guard.when, world.facts):
        return True
    one = guard.subject
    match guard.kind:
        case "material":
            return world.has(one)
        case "lacks":
            return not world.has(one)
        case "long_enough":
            return world.consultation(one) == "long"
        case "consulted":
            return world.consultation(one) == "closed"
        case "answered":
            return not world.unanswered(one)
        case "ripe":
            return world.ballot(one) == "ripe"
        case "passed":
            return world.ballot(one) == "passed"
        case "not_passed":
            return world.ballot(one) == "failed"
        case "fact":
            return world.facts.get(one) == guard.value
        case "not_fact":
            return world.facts.get(one) != guard.value
        case "reached":
            return world.reached(one)
        case "overdue":
            return world.duty(one) == "overdue"
        case "done":
            return world.duty(one) == "idle"


_SAYS: dict[GuardKind, Bilingual] = {
    "material": Bilingual("缺少材料“{zh}”，请先提交。", "The material “{en}” is missing; hand it in first."),
    "lacks": Bilingual(
        "已经提交“{zh}”，{when_zh}不能这样做。", "“{en}” has been handed in; this is not possible{when_en}."
    ),
    "long_enough": Bilingual(
        "“{zh}”尚未达到法定期限{until_zh}。", "“{en}” has not yet lasted as long as the law says{until_en}."
    ),
    "consulted": Bilingual(
        "“{zh}”尚未完成，请先按法定期限完成。", "“{en}” has not been completed; complete it in its full length first."
    ),
    "answered": Bilingual(
        "“{zh}”还有 {count} 条意见没有答复，请逐条处理。",
        "“{en}” has comments without an answer: {count}. Answer each of them.",
    ),
    "ripe": Bilingual(
        "“{zh}”尚未截止，也还有人未投票{until_zh}。",
        "“{en}” is still running, and not all have voted{until_en}.",
    ),
    "passed": Bilingual("“{zh}”没有通过，不能继续。", "“{en}” has not been passed; it cannot go on."),
    "not_passed": Bilingual("“{zh}”并未被否决，不能退回。", "“{en}” has not failed; there is nothing to send back."),
    "fact": Bilingual("只有当“{zh}”为“{value_zh}”时才能这样做。", "This is possible only when “{en}” is “{value_en}”."),
    "not_fact": Bilingual("“{zh}”为“{value_zh}”时不能这样做。", "This is not possible while “{en}” is “{value_en}”."),
    "reached": Bilingual("尚未到“{zh}”{until_zh}。", "The day of “{en}” has not come yet{until_en}."),
    "overdue": Bilingual("“{zh}”尚未逾期{until_zh}。", "“{en}” is not overdue{until_en}."),
    "done": Bilingual("“{zh}”尚未履行，请先完成。", "“{en}” has not been done; do it first."),
}  # fmt: skip


def missing(
    guard: Guard, procedure: Procedure, world: World, until: date | None = None
) -> Bilingual:
    """What a guard that does not hold asks for, in a sentence; `until` is the day that it waits for."""
    title = subject_title(guard, procedure)
    value = Bilingual("", "")
    if guard.kind in ("fact", "not_fact"):
        value = procedure.facts[guard.subject].values[guard.value]
    zh, en = _under(guard, procedure) if guard.kind == "lacks" else Bilingual("", "")
    words = {
        "when_zh": zh,
        "when_en": en,
        "zh": title.zh,
        "en": title.en,
        "value_zh": value.zh,
        "value_en": value.en,
        "count": world.unanswered(guard.subject) if guard.kind == "answered" else 0,
        "until_zh": f"（{until.isoformat()} 届满）" if until else "",
        "until_en": f" (last day {until.isoformat()})" if until else "",
    }
    said = _SAYS[guard.kind]
    return Bilingual(said.zh.format(**words), said.en.format(**words))


def _under(guard: Guard, procedure: Procedure) -> Bilingual:
    """The facts under which a guard counts, in words."""
    found = [
        (procedure.facts[one], procedure.facts[one].values[value]) for one, value in guard.when
    ]
    return Bilingual(
        "".join(f"“{fact.title.zh}”为“{value.zh}”时" for fact, value in found),
        "".join(f" while “{fact.title.en}” is “{value.en}”" for fact, value in found),
    )


def subject_title(guard: Guard, procedure: Procedure) -> Bilingual:
    """The title of what a guard speaks of."""
    match guard.kind:
        case "material" | "lacks":
            return procedure.materials[guard.subject].title
        case "fact" | "not_fact" | "reached":
            return procedure.facts[guard.subject].title
        case "overdue" | "done":
            return procedure.duties[guard.subject].title
        case "ripe" | "passed" | "not_passed":
            return procedure.ballots[guard.subject].title
        case _:
            return procedure.consultations[guard.subject].title
