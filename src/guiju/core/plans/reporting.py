"""The life of a progress report (进展报告): the table of its states and acts is the process."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from guiju.core.errors import Bilingual, InputError, StateError


class State(StrEnum):
    """Where a report stands."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    ACCEPTED = "accepted"
    RETURNED = "returned"

    @property
    def label(self) -> Bilingual:
        return _STATES[self]


class Who(StrEnum):
    """Whose turn an act is."""

    AUTHOR = "author"
    OFFICE = "office"

    @property
    def label(self) -> Bilingual:
        return _PEOPLE[self]


_STATES = {
    State.DRAFT: Bilingual("草稿", "Draft"),
    State.SUBMITTED: Bilingual("已报送", "Submitted"),
    State.ACCEPTED: Bilingual("已通过", "Accepted"),
    State.RETURNED: Bilingual("已退回", "Returned"),
}
_PEOPLE = {
    Who.AUTHOR: Bilingual("报送单位", "The reporting organisation"),
    Who.OFFICE: Bilingual("办公室", "The office"),
}


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that can be done with a report. `to` is None where the state stays."""

    name: str
    label: Bilingual
    who: Who
    states: tuple[State, ...]
    to: State | None
    needs_reason: bool = False


ACTS: dict[str, Act] = {
    act.name: act
    for act in (
        Act("edit", Bilingual("修改", "edit"), Who.AUTHOR, (State.DRAFT, State.RETURNED), None),
        Act(
            "submit",
            Bilingual("报送", "submit"),
            Who.AUTHOR,
            (State.DRAFT, State.RETURNED),
            State.SUBMITTED,
        ),
        Act(
            "withdraw",
            Bilingual("撤回", "withdraw"),
            Who.AUTHOR,
            (State.SUBMITTED,),
            State.DRAFT,
        ),
        Act("accept", Bilingual("通过", "accept"), Who.OFFICE, (State.SUBMITTED,), State.ACCEPTED),
        Act(
            "return",
            Bilingual("退回", "return"),
            Who.OFFICE,
            (State.SUBMITTED,),
            State.RETURNED,
            needs_reason=True,
        ),
        Act(
            "reopen",
            Bilingual("重新打开", "reopen"),
            Who.OFFICE,
            (State.ACCEPTED,),
            State.RETURNED,
            needs_reason=True,
        ),
        Act("publish", Bilingual("公开", "publish"), Who.OFFICE, (State.ACCEPTED,), None),
    )
}


class WrongState(StateError):
    """The report's state does not allow the act (报告状态不允许)."""

    code = "report_state"
    zh = "报告现为“{subject}”，不能{act_zh}。现在可以：{possible_zh}。"
    en = "A report that is {state_en} cannot be {act_en}. Possible now: {possible_en}."


class ReasonMissing(InputError):
    """An act that must give its reason does not (缺少理由)."""

    code = "report_reason"
    zh = "请写明{subject}的理由，报送单位要据此修改。"
    en = "Give a reason (to {act_en}): the reporting organisation revises by it."


_PARTICIPLES = {
    "edit": "edited",
    "submit": "submitted",
    "withdraw": "withdrawn",
    "accept": "accepted",
    "return": "returned",
    "reopen": "reopened",
    "publish": "published",
}


def possible(state: str, who: Who | None = None) -> tuple[Act, ...]:
    """What can be done in a state (by one side), in the order of the table.

    >>> [act.name for act in possible("submitted", Who.OFFICE)]
    ['accept', 'return']
    """
    return tuple(act for act in ACTS.values() if state in act.states and who in {None, act.who})


def after(act: str, state: str, *, reason: str = "") -> State:
    """The state after an act. Raises WrongState or ReasonMissing.

    >>> after("submit", "returned")
    <State.SUBMITTED: 'submitted'>
    """
    row, now = ACTS[act], State(state)
    if now not in row.states:
        raise WrongState(
            now.label.zh,
            act_zh=row.label.zh,
            act_en=_PARTICIPLES[act],
            state_en=now.label.en.lower(),
            possible_zh="；".join(_turns(possible(now), "zh")),
            possible_en="; ".join(_turns(possible(now), "en")),
        )
    if row.needs_reason and not reason.strip():
        raise ReasonMissing(row.label.zh, act_en=row.label.en)
    return row.to or now


def _turns(acts: Iterable[Act], language: str) -> list[str]:
    """Who may do what: '办公室通过、退回', 'the office may accept, return'."""
    found: dict[Who, list[str]] = {}
    for act in acts:
        found.setdefault(act.who, []).append(act.label.say(language))
    if language == "zh":
        return [f"{who.label.zh}{'、'.join(names)}" for who, names in found.items()]
    return [
        f"{who.label.en[0].lower()}{who.label.en[1:]} may {', '.join(names)}"
        for who, names in found.items()
    ]


def mermaid() -> str:
    """The table as a state diagram in Mermaid, for the documentation."""
    lines = ["stateDiagram-v2", "  [*] --> draft"]
    lines += [f"  {state}: {state.label.zh} {state.label.en}" for state in State]
    for act in ACTS.values():
        whose = f"{act.label.zh} {act.label.en} ({act.who.label.zh})"
        lines += [f"  {state} --> {act.to or state}: {whose}" for state in act.states]
    return "\n".join(lines) + "\n"


def as_table() -> str:
    """The table as Markdown, for the documentation."""
    head = "| act 操作 | who 由谁 | from 从 | to 到 | reason 理由 |\n|---|---|---|---|---|\n"
    rows = [
        f"| {act.label.zh} `{act.name}` | {act.who.label.zh} {act.who} "
        f"| {', '.join(state.label.zh for state in act.states)} "
        f"| {act.to.label.zh if act.to else '（不变）'} "
        f"| {'必填 required' if act.needs_reason else '—'} |"
        for act in ACTS.values()
    ]
    return head + "\n".join(rows) + "\n"
