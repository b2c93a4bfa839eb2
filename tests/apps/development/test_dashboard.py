"""The numbers of projects: as of a day, by stage, with quartiles, each opening to its cases."""

from datetime import date

import pytest

from guiju.apps.development.selectors.dashboard import Asked, cases, dashboard, quartiles
from tests.factories import accounts
from tests.factories.development import Making, administrator, committee, planned

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("days", "found"),
    [
        ([5], (5, 5, 5)),
        ([1, 3], (1.5, 2, 2.5)),
        ([1, 2, 3, 4, 5], (2, 3, 4)),
        ([7, 7, 7], (7, 7, 7)),
    ],
)
def test_quartiles(days, found):
    assert quartiles(days) == found


def test_a_day_in_the_past_is_shown_as_it_was():
    made = planned()  # begun on 1 March 2024, the plan issued on 2 April
    viewer = administrator(date(2026, 1, 1))
    told = {
        day: (found.running, found.overdue, [(key, count) for key, _, count in found.stages])
        for day in (date(2024, 2, 1), date(2024, 3, 1), date(2024, 4, 2), date(2025, 12, 31))
        if (found := dashboard(viewer, Asked(day)))
    }
    assert told == {
        date(2024, 2, 1): (0, 0, []),
        date(2024, 3, 1): (1, 0, [("10", 1)]),
        date(2024, 4, 2): (1, 0, [("20", 1)]),
        date(2025, 12, 31): (1, 1, [("20", 1)]),
    }
    cycles = dashboard(viewer, Asked(date(2024, 4, 2))).cycles
    assert [(one.stage, one.count, one.median) for one in cycles] == [("00", 1, 0), ("10", 1, 32)]
    assert made.project.pk == cases(viewer, Asked(date(2024, 4, 2), left="10"))[0].pk


def test_numbers_open_to_their_cases_and_each_sees_only_his_own():
    made = planned()
    on = date(2026, 1, 1)
    viewer = administrator(on)
    board = dashboard(viewer, Asked(on))
    (wait,) = board.waiting
    assert (wait.state, wait.count, wait.longest) == ("drafting", 1, (on - date(2024, 4, 2)).days)
    (load,) = board.committees
    (person,) = board.people
    for asked in (
        Asked(on, is_overdue=True),
        Asked(on, stage="20", which="running"),
        Asked(on, procedure=wait.procedure, state=wait.state),
        Asked(on, committee=load.key),
        Asked(on, person=person.key),
    ):
        assert [one.pk for one in cases(viewer, asked)] == [made.project.pk]
    assert cases(viewer, Asked(on, which="ended")) == []
    stranger = accounts.viewer(accounts.user(), on)
    assert dashboard(stranger, Asked(on)).running == 0


def test_people_are_named_to_those_who_lead_only():
    made = planned()
    on = date(2024, 5, 1)
    drafter = made.people["drafters"]
    told = {}
    for role in ("committee", "drafters"):
        viewer = accounts.viewer(made.people[role], on)
        told[role] = (
            [one.key for one in dashboard(viewer, Asked(on)).people],
            len(cases(viewer, Asked(on, person=drafter.pk))),
            len(cases(viewer, Asked(on, person=made.people["committee"].pk))),
        )
    assert told == {"committee": ([drafter.pk], 1, 0), "drafters": ([], 1, 0)}
    other = accounts.user()
    made.project.parties.create(role="drafters", user=other, since=made.on)
    viewer = accounts.viewer(other, on)
    assert cases(viewer, Asked(on, person=drafter.pk)) == []


@pytest.mark.parametrize("count", [1, 30])
def test_the_queries_stay_as_many(count, django_assert_num_queries):
    board = committee(2)
    for _ in range(count):
        made = Making(committee=board)
    viewer = administrator(made.on)
    with django_assert_num_queries(5):
        found = dashboard(viewer, Asked(made.on))
    assert found.running == count
