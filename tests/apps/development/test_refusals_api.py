"""Every role tries every step, by page and by API: what the matrix does not give it is refused and journalled."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import transaction
from django.test import Client
from django.urls import reverse

from guiju.apps.development.models import Project
from guiju.apps.journal.models import Event
from guiju.core.procedures.matrix import matrix
from tests.apps.development.lives import begun, lives
from tests.factories import accounts
from tests.factories.api import bearer
from tests.factories.development import consulting

pytestmark = [pytest.mark.django_db, pytest.mark.once]
SHANGHAI = ZoneInfo("Asia/Shanghai")
NOT_YOURS = ("这一步由", "目前处于")
GROUP_REVIEW = (
    "+proposal_form first_draft | issue_plan | +consultation_draft explanation | open_consultation"
    " | 2025-09-02 | close_consultation | +review_draft explanation comment_table | open_review"
)


def group_reviewing():
    made = begun("group", "drafters")
    lives(made, GROUP_REVIEW)
    return made


# How it begins, what some can do there and then, and whether steps of other states are all tried, too.
CASES = {
    "national filed": (lambda: begun("national-recommended"), {"committee drop"}, False),
    "national out for comments": (consulting, set(), True),
    "group filed": (lambda: begun("group", "drafters"), {"association reject"}, False),
    "group under review": (group_reviewing, set(), True),
}
NOT_INSIDE = ("只有参与这个项目", "这个项目在本阶段不公开", "请先登录")


@pytest.mark.parametrize("case", CASES)
def test_a_step_is_taken_by_whom_the_file_names_and_by_nobody_else(case):
    begin, done_by, tries_all = CASES[case]
    made = begin()
    people = {role: made.people[role] for role in made.found.roles} | {"stranger": accounts.user()}
    allowed = {
        (row.role, step)
        for row in matrix(made.found)
        if row.state == made.project.state
        for step in row.transitions
    }
    with time_machine.travel(datetime(*made.on.timetuple()[:3], 10, tzinfo=SHANGHAI), tick=False):
        doors = {who: Doors(made, user) for who, user in {**people, "nobody": None}.items()}
        taken = {
            f"{who} {step.id}"
            for who, door in doors.items()
            for way, step in door.ways(tries_all)
            if was_taken(made, way, step, (who, step.id) in allowed, people.get(who))
        }
    assert taken == done_by


def was_taken(made, way, step, is_allowed, user):
    """Whether the step was done; what was refused said why, changed nothing, and is in the journal once."""
    before = standing(made)
    with tried():
        told, refused = way(step)
        after, events = standing(made), refusals(user)
    at = (step.id, way.__name__, str(user), told[:200])
    if not refused:
        assert (at, is_allowed, after == before) == (at, True, False)
        return True
    sentences = any(words in told for words in (*NOT_YOURS, *NOT_INSIDE))
    assert (at, sentences, after, events) == (at, not is_allowed, before, int(user is not None))
    return False


class tried(transaction.Atomic):
    """What is done inside is undone."""

    def __init__(self):
        super().__init__(using=None, savepoint=True, durable=False)

    def __exit__(self, *told):
        if told[0] is None:
            transaction.set_rollback(True)
        super().__exit__(*told)


class Doors:
    """Both ways to a step for one person: what was told, and whether it was refused."""

    def __init__(self, made, user):
        self.made, self.user, self.client = made, user, Client()
        self.headers = bearer(user)
        if user is not None:
            self.client.force_login(user)

    def ways(self, tries_all):
        """Every step out of the state by both doors; others by API, or just the first of them by both."""
        steps = self.made.found.transitions.values()
        leaving = [one for one in steps if self.made.project.state in one.sources]
        others = [one for one in steps if one not in leaving]
        for step in (*leaving, others[0]):
            yield from ((self.api, step), (self.page, step))
        yield from ((self.api, step) for step in others[1:] if tries_all)

    def facts(self, step):
        day = (self.made.on + timedelta(days=400)).isoformat()
        facts = {key: self.made.found.facts[key] for key in step.asks}
        return {key: day if one.is_day else next(iter(one.values)) for key, one in facts.items()}

    def api(self, step):
        answer = Client().post(
            f"/api/v1/projects/{self.made.project.pk}/steps/{step.id}",
            {"facts": self.facts(step)},
            content_type="application/json",
            headers=self.headers,
        )
        told = answer.json()
        return str(told.get("error", {}).get("zh")), answer.status_code != 200

    def page(self, step):
        address = reverse("development:step", args=[self.made.project.pk, step.id])
        facts = {f"fact_{key}": value for key, value in self.facts(step).items()}
        answer = self.client.post(address, facts)
        workspace = reverse("development:workspace", args=[self.made.project.pk])
        done = answer.status_code == 302 and answer.headers["Location"] == workspace
        return answer.content.decode(), not done


def standing(made):
    project = Project.objects.get(pk=made.project.pk)
    return project.state, project.facts, project.steps.count()


def refusals(user):
    found = Event.objects.filter(action="development.refused")
    return found.filter(actor=user).count() if user else found.count()
