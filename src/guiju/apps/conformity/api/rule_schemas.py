"""What the operations on rule sets take and answer (规则集接口的数据)."""

from ninja import Field, Schema

from guiju.web.schemas import Plain, Version

_EXAMPLE = "standard: T/EXAMPLE 1-2026\ntitle: [示例, Example]\n"


class SaidInBoth(Schema):
    """A text in both languages."""

    zh: str
    en: str


class DaysInForce(Schema):
    """From a day until another, that day excluded; null is open."""

    since: str | None = None
    until: str | None = None


class RuleProblem(Schema):
    """What is wrong with a file, on which line, and what to do. `error` keeps it from judging."""

    line: int
    severity: str = Field(examples=["error"])
    zh: str
    en: str
    mend: SaidInBoth


class RuleSetRow(Schema):
    """A rule set in the list. `state` is platform for one of the rulebook's."""

    ref: str
    standard: str
    title: SaidInBoth
    state: str = Field(examples=["reviewed"])
    version: int
    certainty: str
    in_force: DaysInForce
    organisation: str


class RuleSetPage(Schema):
    """A part of the list."""

    total: int
    items: list[RuleSetRow]


class RuleFileAnswer(Schema):
    """A rule set. Only where `official` is true it judges officially (未经审查 otherwise)."""

    ref: str
    standard: str
    title: SaidInBoth
    state: str
    version: int
    official: bool
    problems: list[RuleProblem]


class RuleSetDetail(RuleFileAnswer):
    """A rule set with what its head says; null and empty where its file has errors."""

    in_force: DaysInForce | None
    basis: str
    certainty: str
    omitted: list[SaidInBoth]


class RuleSentence(Schema):
    """A rule in words; `about` is the rule, ladder or index of the file."""

    about: str
    clause: str
    sentence: SaidInBoth


class Sentences(Schema):
    """A rule set in words."""

    standard: str
    official: bool
    sentences: list[RuleSentence]


class LintAnswer(Schema):
    """What is wrong with a text, and what it says if it is usable."""

    usable: bool
    problems: list[RuleProblem]
    sentences: list[RuleSentence]


class RuleText(Schema):
    """The text of a rule file."""

    text: Plain = Field(examples=[_EXAMPLE])


class RuleTextChanged(RuleText):
    """The next version, and the version that you saw."""

    version: Version


class SubmitNote(Schema):
    """What the reviewer is told; `replaces` names the reviewed set whose place it takes, or platform."""

    version: Version
    note: Plain = Field("", max_length=2000)
    replaces: Plain = Field("", max_length=20, examples=["platform"])
