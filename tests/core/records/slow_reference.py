"""The state on a day, found the slow way: every life that the facts allow is lived day by day.

A life is three days: issued, effective, ended. The window of days is short, so that all lives can
be tried; the places before and after it stand for all days there.
"""

from datetime import date, timedelta
from itertools import product

from guiju.core.records import partial
from guiju.core.records.facts import ALWAYS, ENDED, NEVER

FIRST_DAY = date(2020, 1, 28)
DAYS = [FIRST_DAY + timedelta(days=n) for n in range(10)]
_LINE = ["before", *DAYS, "after", "never"]
_PLACE = {day: at for at, day in enumerate(_LINE)}
_LAST = len(_LINE) - 1


def _places(text):
    """The places on the line that a partial date may mean."""
    one = partial.parse(text)
    places = {_PLACE[day] for day in DAYS if one.first <= day <= one.last}
    if one.first < FIRST_DAY:
        places.add(0)
    if one.last > DAYS[-1]:
        places.add(_LAST - 1)
    return places


def _places_of_end(end):
    if end.date:
        return _places(end.date)
    if end.successor is None:
        return set(range(len(_LINE)))
    low, high = end.successor.effective_lo, end.successor.effective_hi
    if low == NEVER:
        return None
    places = {_PLACE[day] for day in DAYS if low <= day.toordinal() <= high}
    if low < FIRST_DAY.toordinal() or low == ALWAYS:
        places.add(0)
    if high == NEVER:
        places |= {_LAST - 1, _LAST}
    return places


def _state_in(life, place, end_state):
    issued, effective, ended = life
    if place >= ended:
        return end_state
    if place >= effective:
        return "in_force"
    return "upcoming" if place >= issued else "draft"


def _allows(claim, life):
    issued, effective, ended = life
    days = sorted(_places(claim.as_of))
    first, last = days[0], days[-1]
    if claim.state == "draft":
        return min(life) > first
    if claim.state == "upcoming":
        return issued <= last and effective > first and ended > first
    if claim.state == "in_force":
        return effective <= last and ended > first
    return ended <= last


def reference(facts, day):
    """The one state that all allowed lives have on that day, or unknown."""
    lives = list(product(range(len(_LINE)), repeat=3))

    def believe(test):
        nonlocal lives
        left = [life for life in lives if test(life)]
        lives = left or lives
        return bool(left)

    if facts.issued:
        believe(lambda life: life[0] in _places(facts.issued))
    if facts.effective:
        believe(lambda life: life[1] in _places(facts.effective))
    elif facts.on_publication:
        believe(lambda life: life[0] == life[1])
    ends = [(_places_of_end(end), end.state) for end in facts.ends if end.whole]
    if facts.withdrawn:
        ends.append((_places(facts.withdrawn), "withdrawn"))
    ends = [one for one in ends if one[0] is not None]
    heard = []
    for places, state in sorted(ends, key=lambda one: (max(one[0]), min(one[0]))):
        if believe(lambda life, places=places: life[2] in places):
            heard.append((places, state))
    believe(lambda life: life[0] <= life[1])
    believe(lambda life: life[1] <= life[2])
    dated = bool(facts.issued or facts.effective or heard)
    claimed = []
    for claim in facts.claims:
        issued = facts.issued or facts.effective or set(claimed) - {"draft", "abandoned"}
        if claim.state == "abandoned" and issued:
            continue
        if "abandoned" in claimed and claim.state not in ("draft", "abandoned"):
            continue
        if believe(lambda life, claim=claim: _allows(claim, life)):
            claimed.append(claim.state)

    end_state = _end_state(heard, claimed)
    nobody_knows_the_end = all(len(places) == len(_LINE) for places, _ in heard)
    goes_on = nobody_knows_the_end and "in_force" in claimed and not set(claimed) & set(ENDED)
    if goes_on or not end_state:
        lives = [(issued, effective, _LAST) for issued, effective, _ in lives]
    never_issued = not dated or ("abandoned" in claimed)
    if claimed and never_issued and not set(claimed) - {"draft", "abandoned"}:
        lives = [(_LAST, _LAST, ended) for _, _, ended in lives]
    states = {_state_in(life, _PLACE[day], end_state) for life in lives}
    return states.pop() if len(states) == 1 else "unknown"


def _end_state(heard, claimed):
    said = [state for _, state in heard] + [state for state in claimed if state in ENDED]
    if "abandoned" in claimed:
        return "abandoned"
    if "superseded" in said:
        return "superseded"
    return said[0] if said else ""
