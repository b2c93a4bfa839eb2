"""A single sampling plan for a lot (一次抽样方案): letter, arrow, sample, acceptance number."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Literal

from guiju.core.errors import Bilingual, InputError
from guiju.core.sampling.tables import STATE_WORDS, Arrow, State, scheme

# How quality is counted: items that do not conform, or nonconformities of 100 items.
Counted = Literal["percent", "per_100"]


class SamplingError(InputError):
    """What was asked for has no plan (没有这样的抽样方案)."""

    code = "sampling.plan"
    zh = "“{subject}”没有抽样方案：{why_zh}"
    en = "There is no sampling plan for “{subject}”: {why_en}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """n, Ac, Re of a letter and an AQL. `used` is the letter to which the arrow leads."""

    state: State
    table: str
    letter: str
    used: str
    arrow: Arrow | None
    limit: Decimal
    size: int
    accept: int

    @property
    def refuse(self) -> int:
        """The rejection number (拒收数)."""
        return self.accept + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class LotPlan:
    """The plan for one lot. `size` is what is inspected: all of it where the sample is as large."""

    lot: int
    level: str
    counted: Counted
    plan: Plan

    @property
    def whole(self) -> bool:
        """Whether all items are inspected (100%检验)."""
        return self.plan.size >= self.lot

    @property
    def size(self) -> int:
        return min(self.plan.size, self.lot)


def level_named(written: str) -> str:
    """The inspection level (检验水平): `II` is Ⅱ. Raises SamplingError."""
    known, asked = scheme(), written.strip().upper()
    level = known.synonyms.get(asked, asked)
    if level not in known.levels:
        raise SamplingError(
            written,
            why_zh=f"检验水平只有 {'、'.join(known.levels)}。",
            why_en=f"the inspection levels are {', '.join(known.levels)}.",
        )
    return level


def limit_named(written: str) -> Decimal:
    """The acceptance quality limit (AQL), one of the preferred values. Raises SamplingError."""
    try:
        asked = Decimal(written.strip())
    except InvalidOperation:
        asked = Decimal("NaN")
    found = next((one for one in scheme().limits if one == asked), None)
    if found is None:
        known = [str(one) for one in scheme().limits]
        raise SamplingError(
            f"AQL {written}",
            why_zh=f"表中的AQL只有 {'、'.join(known)}；其他值不能使用这些表。",
            why_en=f"the AQL of the tables are {', '.join(known)}; others cannot be used with them.",
        )
    return found


def letter(lot: int, level: str) -> str:
    """The code letter of a lot (样本量字码, 表1). Raises SamplingError."""
    asked = level_named(level)
    found = next((own for first, own in scheme().letters if lot >= first), None)
    if found is None:
        raise SamplingError(
            f"N={lot}",
            why_zh="批量应当不小于2；单件产品逐件检验。",
            why_en="a lot has two items or more; a single item is simply inspected.",
        )
    return found[asked]


def plan(code: str, limit: Decimal, state: State = "normal") -> Plan:
    """The plan of a letter: the first one that the arrow meets. Raises SamplingError."""
    table = scheme().tables[state]
    cell = table.cells.get((code, limit))
    if cell is None:
        raise SamplingError(
            f"{code}, AQL {limit}",
            why_zh=f"{table.clause}（{STATE_WORDS[state].zh}）这一格没有方案。",
            why_en=f"this cell of table {table.clause.removeprefix('表')} is empty.",
        )
    arrow: Arrow | None = None if isinstance(cell, int) else cell
    letters = list(table.sizes)
    at, step = letters.index(code), 1 if cell == "↓" else -1
    while not isinstance(cell, int):
        at += step
        cell = table.cells[letters[at], limit]
    used = letters[at]
    return Plan(
        state=state, table=table.clause, letter=code, used=used, arrow=arrow, limit=limit,
        size=table.sizes[used], accept=cell,
    )  # fmt: skip


def plan_for(
    lot: int, level: str, limit: Decimal, state: State = "normal", counted: Counted = "percent"
) -> LotPlan:
    """The plan for a lot. Raises SamplingError."""
    if counted == "percent" and limit > scheme().percent_up_to:
        raise SamplingError(
            f"AQL {limit}",
            why_zh="大于10的AQL只用于每百单位产品不合格数，不用于不合格品百分数（5.2）。",
            why_en="an AQL above 10 counts nonconformities per 100 items and no percentage of items (5.2).",
        )
    found = plan(letter(lot, level), limit, state)
    return LotPlan(lot=lot, level=level_named(level), counted=counted, plan=found)


def sentence(found: LotPlan) -> Bilingual:
    """The plan in words, with what the arrow changed."""
    own = found.plan
    arrow = Bilingual("", "")
    if own.arrow:
        arrow = Bilingual(
            f"字码 {own.letter} 处为箭头{own.arrow}，改用字码 {own.used} 的方案，样本量随之改变；",
            f"at letter {own.letter} stands the arrow {own.arrow}: the plan of letter {own.used} is used, with its sample size; ",
        )
    much = Bilingual(f"抽取 {found.size} 件", f"inspect {found.size} items")
    if found.whole:
        much = Bilingual(
            f"样本量 {own.size} 不小于批量，对全部 {found.lot} 件进行100%检验",
            f"the sample of {own.size} is not smaller than the lot: inspect all {found.lot} items",
        )
    what = {
        "percent": Bilingual("不合格品", "nonconforming items"),
        "per_100": Bilingual("不合格", "nonconformities"),
    }[found.counted]
    return Bilingual(
        f"{STATE_WORDS[own.state].zh}（{own.table}），字码 {own.letter}；{arrow.zh}{much.zh}；"
        f"{what.zh}数不大于 {own.accept} 接收，不小于 {own.refuse} 不接收。",
        f"{STATE_WORDS[own.state].en.capitalize()} (table {own.table.removeprefix('表')}), letter {own.letter}; "
        f"{arrow.en}{much.en}; accept with {own.accept} {what.en} or fewer, not with {own.refuse} or more.",
    )
