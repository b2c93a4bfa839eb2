"""Clauses that became several, and several that became one (拆分、合并)."""

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from guiju.core.compare.documents.matching import MOST_HOLDERS, Matching, Side

# So much of a part must come from the clause that was split, and of that not stand in its partner.
FROM_WHOLE = 0.6
NOT_IN_PARTNER = 0.5
# Fewer pairs of words are found anywhere.
LEAST_WORDS = 6


@dataclass(slots=True)
class Groups:
    """`splits`: a clause of a and all clauses of b that it became; `mergers`: of b, and those of a."""

    splits: dict[int, list[int]] = field(default_factory=dict)
    mergers: dict[int, list[int]] = field(default_factory=dict)

    @property
    def in_a(self) -> set[int]:
        return {one for parts in self.mergers.values() for one in parts} | self.splits.keys()

    @property
    def in_b(self) -> set[int]:
        return {one for parts in self.splits.values() for one in parts} | self.mergers.keys()


def groups(found: Matching) -> Groups:
    """Clauses without a partner that come from, or went into, a clause that has another."""
    answer = Groups()
    answer.splits = _wholes(
        found.a,
        found.b,
        found.free_b(),
        found.to_b,
        set(),
        found.pair,
    )
    taken = {one for parts in answer.splits.values() for one in parts}
    free_a = [at for at in found.free_a() if at not in answer.splits]
    answer.mergers = _wholes(
        found.b, found.a, free_a, found.to_a, taken, lambda whole, part: found.pair(part, whole)
    )
    return answer


def _wholes(
    whole_side: Side,
    part_side: Side,
    free: list[int],
    partner: dict[int, int],
    taken: set[int],
    pair: Callable[[int, int], bool],
) -> dict[int, list[int]]:
    """For each clause of `whole_side` that fell apart: its parts, its partner among them."""
    parts: dict[int, list[int]] = defaultdict(list)
    holders: dict[str, list[int]] = defaultdict(list)
    wanted = {feature for part in free for feature in part_side.wording(part)}
    for at, whole in enumerate(whole_side.clauses) if wanted else ():
        known = partner.get(at)
        if known is None or whole.text != part_side.clauses[known].text:
            for feature in whole_side.wording(at) & wanted:
                holders[feature].append(at)
    for part in free:
        found = _whole_of(part, whole_side, part_side, holders, partner)
        if found is not None and found not in taken:
            parts[found].append(part)
    for part in free:
        _with_head(part, whole_side, part_side, partner, parts)
    answer: dict[int, list[int]] = {}
    for at, own in sorted(parts.items()):
        known = partner.get(at)
        everything = sorted({*own, *(() if known is None else (known,))})
        if len(everything) > 1:
            answer[at] = everything
            if known is None:
                pair(at, everything[0])
    return answer


def _whole_of(
    part: int,
    whole_side: Side,
    part_side: Side,
    holders: dict[str, list[int]],
    partner: dict[int, int],
) -> int | None:
    own = part_side.wording(part)
    if len(own) < LEAST_WORDS:
        return _above_parts(part, part_side, partner, whole_side)
    shared: Counter[int] = Counter()
    for feature in own:
        found = holders.get(feature, ())
        if len(found) <= MOST_HOLDERS:
            shared.update(found)
    for whole, _ in sorted(shared.items(), key=lambda one: (-one[1], one[0]))[:3]:
        common = own & whole_side.wording(whole)
        known = partner.get(whole, -1)
        elsewhere = part_side.wording(known) if known >= 0 else frozenset[str]()
        if len(common) >= FROM_WHOLE * len(own) and len(common - elsewhere) >= NOT_IN_PARTNER * len(
            own
        ):
            return whole
    return _above_parts(part, part_side, partner, whole_side)


def _above_parts(
    part: int, part_side: Side, partner: dict[int, int], whole_side: Side
) -> int | None:
    """A chapter without a partner, most of whose clauses come from one chapter that has another."""
    below = part_side.flat.children(part)
    back = {value: key for key, value in partner.items() if value >= 0}
    votes = Counter(whole_side.parent(back[one]) for one in below if one in back)
    votes.pop(-1, None)
    if not votes:
        return None
    best = min(votes, key=lambda at: (-votes[at], at))
    enough = votes[best] * 2 > len(below) and votes[best] > 1
    return best if enough and partner.get(best, -1) >= 0 else None


def _with_head(
    part: int,
    whole_side: Side,
    part_side: Side,
    partner: dict[int, int],
    parts: dict[int, list[int]],
) -> None:
    """The titled clause over the parts into which a clause of that title was split."""
    below = part_side.flat.children(part)
    for whole, own in parts.items():
        members = {*own, partner.get(whole, -1)}
        same = whole_side.titles[whole] and whole_side.titles[whole] == part_side.titles[part]
        if same and part not in own and len(members & set(below)) > 1:
            own.append(part)
            return
