"""Sums in a rule file (合成指标): `ratios: {chloroform: 0.06}` or `sum: [PFOA, PFOS]`."""

from decimal import Context, Decimal, Inexact

from guiju.core.provisions.columnar.scaled import PLACES
from guiju.core.provisions.composed import Derived
from guiju.core.provisions.files import parts
from guiju.core.provisions.files.nodes import Node, RuleFileError
from guiju.core.provisions.interval import Bound, Interval
from guiju.core.provisions.model import Characteristic, Lookup, Rule, Rung
from guiju.core.provisions.written import Limit
from guiju.core.units import factors

_EXACT = Context(prec=60, traps=[Inexact])


def sums(node: Node | None, known: dict[str, Characteristic]) -> tuple[Derived, ...]:
    """All sums of a file. Raises RuleFileError."""
    if node is None:
        return ()
    found = []
    for name, one in node.fields.items():
        if name not in known:
            raise _unknown(one, name)
        found.append(_sum(name, one, known))
        if any(part in node.fields for part, _ in found[-1].parts):
            raise one.wrong("和不能由和组成", "a sum cannot be made of sums")
    return tuple(found)


def _sum(name: str, node: Node, known: dict[str, Characteristic]) -> Derived:
    node.only("clause", "ratios", "sum")
    ratios, plain = node.get("ratios"), node.get("sum")
    if (ratios is None) == (plain is None):
        raise node.wrong("应当写 ratios 或 sum 之一", "either ratios or sum is expected")
    if ratios is not None:
        made = tuple((part, _divisor(one)) for part, one in ratios.fields.items())
        nodes = list(ratios.fields.items())
    else:
        assert plain is not None  # noqa: S101 one of the two is there
        nodes = [(one.text, one) for one in plain.rows]
        made = tuple((part, _factor(one, part, name, known)) for part, one in nodes)
    for part, one in nodes:
        if part not in known:
            raise _unknown(one, part)
    if len(made) < 2 or len({part for part, _ in made}) < len(made):
        raise node.wrong(
            "应当有两个以上不同的指标", "two or more different characteristics are needed"
        )
    return Derived(id=name, clause=node.need("clause").text, parts=made)


def _divisor(node: Node) -> Decimal:
    found = parts.decimal(node)
    if found <= 0:
        raise node.wrong("应当大于零", "it must be above zero")
    return found


def _factor(node: Node, part: str, name: str, known: dict[str, Characteristic]) -> Decimal:
    """What a part is divided by to be in the unit of the sum."""
    if part not in known or known[part].unit == known[name].unit:
        return Decimal(1)
    both = factors(known[name].unit, known[part].unit)
    if both is None:
        raise node.wrong(
            f"“{part}”的单位不能换算为“{name}”的单位",
            f"the unit of “{part}” cannot be converted into that of “{name}”",
        )
    return _EXACT.divide(both[0], both[1])


def _unknown(node: Node, name: str) -> RuleFileError:
    return node.wrong(f"characteristics 中没有“{name}”", f"characteristics have no “{name}”")


def short_limits(
    node: Node, made: frozenset[str], rules: tuple[Rule, ...], rungs: tuple[Rung, ...]
) -> None:
    """Limits of what is reckoned have few enough decimals to be compared with exactly."""
    pairs: list[tuple[str, Limit | Lookup]] = [(one.characteristic, one.limit) for one in rules]
    pairs += [(one.characteristic, limit) for one in rungs for limit in one.limits]
    for name, limit in pairs:
        if (
            name in made
            and isinstance(limit, Interval)
            and any(map(_long, (limit.low, limit.high)))
        ):
            raise node.wrong(
                f"“{limit.written}”的小数位数过多（合成指标最多 {PLACES - 1} 位）",
                f"“{limit.written}” has too many decimals (at most {PLACES - 1} of what is reckoned)",
            )


def _long(end: Bound | None) -> bool:
    return end is not None and end.step < Decimal(1).scaleb(1 - PLACES)
