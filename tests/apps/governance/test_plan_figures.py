"""Every number on a plan's pages opens a list with exactly so many records."""

import re
from html import unescape

import pytest

from tests.factories import accounts, reading

pytestmark = pytest.mark.django_db

COUNT = re.compile(r'<p class="gl-count" role="status">\s*共 (\d+) 条记录')
NUMBERED = re.compile(r'<a href="([^"#]+)">(?:<strong>)?(\d+)(?:</strong>.*?)?</a>')
PAGES = ("", "measures/", "matrix/", "workload/", "timeline/")


@pytest.fixture
def world():
    return reading.ledger_of(5)


def page(client, url):
    answer = client.get(url)
    assert answer.status_code == 200, url
    return answer.content.decode()


def numbers(html):
    """Each linked number of a page: (address, number)."""
    main = html[html.index("<main") : html.index("</main>")]
    return [(unescape(url), int(number)) for url, number in NUMBERED.findall(main)]


@pytest.mark.parametrize("who", ["public", "office"])
@pytest.mark.parametrize("name", PAGES)
def test_each_number_is_the_length_of_its_list(client, world, name, who):
    if who == "office":
        client.force_login(world.office_user)
    found = numbers(page(client, f"/plans/{world.plan.slug}/{name}"))
    assert len(found) >= 5
    for url, number in found:
        listed = COUNT.search(page(client, url))
        assert listed is not None, url
        assert int(listed[1]) == number, url


def test_the_list_of_plans_counts_what_it_opens(client, world):
    found = numbers(page(client, "/plans/"))
    assert [number for _, number in found] == [5, 15, 4]
    for url, number in found:
        assert int(COUNT.search(page(client, url))[1]) == number


def test_the_overview_says_how_many_there_are(client, world):
    html = page(client, f"/plans/{world.plan.slug}/")
    assert [number for _, number in numbers(html)][:12] == [15, 3, 4, 4, 4, 7, 5, 5, 0, 5, 0, 0]


def test_an_unknown_name_counts_under_its_own_words(client, world):
    """Names that no organisation bears are counted too, each under its own words."""
    html = page(client, f"/plans/{world.plan.slug}/duties/?organisation=*name:示例未识别1")
    assert int(COUNT.search(html)[1]) == 3
    assert html.count("尚未识别") == 3


def test_an_office_sees_the_names_it_should_recognise(client, world):
    client.force_login(world.office_user)
    html = page(client, f"/plans/{world.plan.slug}/unresolved/")
    assert re.findall(r'<th scope="row">(?:<span[^>]*>)?([^<]+)', html) == [
        "示例未识别1",
        "示例未识别0",
    ]


@pytest.mark.parametrize("role", ["liaison", "reader"])
def test_only_the_office_of_the_plan_sees_them(client, world, role):
    client.force_login(accounts.seated(role, world.office_body))
    assert client.get(f"/plans/{world.plan.slug}/unresolved/").status_code == 403
