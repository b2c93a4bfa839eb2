"""Plans of several units of a lot (二级、三级采样方案, GB 29921, GB 4789.1): n, c, m, M.

Of n units at most c may lie above m, and with a third class none above M.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from guiju.core.errors import InputError
from guiju.core.provisions.interval import Interval, bound
from guiju.core.provisions.judging import Status, judge
from guiju.core.provisions.measured import Measured


class ClassesError(InputError):
    """A plan or results that cannot be judged (采样方案或结果有误)."""

    code = "sampling.classes"
    zh = "采样方案 {subject} 不能使用：{why_zh}"
    en = "The sampling plan {subject} cannot be used: {why_en}"


@dataclass(frozen=True, slots=True)
class Classes:
    """`most` is M; without it the plan has two classes (二级)."""

    units: int
    allowed: int
    limit: Decimal
    most: Decimal | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.allowed < self.units:
            raise ClassesError(
                str(self),
                why_zh="c 应当不小于0且小于 n。",
                why_en="c is at least 0 and less than n.",
            )
        if self.most is not None and self.most < self.limit:
            raise ClassesError(str(self), why_zh="M 小于 m。", why_en="M is less than m.")

    def __str__(self) -> str:
        third = "" if self.most is None else f", M={self.most}"
        return f"n={self.units}, c={self.allowed}, m={self.limit}{third}"


def judge_units(plan: Classes, results: Sequence[Measured]) -> Status:
    """Whether the lot conforms. Fewer results than n are missing; more are refused.

    A result that is not certain counts both ways: what all of these agree on is the answer.
    """
    if len(results) > plan.units:
        raise ClassesError(
            str(plan),
            why_zh=f"有 {len(results)} 个结果，多于 n。",
            why_en=f"there are {len(results)} results, more than n.",
        )
    above = [judge(one, _up_to(plan.limit)) for one in results]
    beyond: list[Status] = (
        [] if plan.most is None else [judge(one, _up_to(plan.most)) for one in results]
    )
    if "fail" in beyond or above.count("fail") > plan.allowed:
        return "fail"
    if "missing" in above or len(results) < plan.units:
        return "missing"
    doubtful = sum(one != "pass" for one in above) > plan.allowed
    return "undetermined" if doubtful or "undetermined" in beyond else "pass"


def _up_to(limit: Decimal) -> Interval:
    return Interval(None, bound(limit), f"≤{limit}")
