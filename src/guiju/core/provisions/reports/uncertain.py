"""Results with their uncertainty (测量不确定度): `8.6±0.2`, and what a declared guard band makes of them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from guiju.core.errors import Bilingual
from guiju.core.provisions.explaining.findings import asked_of
from guiju.core.provisions.explaining.model import Explained
from guiju.core.provisions.explaining.phrases import plain
from guiju.core.provisions.findings import Finding
from guiju.core.provisions.measured import Measured, read_measured
from guiju.core.provisions.model import Characteristic
from guiju.core.provisions.uncertainty import Decision, decided

_SIGN = "±"


def with_uncertainty(result: str, uncertainty: str) -> tuple[Measured, Decimal | None]:
    """A result and its U, from behind its sign or from a column of its own."""
    text, sign, behind = result.partition(_SIGN)
    if not sign and not uncertainty:
        return read_measured(result), None
    number = read_measured(behind if sign else uncertainty)
    known = number.kind == "number" and number.number is not None and number.number >= 0
    if sign and not known:
        return Measured("unreadable", written=result.strip()), None
    measured = read_measured(text)
    return replace(measured, written=result.strip()), number.number if known else None


def guarded(
    found: Iterable[Finding],
    uncertainties: Mapping[str, Decimal],
    known: Mapping[str, Characteristic],
) -> tuple[Finding, ...]:
    """The findings by the guard band: what lies within U of its limit is undetermined."""
    return tuple(_guarded(one, uncertainties, known) for one in found)


def _guarded(
    one: Finding, uncertainties: Mapping[str, Decimal], known: Mapping[str, Characteristic]
) -> Finding:
    name, asked = one.rule.characteristic, asked_of(one)
    if one.status not in ("pass", "fail") or asked is None or name not in uncertainties:
        return one
    status = decided(
        one.measured,
        asked,
        uncertainties[name],
        "guarded",
        comparison=one.rule.comparison,
        least=known[name].least,
        undetected=known[name].undetected,
    )
    return replace(one, status=status)


def said(
    one: Explained, before: Finding, uncertainty: Decimal | None, decision: Decision
) -> Explained:
    """The explanation with what the uncertainty did; `before` is the finding without it."""
    if uncertainty is None or before.status not in ("pass", "fail"):
        return one
    u = plain(uncertainty)
    if decision == "simple":
        words = Bilingual(f"简单接受，U={u} 不计", f"simple acceptance, U={u} does not count")
    elif one.status == before.status:
        words = Bilingual(f"距限值超过 U={u}", f"further from the limit than U={u}")
    else:
        words = Bilingual(
            f"采用保护带，距限值不超过 U={u}", f"guard band: within U={u} of the limit"
        )
    return replace(one, how=Bilingual(f"{one.how.zh}；{words.zh}", f"{one.how.en}; {words.en}"))
