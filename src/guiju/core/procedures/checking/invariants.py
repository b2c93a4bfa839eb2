"""What must always be true (不变式), from what a file declares the law to ask, never from its guards."""

from dataclasses import dataclass

from guiju.core.errors import Bilingual
from guiju.core.procedures.checking.world import Abstract
from guiju.core.procedures.model import Procedure, When, agrees
from guiju.core.procedures.vocabulary import EFFECTS, ORDER, EffectKind, GuardKind


@dataclass(frozen=True, slots=True)
class Invariant:
    """Whenever a step has this effect, this must be true; `needs` names the guards that keep it."""

    id: str
    says: Bilingual
    effect: EffectKind
    about: str
    needs: GuardKind
    subject: str
    unless: When = ()
    fresh: bool = False
    value: str = ""

    def concerns(self, kind: EffectKind, subject: str) -> bool:
        return kind == self.effect and self.about in ("", subject)

    def holds(self, before: Abstract) -> bool:
        """Whether the step may have its effect on the case as it was before it."""
        if self.unless and agrees(self.unless, before.facts):
            return True
        match self.needs:
            case "long_enough":
                return before.consultation(self.subject) == "long"
            case "consulted":
                return before.consultation(self.subject) == "closed"
            case "answered":
                return not before.unanswered(self.subject)
            case "ripe":
                return before.ballot(self.subject) == "ripe"
            case "not_fact":
                return before.facts.get(self.subject) != self.value
            case "passed":
                return before.ballot(self.subject) == "passed" and (
                    not self.fresh or self.subject in before.fresh
                )
            case _:
                return before.has(self.subject)


def invariants(procedure: Procedure) -> tuple[Invariant, ...]:
    """Every invariant of a procedure, in the order of its declarations."""
    return (
        *_consultations(procedure),
        *_ballots(procedure),
        *_materials(procedure),
        *_bars(procedure),
    )


def _consultations(procedure: Procedure) -> list[Invariant]:
    found = []
    for one in procedure.consultations.values():
        zh, en = one.title
        found.append(
            Invariant(
                f"{one.id}.long_enough",
                Bilingual(f"“{zh}”不短于法定期限", f"“{en}” is never shorter than the law says"),
                "consultation_closed",
                one.id,
                "long_enough",
                one.id,
            )
        )
        for effect in one.before:
            after = EFFECTS[effect]
            found += [
                Invariant(
                    f"{one.id}.held.{effect}",
                    Bilingual(f"未完成“{zh}”不得{after.zh}", f"Not before “{en}”: {after.en}"),
                    effect, "", "consulted", one.id, one.unless,
                ),
                Invariant(
                    f"{one.id}.answered.{effect}",
                    Bilingual(
                        f"“{zh}”有意见未答复不得{after.zh}",
                        f"Not with an unanswered comment of “{en}”: {after.en}",
                    ),
                    effect, "", "answered", one.id,
                ),
            ]  # fmt: skip
    return found


def _ballots(procedure: Procedure) -> list[Invariant]:
    found = []
    for one in procedure.ballots.values():
        if one.length:
            found.append(
                Invariant(
                    f"{one.id}.ripe",
                    Bilingual(
                        f"“{one.title.zh}”不提前结束", f"“{one.title.en}” is never cut short"
                    ),
                    "ballot_closed",
                    one.id,
                    "ripe",
                    one.id,
                )
            )
        for effect in one.decides:
            after = EFFECTS[effect]
            found.append(
                Invariant(
                    f"{one.id}.passed.{effect}",
                    Bilingual(
                        f"未通过“{one.title.zh}”不得{after.zh}",
                        f"Not unless “{one.title.en}” has passed: {after.en}",
                    ),
                    effect,
                    "",
                    "passed",
                    one.id,
                    one.unless,
                    fresh=bool(one.after),
                )
            )
    return found


def _materials(procedure: Procedure) -> list[Invariant]:
    return [
        Invariant(
            f"{one.id}.{effect}",
            Bilingual(
                f"没有“{one.title.zh}”不得{EFFECTS[effect].zh}",
                f"Not without “{one.title.en}”: {EFFECTS[effect].en}",
            ),
            effect,
            "",
            "material",
            one.id,
            one.unless,
        )
        for one in procedure.materials.values()
        for effect in one.before
    ]


def _bars(procedure: Procedure) -> list[Invariant]:
    return [
        Invariant(
            f"{one.id}.{value}.{effect}",
            Bilingual(
                f"“{one.title.zh}”为“{one.values[value].zh}”时不得{EFFECTS[effect].zh}",
                f"Not while “{one.title.en}” is “{one.values[value].en}”: {EFFECTS[effect].en}",
            ),
            effect,
            "",
            "not_fact",
            one.id,
            value=value,
        )
        for one in procedure.facts.values()
        for value, effects in one.bars.items()
        for effect in effects
    ]


def out_of_order(effect: EffectKind, before: Abstract) -> EffectKind | None:
    """The effect that should have come first, if it has not."""
    first = ORDER.get(effect)
    return first if first and first not in before.happened else None
