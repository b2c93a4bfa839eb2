"""Reviews fall due by themselves (到期复审): five years, three for guidance documents."""

from datetime import date

import pytest

from guiju.apps.accounts.models import Seat
from guiju.apps.development.models import Project
from guiju.apps.development.selectors.reviews_due import reviews_due
from guiju.apps.development.services.parties import appoint
from guiju.apps.development.services.reviews import open_due_reviews
from guiju.apps.journal.models import Event
from guiju.web.viewer import Viewer
from tests.factories import accounts, catalogue
from tests.factories.development import administrator, committee

pytestmark = pytest.mark.django_db
ON = date(2025, 1, 2)  # 1 January is a day off: the last day of a period rolls on to this one


def test_what_is_due_and_what_is_not():
    made = committee(1)
    of_it = {"committees": (made.key,)}
    catalogue.editions("GB/T 1-2020", "GB/Z 2-2022", "GB/Z 3-2020", **of_it)
    catalogue.edition("GB/T 4-2021", **of_it)
    catalogue.edition("GB/T 5-2015", reviewed="2023-05-01", **of_it)
    catalogue.edition("GB/T 6-2015", withdrawn="2024-01-01", **of_it)
    catalogue.edition("GB/T 7-2015", committees=("SAC/TC 1",))
    catalogue.edition("GB/T 8-2015")
    assert [(one.edition.key, one.due, one.document) for one in reviews_due(ON)] == [
        ("GB/Z 3-2020", date(2023, 1, 3), "guidance"),
        ("GB/T 1-2020", ON, "standard"),
        ("GB/Z 2-2022", ON, "guidance"),
    ]
    assert [one.edition.key for one in reviews_due(date(2025, 1, 1))] == ["GB/Z 3-2020"]
    elsewhere = [one.edition.key for one in reviews_due(ON, everywhere=True) if not one.committee]
    assert elsewhere == ["GB/T 7-2015", "GB/T 8-2015"]


def test_due_reviews_begin_once_by_the_law():
    made = committee(1)
    catalogue.editions("GB/T 1-2019", "GB/T 2-2019", committees=(made.key,))
    by = Viewer(today=ON)
    begun = open_due_reviews(by=by)
    assert (begun.projects, sorted(begun.refused)) == ([], ["GB/T 1-2019", "GB/T 2-2019"])
    body = accounts.organisation("示例主管部门")
    accounts.seated(Seat.Role.LIAISON, body)
    admin = administrator(ON)
    appoint(procedure_id="review", role="authority", organisation=body, by=admin)
    events = Event.objects.count()
    begun = open_due_reviews(by=by)
    assert [one.edition.key for one in begun.projects] == ["GB/T 1-2019", "GB/T 2-2019"]
    assert ({one.state for one in begun.projects}, begun.refused) == ({"due"}, {})
    assert {one.committee for one in begun.projects} == {made}
    assert Event.objects.count() == events + 2
    assert (open_due_reviews(by=by), reviews_due(ON)) == (([], {}), [])
    Project.objects.update(ended=True, entered=date(2024, 12, 20))
    assert reviews_due(date(2029, 12, 1)) == []
    assert len(reviews_due(date(2030, 1, 2))) == 2
