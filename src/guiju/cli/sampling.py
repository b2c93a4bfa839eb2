"""`guiju sampling …`: plans of GB/T 2828.1, and a history of lots with its switches."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from guiju.core.sampling.plans import Counted, LotPlan
    from guiju.core.sampling.switching import Step
    from guiju.core.sampling.tables import State

_STATES = click.Choice(["normal", "tightened", "reduced"])
_level = click.option(
    "--level", default="II", show_default=True, help="S-1 … S-4, I, II, III (检验水平)."
)
_aql = click.option("--aql", required=True, metavar="AQL", help="0.010 … 1000 (接收质量限).")
_counted = click.option(
    "--counted",
    type=click.Choice(["percent", "per-100"]),
    default="percent",
    show_default=True,
    help="Nonconforming items in percent, or nonconformities of 100 items.",
)
_json = click.option("--json", "as_json", is_flag=True, help="JSON on standard output.")


@click.group()
def sampling() -> None:
    """Sampling by attributes, GB/T 2828.1-2012. 计数抽样检验。"""


@sampling.command("plan")
@click.option("--lot", type=click.IntRange(min=1), required=True, help="How many items (批量).")
@_level
@_aql
@click.option("--state", type=_STATES, default="normal", show_default=True)
@_counted
@_json
def plan_(lot: int, level: str, aql: str, state: "State", counted: str, as_json: bool) -> None:
    """The single sampling plan of a lot, and its risks. 一次抽样方案及其风险。"""
    from guiju.core.sampling.plans import limit_named, plan_for, sentence

    found = plan_for(lot, level, limit_named(aql), state, _as_counted(counted))
    if as_json:
        click.echo(json.dumps(_plan(found), ensure_ascii=False))
        return
    said = sentence(found)
    click.echo(f"{said.zh}\n{said.en}")
    risks = _risks(found)
    if risks:
        click.echo(
            f"质量为AQL时接收概率 {risks['accepted_at_aql']:.3f}；质量为 {risks['quality_at_10_percent']} 时接收概率 0.10。"
            f"\nOf quality AQL, {risks['accepted_at_aql']:.3f} of lots are accepted; of quality {risks['quality_at_10_percent']}, 0.10."
        )


@sampling.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_level
@_aql
@_counted
@_json
def history(file: Path, level: str, aql: str, counted: str, as_json: bool) -> None:
    """A CSV of lots (批号, 批量, 不合格数 …): the answer for each and every switch. 逐批判定与转移。"""
    from guiju.core.decoding import decode
    from guiju.core.sampling import switching
    from guiju.core.sampling.lots import read_lots
    from guiju.core.sampling.plans import limit_named

    text, _ = decode(file.read_bytes(), name=file.name)
    steps = switching.history(read_lots(text), level, limit_named(aql), _as_counted(counted))
    for one in steps:
        click.echo(json.dumps(_step(one), ensure_ascii=False) if as_json else _row(one))


def _as_counted(written: str) -> "Counted":
    return "percent" if written == "percent" else "per_100"


def _plan(found: "LotPlan") -> dict[str, Any]:
    from guiju.core.sampling.plans import sentence
    from guiju.core.sampling.tables import scheme

    own, said = found.plan, sentence(found)
    return {
        "standard": scheme().standard,
        "table": own.table,
        "state": own.state,
        "lot": found.lot,
        "level": found.level,
        "aql": str(own.limit),
        "counted": found.counted.replace("_", "-"),
        "letter": own.letter,
        "arrow": own.arrow,
        "used": own.used,
        "n": found.size,
        "whole": found.whole,
        "Ac": own.accept,
        "Re": own.refuse,
        **_risks(found),
        "sentence": {"zh": said.zh, "en": said.en},
    }


def _risks(found: "LotPlan") -> dict[str, float]:
    """None of all items: nothing is left to chance there."""
    from guiju.core.sampling.chances import acceptance, quality_at

    if found.whole:
        return {}
    own = found.plan
    at_limit = acceptance(own.size, own.accept, float(own.limit), found.counted)
    return {
        "accepted_at_aql": round(at_limit, 4),
        "quality_at_10_percent": round(quality_at(own.size, own.accept, 0.1, found.counted), 3),
    }


def _step(one: "Step") -> dict[str, Any]:
    used = one.plan
    return {
        "lot": one.lot.name,
        "state": one.before.state,
        "n": used and used.size,
        "Ac": used and used.plan.accept,
        "found": one.lot.found,
        "accepted": one.accepted,
        "score": one.after.score,
        "next": "discontinued" if one.after.stopped else one.after.state,
        "reason": {"zh": one.reason.zh, "en": one.reason.en},
    }


def _row(one: "Step") -> str:
    from guiju.core.sampling.tables import STATE_WORDS

    answer = {True: "接收 accepted", False: "不接收 not accepted", None: "— —"}[one.accepted]
    used = "" if one.plan is None else f"n={one.plan.size} Ac={one.plan.plan.accept}"
    return (
        f"{one.lot.name}\t{STATE_WORDS[one.before.state].zh}\t{used}\td={one.lot.found}\t{answer}\t"
        f"{one.reason.zh}\t{one.reason.en}"
    )
