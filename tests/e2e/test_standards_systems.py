"""A standards system in a browser: built by its keeper, read by a stranger, on phone and desk."""

import pytest
from django.utils.translation import gettext, override

from guiju.apps.catalogue.models import StandardsSystem, SystemEntry
from tests.e2e.pages import WAYS_TO_LOOK, check_page, path
from tests.factories import catalogue_systems as make

pytestmark = pytest.mark.django_db(transaction=True)

TABLE = "体系编号,节点名称,标准号,标准名称\n1,示例一,GB/T 90001-2015,\n1.1,示例二,,示例待制定标准\n"


def words(language, english):
    with override("en" if language == "en" else "zh-hans"):
        return gettext(english)


# The ways in which `test_every_page` does not look.
@pytest.mark.parametrize(("language", "width", "scheme"), WAYS_TO_LOOK[1:3])
def test_every_page_holds_up(open_page, language, width, scheme):
    world = make.small_system()
    entry = SystemEntry.objects.order_by("pk").first().pk
    pages = (
        ("", "tree/", "table/", "statistics/", "checks/"),
        ("import/", f"nodes/{world.below.pk}/move/", f"entries/{entry}/edit/", "tree/", "table/"),
    )
    for user, ends in zip((None, world.cataloguer), pages, strict=True):
        page = open_page(path(language, "/systems/"), width=width, scheme=scheme, user=user)
        check_page(page)
        for end in ends:
            page.goto(path(language, f"/systems/example/{end}"))
            check_page(page)


def test_from_a_table_to_a_public_system(open_page, language):
    """Without JavaScript: made, filled from a file, published, and read by a stranger."""
    world = make.small_system()
    page = open_page(
        path(language, "/systems/create/"), width=360, user=world.cataloguer, script=False
    )

    def press(english):
        page.locator("main").get_by_role("button", name=words(language, english)).first.click()

    page.fill("[name=title_zh]", "示例新体系")
    page.fill("[name=slug]", "new-one")
    press("Save")
    page.goto(path(language, "/systems/new-one/import/"))
    file = {"name": "table.csv", "mimeType": "text/csv", "buffer": TABLE.encode()}
    page.set_input_files("[name=file]", files=[file])
    press("Read and preview")
    press("Confirm the import")
    page.goto(path(language, "/systems/new-one/publish/"))
    page.fill("[name=reason]", "示例")
    press("Save")
    assert StandardsSystem.objects.get(slug="new-one").is_public is True

    read = open_page(path(language, "/systems/new-one/tree/?on=2024-03-15"), width=360)
    boxes = [" ".join(text.split()) for text in read.locator(".gs-box").all_inner_texts()]
    assert boxes == ["1 示例一 1/2", "1.1 示例二 0/1"]
    read.get_by_role("link", name="示例二").click()
    read.locator("tbody tr").first.wait_for()
    rows = read.locator("tbody tr").all_inner_texts()
    assert (len(rows), "示例待制定标准" in rows[0]) == (1, True)
