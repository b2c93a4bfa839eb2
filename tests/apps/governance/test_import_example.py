"""The example plan of the demonstration: one body is misspelt, and its right spelling is suggested."""

from datetime import date

import pytest

from guiju.apps.accounts.models import Organisation
from guiju.apps.accounts.services.registry import load_register
from guiju.apps.governance.models import Action, Assignment, Note
from guiju.apps.governance.selectors.previews import preview
from guiju.apps.governance.services.examples import example_text, load_example_bodies
from guiju.apps.governance.services.imports import import_source, read_source
from guiju.web.viewer import Seat, Viewer
from tests.factories import governance as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def by():
    register = Viewer(today=make.TODAY, name="cli", seats=frozenset({Seat("system_admin", 0)}))
    load_register(by=register)
    assert (load_example_bodies(by=register), load_example_bodies(by=register)) == (15, 0)
    return make.office_viewer(Organisation.objects.get(slug="samr"))


def test_one_name_is_unknown_and_its_right_spelling_comes_first(by):
    source = read_source(example_text(), name="example-province.txt")
    shown = preview(by, source, plan=None, decided={}, language="zh-hans")
    assert [(one.name, one.measures) for one in shown.unknown] == [("示例省市场监督局", ("二",))]
    assert shown.unknown[0].suggestions[0].slug == "example-market-regulation"
    assert set(
        Organisation.objects.filter(slug__startswith="example-").values_list(
            "is_example", flat=True
        )
    ) == {True}


def test_it_shows_every_style_of_note_and_deadline(by):
    source = read_source(example_text(), name="example-province.txt")
    names = {"示例省市场监督局": "example-market-regulation"}
    plan = import_source(source=source, names=names, by=by).plan
    assert (plan.slug, plan.is_example, plan.issued) == ("2025-7", True, date(2025, 3, 3))
    assert not Assignment.objects.filter(organisation=None).exists()
    assert set(Assignment.objects.values_list("role", flat=True)) == set(Assignment.Role.values)
    assert set(Note.objects.values_list("local_governments", flat=True)) == {True}
    assert (
        Note.objects.filter(all_departments=True).count(),
        Note.objects.filter(others=True).count(),
    ) == (1, 2)
    written = Action.objects.exclude(due_as_written="").order_by("pk")
    assert list(dict.fromkeys(written.values_list("due_as_written", "due"))) == [
        ("2025年底前", date(2025, 12, 31)),
        ("2026年6月底前完成", date(2026, 6, 30)),
        ("2026年完成", date(2026, 12, 31)),
        ("到2026年", date(2026, 12, 31)),
        ("2026年12月31日", date(2026, 12, 31)),
        ("持续推进", None),
        ("2025年启动", date(2025, 12, 31)),
    ]
