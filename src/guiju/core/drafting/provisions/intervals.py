"""What an operator and a value mean together (区间)."""

from guiju.core.drafting.provisions.model import Interval, Operator
from guiju.core.drafting.provisions.quantities import Value


def interval_of(operator: Operator, value: Value, of: str = "") -> Interval:
    """`=` with a range or a tolerance is an interval; `≤ ±0.2` bounds the size on both sides."""
    if value.low is None or value.high is None:
        return Interval(operator=operator, written=value.written, unit=value.unit, of=of)
    low, high = value.low, value.high
    if operator == "=":
        operator = "=" if value.exact else "between"
    elif not _is_signed(value):
        low, high = (high, high) if operator in ("≤", "<") else (low, low)
    signed = _is_signed(value)
    return Interval(
        operator=operator,
        written=value.written,
        unit=value.unit,
        low=low if operator in ("≥", ">", "=", "between") or signed else None,
        high=high if operator in ("≤", "<", "=", "between") or signed else None,
        low_included=operator != ">",
        high_included=operator != "<",
        of=of,
    )


def _is_signed(value: Value) -> bool:
    """±0.2, +0.2/−0.1: bounds on both sides, whatever the operator."""
    tolerance = value.written.startswith("+") and not value.exact
    return tolerance or value.written.startswith("±")
