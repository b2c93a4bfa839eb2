"""How far a plan is: the bar, the lead organisations, the next last day."""

from datetime import date

import pytest

from guiju.apps.governance.selectors.ledger import ledger
from guiju.apps.governance.selectors.views_of_work import by_state, next_due, standings
from guiju.apps.governance.templatetags.figures import share
from tests.factories import reading

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return reading.ledger_of(5)


def test_each_lead_organisation_with_the_tasks_that_it_leads(world):
    found = standings(ledger(world.public, world.plan.slug))
    assert [(one.body.name.zh, one.total, one.done, one.overdue) for one in found] == [
        (f"示例{name}局", 1, done, 0)
        for name, done in zip("乙丙丁戊甲", (0, 1, 0, 0, 0), strict=True)
    ]
    assert found[0].by_state() == [
        ("not_started", 0),
        ("in_progress", 1),
        ("done", 0),
        ("stopped", 0),
    ]


def test_the_next_last_day_is_ahead_and_has_open_tasks(world):
    found = ledger(world.public, world.plan.slug)
    due = next_due(found)
    assert (due.day, due.total) == (date(2023, 9, 1), 5)


def test_there_is_no_next_day_when_all_is_done(world):
    for measure in world.measures:
        measure.actions.update(state="done")
    assert next_due(ledger(world.public, world.plan.slug)) is None


def test_all_tasks_by_state(world):
    counts = dict(by_state(ledger(world.public, world.plan.slug)))
    assert counts == {"not_started": 3, "in_progress": 4, "done": 4, "stopped": 4}


def test_the_bar_is_cut_in_proportion_and_says_it_in_words():
    bar = share([("not_started", 6), ("in_progress", 0), ("done", 2), ("stopped", 0)])
    assert 'aria-label="已完成 2、未开始 6"' in bar
    assert bar.count("<rect") == 2
    assert '<rect class="gl-share-done" x="0.0" y="0" width="250.0" height="10"/>' in bar
    assert '<rect class="gl-share-not_started" x="250.0" y="0" width="750.0" height="10"/>' in bar


def test_the_overview_shows_progress_before_changes_before_measures(client, world):
    html = client.get(f"/plans/{world.plan.slug}/").content.decode()
    places = [
        html.index(one) for one in ('id="progress"', 'id="standings"', 'id="latest"', "gl-measures")
    ]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("address", "current"),
    [("", ["page"]), ("measures/", ["page"]), ("measures/{pk}/", ["true"]), ("duties/", [])],
)
def test_the_tabs_know_where_we_are(client, world, address, current):
    html = client.get(f"/plans/{world.plan.slug}/{address.format(pk=world.measures[0].pk)}").content
    tabs = html.decode().split('class="gl-tabs"')[1].split("</nav>")[0]
    assert [part.split('"')[0] for part in tabs.split('aria-current="')[1:]] == current
