"""What a finding is (疑点): something about a record that cannot be right."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from guiju.core.errors import Bilingual
from guiju.core.records.partial import english_when

# code → severity and the sentence's templates. An error keeps what it is about out of the graph
# or of the answer; a warning asks somebody to look.
_KINDS: dict[str, tuple[str, Bilingual]] = {
    "self_replacement": (
        "error",
        Bilingual("{number} 被写成代替自己。", "{number} is said to replace itself."),
    ),
    "committee_as_standard": (
        "error",
        Bilingual(
            "“{target}”是技术委员会编号，不是标准：大概是归口单位填错了栏。",
            "“{target}” is the number of a committee, not a standard: "
            "the custodian probably stands in the wrong field.",
        ),
    ),
    "plan_as_standard": (
        "error",
        Bilingual(
            "“{target}”是计划号，不是标准编号。",
            "“{target}” is the number of a plan, not of a standard.",
        ),
    ),
    "unreadable_target": (
        "error",
        Bilingual(
            "“{target}”读不出是哪项标准：{why_zh}",
            "“{target}” names no standard that can be read: {why_en}",
        ),
    ),
    "unreadable_number": (
        "warning",
        Bilingual(
            "编号“{number}”读不出：{why_zh}", "The number “{number}” cannot be read: {why_en}"
        ),
    ),
    "replaces_newer": (
        "error",
        Bilingual(
            "{newer} 比 {older} 新，不会被它代替。",
            "{newer} is newer than {older} and cannot have been replaced by it.",
        ),
    ),
    "replaced_by_own_supplement": (
        "error",
        Bilingual(
            "{supplement} 是 {base} 的修改或勘误，不会代替它。",
            "{supplement} amends or corrects {base} and does not replace it.",
        ),
    ),
    "circle": (
        "error",
        Bilingual(
            "这些标准互相代替，成了一个环：{numbers}。",
            "These standards replace one another in a circle: {numbers}.",
        ),
    ),
    "unreadable_date": (
        "warning",
        Bilingual("{field_zh}“{value}”不是日期。", "The {field_en} “{value}” is no date."),
    ),
    "effective_before_issued": (
        "warning",
        Bilingual(
            "实施日期 {effective} 早于发布日期 {issued}。",
            "It takes effect {effective_when}, before its publication {issued_when}.",
        ),
    ),
    "withdrawn_before_issued": (
        "warning",
        Bilingual(
            "废止日期 {withdrawn} 早于发布日期 {issued}。",
            "It was withdrawn {withdrawn_when}, before its publication {issued_when}.",
        ),
    ),
    "withdrawn_before_effective": (
        "warning",
        Bilingual(
            "废止日期 {withdrawn} 早于实施日期 {effective}。",
            "It was withdrawn {withdrawn_when}, before it took effect {effective_when}.",
        ),
    ),
    "year_disagrees": (
        "warning",
        Bilingual(
            "编号中的年份 {year} 与发布日期 {issued} 不符。",
            "The year {year} of the number is not that of its publication, {issued}.",
        ),
    ),
    "claim_against_dates": (
        "warning",
        Bilingual(
            "{source}称 {as_of} 时为{claimed_zh}，与此不符：{why_zh}。",
            "{source} says that it was {claimed_en} {as_of_when}, against this: {why_en}.",
        ),
    ),
    "ended_twice": (
        "warning",
        Bilingual(
            "已经终止之后又被写成{state_zh}（{date}）。",
            "It is said to be {state_en} ({date}) after it had ended already.",
        ),
    ),
}

_DATES = ("issued", "effective", "withdrawn", "as_of")


@dataclass(frozen=True, slots=True)
class Finding:
    """A code, how grave it is, the sentence, and the values in it."""

    code: str
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def severity(self) -> str:
        return _KINDS[self.code][0]

    @property
    def sentence(self) -> Bilingual:
        zh, en = _KINDS[self.code][1]
        when = {f"{name}_when": english_when(self.values.get(name, "")) for name in _DATES}
        return Bilingual(zh.format(**self.values), en.format(**self.values, **when))


CODES = tuple(_KINDS)
