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
    elif not value.written.startswith("±"):
        low, high = (high, high) if operator in ("≤", "<") else (low, low)
    signed = value.written.startswith("±")
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
