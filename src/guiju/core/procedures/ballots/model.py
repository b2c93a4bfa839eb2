"""The values of a ballot (表决): electors, votes, the rule in force when it opened, the tally."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from guiju.core.errors import Bilingual

Mark = Literal["for", "against", "abstain"]
MARKS: dict[str, Bilingual] = {
    "for": Bilingual("同意", "in favour"),
    "against": Bilingual("不同意", "against"),
    "abstain": Bilingual("弃权", "abstaining"),
}
Count = Literal["electorate", "participants", "votes", "for", "against"]
COUNTS: dict[str, Bilingual] = {
    "electorate": Bilingual("全体有表决权者", "those entitled to vote"),
    "participants": Bilingual("参加表决者", "those taking part"),
    "votes": Bilingual("计入的票（不含弃权）", "votes counted, without abstentions"),
    "for": Bilingual("同意", "in favour"),
    "against": Bilingual("不同意", "against"),
}
Bound = Literal["at_least", "more_than", "at_most", "fewer_than"]
BOUNDS: dict[str, Bilingual] = {
    "at_least": Bilingual("应不少于", "at least"),
    "more_than": Bilingual("应多于", "more than"),
    "at_most": Bilingual("应不超过", "at most"),
    "fewer_than": Bilingual("应少于", "fewer than"),
}


@dataclass(frozen=True, slots=True)
class Elector:
    """Who may vote; `seat` tells kinds of members apart, such as P-members (积极成员)."""

    person: str
    unit: str = ""
    seat: str = "member"
    roles: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Vote:
    """One ballot paper (投票单) as it came in: valid only with exactly one mark."""

    person: str
    marks: tuple[str, ...]
    on: date
    reasons: str = ""


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of passing, its number already fixed. `of` empty: a number of persons."""

    counted: Count
    bound: Bound
    share: Fraction
    of: Count | Literal[""]
    among: str
    key: str


@dataclass(frozen=True, slots=True)
class Rule:
    """How a ballot is counted (表决规则), under the parameters in force on the day it opened."""

    id: str
    title: Bilingual
    basis: str
    abstentions: bool
    invalid: bool
    against_needs_reasons: bool
    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Recusal:
    """An elector who stands aside (回避), and why."""

    person: str
    reason: str


@dataclass(frozen=True, slots=True)
class Ballot:
    """One round of a ballot. The electorate is frozen on the day of opening."""

    kind: str
    rule: Rule
    electors: tuple[Elector, ...]
    opened: date
    last: date | None = None
    votes: tuple[Vote, ...] = ()
    recusals: tuple[Recusal, ...] = ()
    closed: date | None = None
    current: bool = True


@dataclass(frozen=True, slots=True)
class Check:
    """A condition and what was found: both numbers, and the sentence that anyone can recount."""

    condition: Condition
    found: int
    needed: Fraction
    held: bool
    says: Bilingual


@dataclass(frozen=True, slots=True)
class Tally:
    """The result (表决结果). `counted` has the numbers of all electors, whatever their seat."""

    counted: dict[str, int]
    abstained: int
    invalid: tuple[str, ...]
    late: tuple[str, ...]
    recused: tuple[str, ...]
    checks: tuple[Check, ...]

    @property
    def passed(self) -> bool:
        return all(one.held for one in self.checks)
