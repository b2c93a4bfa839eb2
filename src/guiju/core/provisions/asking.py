"""What a rung of a ladder asks of a thing (适用的分级限值), by what is told of it."""

from dataclasses import dataclass

from guiju.core.errors import Bilingual
from guiju.core.provisions.lookup import looked_up
from guiju.core.provisions.model import Rung
from guiju.core.provisions.sample import Attributes, applies
from guiju.core.provisions.written import Limit


@dataclass(frozen=True, slots=True)
class Asked:
    """The limits of a rung for these attributes, a None among them asking for nothing.

    None in their place: nobody can tell, for want of `unknown`. `outside` says why its table has no
    row.
    """

    limits: tuple[Limit | None, ...] | None = None
    unknown: tuple[str, ...] = ()
    outside: Bilingual | None = None


def asked_by(rung: Rung, told: Attributes) -> Asked | None:
    """What a rung asks for; None where it does not apply, or asks for nothing at any level."""
    holds = applies(rung.when, told)
    if holds is False:
        return None
    found = [looked_up(limit, told) for limit in rung.limits]
    if not any(one.limit is not None or one.unknown or one.outside for one in found):
        return None
    keys = [key for one in found for key in one.unknown]
    if holds is None or keys:
        own = [one.attribute for one in rung.when if one.attribute not in told]
        return Asked(unknown=tuple(dict.fromkeys((*own, *keys))))
    outside = next((one.reason for one in found if one.outside), None)
    return Asked(tuple(one.limit for one in found), outside=outside)
