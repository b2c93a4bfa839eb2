"""Standards on the home page, in the one search box and on the page of an organisation."""

import pytest
import time_machine

from guiju.apps.catalogue.finding import catalogue_panel, organisation_panel, standards_found
from guiju.apps.catalogue.models import Issuer
from guiju.core.records.model import Role
from guiju.web.viewer import Viewer
from tests.factories import accounts
from tests.factories import catalogue as make
from tests.factories.sample_catalogue import TODAY

pytestmark = pytest.mark.django_db
PUBLIC = Viewer(TODAY)


@pytest.fixture
def no_index(settings, tmp_path):
    settings.GUIJU_INDEX = tmp_path / "none"


def test_the_home_page_says_how_many_there_are(searching):
    (panel,) = catalogue_panel(PUBLIC)
    assert (panel.title, panel.url, panel.number) == ("标准", "/standards/", 720)
    assert panel.text.startswith("可按编号、名称或拼音检索")


def test_while_there_is_no_index_the_home_page_says_so(no_index, client):
    (panel,) = catalogue_panel(PUBLIC)
    assert (panel.number, panel.text) == (None, "检索索引正在建立。")
    assert client.get("/").status_code == 200


def test_the_box_of_every_page_finds_standards(searching, client):
    group = standards_found(PUBLIC, "gb3838", 3)
    assert group.more_url == "/standards/?q=gb3838"
    assert group.hits[0] == ("GB 3838—2002 地表水环境质量标准", "/standards/GB_3838-2002/", "现行")
    with time_machine.travel("2026-01-05 12:00 +08:00", tick=False):
        page = client.get("/en/search/?q=gb3838").content.decode()
    assert "Environmental quality standards for surface water" in page
    assert page.index("/en/standards/GB_3838-2002/") > 0


def test_the_box_finds_other_things_while_there_is_no_index(no_index, client):
    assert standards_found(PUBLIC, "水质", 3).total == 0
    assert client.get("/search/?q=水质").status_code == 200


@pytest.mark.parametrize("rows", [1, 30])
def test_an_organisation_shows_what_it_issued(rows, django_assert_num_queries):
    body = accounts.organisation("示例局")
    make.editions(
        *(f"DB11/T {one}-{1990 + one}" for one in range(1, rows + 1)),
        roles=(Role(role="issuer", name="示例局旧称"), Role(role="drafter", name="别的")),
    )
    Issuer.objects.filter(name="示例局旧称").update(organisation=body)
    with django_assert_num_queries(3):
        panel = organisation_panel(PUBLIC, body)
    issued = panel.context["issued"]
    assert issued.total == rows
    assert issued.newest[0].key == f"DB11/T {rows}-{1990 + rows}"
    assert len(issued.newest) == min(rows, 5)
    assert (
        panel.context["all_url"]
        == "/standards/?issuer=%E7%A4%BA%E4%BE%8B%E5%B1%80%E6%97%A7%E7%A7%B0"
    )


def test_an_organisation_that_issued_nothing_shows_nothing():
    assert organisation_panel(PUBLIC, accounts.organisation("示例局")) is None
    body = accounts.organisation("示例厅")
    Issuer.objects.create(name="示例厅", organisation=body)
    assert organisation_panel(PUBLIC, body) is None
