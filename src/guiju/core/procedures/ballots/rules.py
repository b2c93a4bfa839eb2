"""The rules of ballots in the rulebook (表决规则文件): a share is a parameter, fixed on the day of opening."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from importlib import resources
from typing import cast

from guiju.core.errors import Bilingual, NotFoundError
from guiju.core.params import param
from guiju.core.procedures.ballots.model import BOUNDS, COUNTS, Bound, Condition, Count, Rule
from guiju.core.procedures.files.parts import bilingual, day, known, number_key
from guiju.core.provisions.files.nodes import Node, read_yaml


class NoBallotRule(NotFoundError):
    """There is no such rule (无此表决规则)."""

    code = "procedures.no-ballot-rule"
    zh = "没有表决规则“{subject}”。现有：{known}。"
    en = "There is no ballot rule “{subject}”. There are: {known}."


@dataclass(frozen=True, slots=True)
class Clause:
    """A condition as the file has it: its number is the key of a parameter."""

    counted: Count
    bound: Bound
    key: str
    of: Count | None
    among: str


@dataclass(frozen=True, slots=True)
class RuleText:
    """A rule as the file has it. `members`: those of the committee vote, whoever is named besides."""

    id: str
    title: Bilingual
    members: bool
    basis: str
    abstentions: str
    invalid: str
    against_needs_reasons: bool
    clauses: tuple[Clause, ...]

    def on(self, opened: date) -> Rule:
        """The rule for a ballot that opens on a day, its numbers fixed."""
        return Rule(
            id=self.id,
            title=self.title,
            basis=self.basis,
            abstentions=bool(param(self.abstentions, opened)),
            invalid=bool(param(self.invalid, opened)),
            against_needs_reasons=self.against_needs_reasons,
            conditions=tuple(
                Condition(
                    counted=one.counted,
                    bound=one.bound,
                    share=Fraction(str(param(one.key, opened))),
                    of=one.of or "",
                    among=one.among,
                    key=one.key,
                )
                for one in self.clauses
            ),
        )


def read_rules(data: str, name: str) -> dict[str, RuleText]:
    """Every rule of a file, by its id. Raises RuleFileError."""
    return {key: _rule(key, one) for key, one in read_yaml(data, name).fields.items()}


def _rule(key: str, node: Node) -> RuleText:
    node.only(
        "title", "voters", "basis", "since", "abstentions", "invalid", "against", "conditions"
    )
    since = day(node.need("since"))
    against, voters = node.get("against"), node.get("voters")
    if voters is not None and voters.text != "members":
        raise voters.wrong("只能是 members", "only “members” is possible")
    if against is not None and against.text != "with reasons":
        raise against.wrong("只能是 with reasons", "only “with reasons” is possible")
    return RuleText(
        id=key,
        title=bilingual(node.need("title")),
        members=voters is not None,
        basis=node.need("basis").text,
        abstentions=number_key(node.need("abstentions"), since, ("yes or no",)),
        invalid=number_key(node.need("invalid"), since, ("yes or no",)),
        against_needs_reasons=against is not None,
        clauses=tuple(_clause(one, since) for one in node.need("conditions").rows),
    )


def _clause(node: Node, since: date) -> Clause:
    node.only("count", "of", "among", *BOUNDS)
    bounds = [key for key in node.fields if key in BOUNDS]
    if len(bounds) != 1:
        raise node.wrong(
            f"应当恰有一个 {'、'.join(BOUNDS)}", f"exactly one of {', '.join(BOUNDS)} is expected"
        )
    counted, of, among = node.need("count"), node.get("of"), node.get("among")
    unit = "persons" if of is None else "share"
    return Clause(
        counted=cast("Count", known(counted, counted.text, COUNTS, "计数", "count")),
        bound=cast("Bound", bounds[0]),
        key=number_key(node.need(bounds[0]), since, (unit,)),
        of=None if of is None else cast("Count", known(of, of.text, COUNTS, "计数", "count")),
        among="" if among is None else among.text,
    )


@cache
def ballot_rules() -> dict[str, RuleText]:
    """The rules of the rulebook, by id."""
    file = resources.files("guiju.rulebook") / "procedures" / "ballots.yaml"
    return read_rules(file.read_text("utf-8"), file.name)


def ballot_rule(key: str, opened: date) -> Rule:
    """The rule of that id for a ballot that opens on a day. Raises NoBallotRule and ParamError."""
    found = ballot_rules().get(key)
    if found is None:
        raise NoBallotRule(key, known="、".join(ballot_rules()))
    return found.on(opened)
