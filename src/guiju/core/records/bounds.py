"""Narrowing the three turning points of a document's life by what is said of it (时间区间推断).

The days of issue, effect and end are intervals. Dates narrow them first; then the order
"issued, effective, ended"; then each claim in its turn. What would leave nothing over is not
taken, and the caller hears of it.
"""

from dataclasses import dataclass

from guiju.core.records.facts import ALWAYS, ENDED, NEVER, Claim

Interval = tuple[int, int]
ANY: Interval = (ALWAYS, NEVER)
ISSUED, EFFECTIVE, ENDING = range(3)


@dataclass(slots=True)
class Bounds:
    """The intervals of issue, effect and end, with the orders that hold among them."""

    points: tuple[Interval, Interval, Interval] = (ANY, ANY, ANY)
    orders: tuple[tuple[int, int], ...] = ()
    one: bool = False  # issue and effect are the same day

    def narrow(self, **limits: Interval) -> bool:
        """Take the limits on issued, effective or ended; False, and no change, if none is left."""
        points = list(self.points)
        for at, name in enumerate(("issued", "effective", "ended")):
            if name in limits:
                points[at] = _meet(points[at], limits[name])
        return self._settle(points, self.orders, one=self.one)

    def order(self, first: int, second: int) -> bool:
        """Hold that one point is not after another, if that is possible at all."""
        return self._settle(list(self.points), (*self.orders, (first, second)), one=self.one)

    def unite(self) -> bool:
        """Hold that issue and effect are one day, if that is possible at all."""
        return self._settle(list(self.points), self.orders, one=True)

    def _settle(
        self, points: list[Interval], orders: tuple[tuple[int, int], ...], *, one: bool
    ) -> bool:
        before: list[Interval] = []
        while before != points:
            before = points[:]
            if one:
                points[ISSUED] = points[EFFECTIVE] = _meet(points[ISSUED], points[EFFECTIVE])
            for first, second in orders:
                points[second] = _meet(points[second], (points[first][0], NEVER))
                points[first] = _meet(points[first], (ALWAYS, points[second][1]))
        if any(low > high for low, high in points):
            return False
        self.points = (points[0], points[1], points[2])
        self.orders, self.one = orders, one
        return True


def _meet(one: Interval, other: Interval) -> Interval:
    return max(one[0], other[0]), min(one[1], other[1])


def limits_of(claim: Claim, day: Interval) -> dict[str, Interval] | None:
    """What a claim made within the days `day` says of the three points; None when it says nothing.

    A claim dated to a month or year holds on some day of it, so only its widest reading is used.
    """
    first, last = day
    until, after = (ALWAYS, last), (first + 1, NEVER)
    if claim.state == "draft":
        return {"issued": after, "effective": after, "ended": after}
    if claim.state == "upcoming":
        return {"issued": until, "effective": after, "ended": after}
    if claim.state == "in_force":
        return {"effective": until, "ended": after}
    if claim.state in ENDED:
        return {"ended": until}
    return None
