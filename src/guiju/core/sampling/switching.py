"""Switching between normal, tightened and reduced inspection (转移规则, GB/T 2828.1 9.3, 9.4).

One lot after the other; lots that are submitted again do not count.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from guiju.core.errors import Bilingual
from guiju.core.sampling.plans import Counted, LotPlan, SamplingError, plan, plan_for
from guiju.core.sampling.reasons import stays
from guiju.core.sampling.tables import STATE_WORDS, State, Switching, scheme


@dataclass(frozen=True, slots=True, kw_only=True)
class Lot:
    """A lot and what was found in its sample. None: nobody told.

    `steady`: production is (生产稳定); `approved`: the authority wants reduced inspection
    (负责部门同意放宽); `again`: it is submitted again; `mended`: the supplier has improved.
    """

    name: str
    size: int
    found: int
    steady: bool | None = None
    approved: bool | None = None
    again: bool = False
    mended: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the inspection stands (检验状态) before a lot. `last` are the answers that count."""

    state: State = "normal"
    score: int = 0
    last: tuple[bool, ...] = ()
    refused: int = 0
    stopped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What was done with a lot, and what follows. `plan` is None where inspection is stopped."""

    lot: Lot
    before: Standing
    plan: LotPlan | None
    accepted: bool | None
    after: Standing
    reason: Bilingual


def history(
    lots: Iterable[Lot], level: str, limit: Decimal, counted: Counted = "percent"
) -> tuple[Step, ...]:
    """Every lot with its plan, its answer and the reason for what follows. Raises SamplingError."""
    steps: list[Step] = []
    standing = Standing()
    for lot in lots:
        steps.append(_step(lot, standing, level, limit, counted))
        standing = steps[-1].after
    return tuple(steps)


def _step(lot: Lot, before: Standing, level: str, limit: Decimal, counted: Counted) -> Step:
    if before.stopped and lot.mended:
        before = Standing("tightened")
    if before.stopped:
        clause = scheme().switching.clauses["discontinue"]
        why = Bilingual(
            f"检验已暂停，供方改进并经负责部门同意后按加严检验恢复（{clause}）",
            f"inspection is discontinued; it resumes, tightened, when the supplier has improved ({clause})",
        )
        return Step(lot=lot, before=before, plan=None, accepted=None, after=before, reason=why)
    found = plan_for(lot.size, level, limit, before.state, counted)
    if lot.found < 0 or (counted == "percent" and lot.found > found.size):
        raise SamplingError(
            lot.name,
            why_zh=f"样本 {found.size} 件中不可能有 {lot.found} 件不合格品。",
            why_en=f"{lot.found} of {found.size} items cannot be nonconforming.",
        )
    accepted = lot.found <= found.plan.accept
    if lot.again:
        after, why = (
            before,
            Bilingual("再次提交的批不计入转移规则", "a lot submitted again does not count"),
        )
    else:
        after, why = _AFTER[before.state](lot, before, found, accepted, scheme().switching)
    return Step(lot=lot, before=before, plan=found, accepted=accepted, after=after, reason=why)


def _normal(
    lot: Lot, before: Standing, found: LotPlan, accepted: bool, rules: Switching
) -> tuple[Standing, Bilingual]:
    last = (*before.last, accepted)[-rules.tighten_lots :]
    if last.count(False) >= rules.tighten_refused:
        return Standing("tightened"), Bilingual(
            f"连续 {len(last)} 批中有 {rules.tighten_refused} 批不接收，转为加严检验（{rules.clauses['tighten']}）",
            f"{rules.tighten_refused} of {len(last)} lots in a row were not accepted: tightened inspection ({rules.clauses['tighten']})",
        )
    score, why = _score(lot, before, found, accepted, rules)
    after = replace(before, score=score, last=last)
    if score < rules.reduce_score:
        return after, why
    if lot.steady and lot.approved:
        return Standing("reduced"), Bilingual(
            f"转移得分 {score}，生产稳定，负责部门同意，转为放宽检验（{rules.clauses['reduce']}）",
            f"the switching score is {score}, production is steady, reduced inspection is approved: reduced inspection ({rules.clauses['reduce']})",
        )
    return after, Bilingual(
        f"{why.zh}；转移得分已达 {rules.reduce_score}，但{_lacking(lot).zh}，仍为正常检验（{rules.clauses['reduce']}）",
        f"{why.en}; the score has reached {rules.reduce_score}, but {_lacking(lot).en}: normal inspection goes on ({rules.clauses['reduce']})",
    )


def _score(
    lot: Lot, before: Standing, found: LotPlan, accepted: bool, rules: Switching
) -> tuple[int, Bilingual]:
    """The switching score (转移得分): from Ac 2 on, the next stricter AQL must be passed as well."""
    own, gain = found.plan, rules.score_small
    if own.accept >= rules.large_from:
        limits = scheme().limits
        stricter = plan(own.used, limits[limits.index(own.limit) - 1], "normal")
        accepted, gain = lot.found <= stricter.accept, rules.score_large
    if not accepted:
        return 0, stays("score_reset", rules.clauses["score"])
    score = before.score + gain
    return score, stays("score_up", rules.clauses["score"], gain=gain, score=score)


def _lacking(lot: Lot) -> Bilingual:
    if not lot.steady:
        known = lot.steady is None
        return (
            Bilingual("没有说明生产是否稳定", "nobody told whether production is steady")
            if known
            else Bilingual("生产不稳定", "production is not steady")
        )
    return Bilingual("负责部门没有同意", "the responsible authority has not approved")


def _tightened(
    lot: Lot, before: Standing, found: LotPlan, accepted: bool, rules: Switching
) -> tuple[Standing, Bilingual]:
    last = (*before.last, accepted)[-rules.normal_accepted :]
    refused = before.refused + (not accepted)
    if refused >= rules.discontinue_refused:
        return replace(before, last=last, refused=refused, stopped=True), Bilingual(
            f"加严检验中累计 {refused} 批不接收，暂停检验（{rules.clauses['discontinue']}）",
            f"{refused} lots were not accepted under tightened inspection: inspection is discontinued ({rules.clauses['discontinue']})",
        )
    if len(last) == rules.normal_accepted and all(last):
        return Standing(), Bilingual(
            f"连续 {len(last)} 批接收，恢复正常检验（{rules.clauses['normal']}）",
            f"{len(last)} lots in a row were accepted: normal inspection ({rules.clauses['normal']})",
        )
    row = next((at for at, one in enumerate(reversed(last)) if not one), len(last))
    why = stays("tightened", rules.clauses["normal"], row=row, refused=refused)
    return replace(before, last=last, refused=refused), why


def _reduced(
    lot: Lot, before: Standing, found: LotPlan, accepted: bool, rules: Switching
) -> tuple[Standing, Bilingual]:
    clause = rules.clauses["leave_reduced"]
    if not accepted:
        return Standing(), stays("reduced_refused", clause)
    if lot.steady is False:
        return Standing(), stays("reduced_unsteady", clause)
    if lot.approved is False:
        return Standing(), stays("reduced_unapproved", clause)
    return before, stays("reduced", clause, state=STATE_WORDS["reduced"].zh)


_AFTER = {"normal": _normal, "tightened": _tightened, "reduced": _reduced}
