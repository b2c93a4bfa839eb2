"""Comments that come in one after another join the groups that stand (新到意见归入已有组).

The same rule as `groups`: what is said already goes where it went, else with the most like first
of a group; what is like none is the first of a new one. Nothing that stands is moved.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Generic

from guiju.core.compare.documents.words import words
from guiju.core.consultations.grouping import Alike, Key, Leaders, Remark, Saying, clause_of


@dataclass(frozen=True, slots=True)
class Joined(Generic[Key]):
    """A comment with the first of its group, itself where it is the first, and how like it is that."""

    key: Key
    first: Key
    likeness: float


def saying_of(remark: Remark[Key]) -> str:
    """The same for the same words on the same clause; empty where nothing is said."""
    own = words(remark.text)
    told = "\n".join((clause_of(remark.place) or "", *own))
    return sha256(told.encode()).hexdigest()[:32] if own else ""


def join(
    firsts: Iterable[Remark[Key]],
    new: Iterable[Remark[Key]],
    alike: Alike | None = None,
) -> list[Joined[Key]]:
    """Where each new comment goes, in the order in which they came; what says nothing stands alone."""
    standing = [_saying(at, one) for at, one in enumerate(firsts)]
    coming = [_saying(at, one) for at, one in enumerate(new, len(standing))]
    leaders = Leaders[Key]([*standing, *coming], alike or Alike())
    for one in standing:
        leaders.add(one)
    said: dict[tuple[str | None, tuple[str, ...]], tuple[Saying[Key], float]] = {}
    answer = []
    for one in coming:
        name = (one.clause, one.words)
        if name not in said:
            found = leaders.like(one) if one.words else None
            if found is None and one.words:
                leaders.add(one)
            said[name] = found or (one, 1.0)
        leader, likeness = said[name] if one.words else (one, 1.0)
        answer.append(Joined(one.keys[0][1], leader.keys[0][1], round(likeness, 3)))
    return answer


def _saying(at: int, remark: Remark[Key]) -> Saying[Key]:
    one = Saying[Key](clause_of(remark.place), tuple(words(remark.text)))
    one.keys.append((at, remark.key))
    return one
