"""The page of a standard: its state on the day, its life, its neighbours, its addresses."""

from datetime import date

import pytest
from django.utils import timezone

from guiju.core.records.model import Role
from tests.factories import accounts
from tests.factories import catalogue as make

pytestmark = pytest.mark.django_db


def test_it_says_the_state_on_the_day_and_why(client):
    make.replaces("GB/T 1.1-2020", "GB/T 1.1-2009")
    page = client.get("/en/standards/GB/T_1.1-2009/").content.decode()
    assert '<strong class="cs-state">Superseded</strong>' in page
    linked = '<a href="/en/standards/GB/T_1.1-2020/">GB/T 1.1-2020</a>'
    assert f"<li>Superseded on 2020-07-01 by {linked}</li>" in page
    before = client.get("/en/standards/GB/T_1.1-2009/?on=2015-01-01").content.decode()
    assert '<strong class="cs-state">In force</strong>' in before
    assert "<li>Took effect on 2009-07-01</li>" in before
    assert '<a href="/en/standards/GB/T_1.1-2020/?on=2015-01-01">' in before


def test_in_chinese_too(client):
    make.replaces("GB/T 1.1-2020", "GB/T 1.1-2009")
    page = client.get("/standards/GB/T_1.1-2009/").content.decode()
    linked = '<a href="/standards/GB/T_1.1-2020/">GB/T 1.1—2020</a>'
    assert '<strong class="cs-state">被代替</strong>' in page
    assert f"<li>2020-07-01 被 {linked} 代替</li>" in page


@pytest.mark.parametrize(
    "written", ["gbt1.1-2020", "GB/T 1.1-2020", "GB/T_1.1—2020", "\uff27\uff22\uff0f\uff341.1-2020"]
)
def test_a_sloppy_number_leads_to_the_one_address(client, written):
    make.edition("GB/T 1.1-2020")
    answer = client.get(f"/en/standards/{written}/", {"on": "2021-01-01"})
    assert (answer.status_code, answer["Location"]) == (
        302,
        "/en/standards/GB/T_1.1-2020/?on=2021-01-01",
    )


def test_a_number_without_a_year_is_the_edition_in_force_on_the_day(client):
    make.replaces("GB/T 1.1-2020", "GB/T 1.1-2009")
    for on, number in [("2012-01-01", "GB/T 1.1—2009"), ("2022-01-01", "GB/T 1.1—2020")]:
        page = client.get(f"/en/standards/GB/T_1.1/?on={on}")
        assert page.context["edition"].display == number
        assert "the number without a year" in page.content.decode()
    assert client.get("/standards/gbt1.1/")["Location"] == "/standards/GB/T_1.1/"
    canonical = '<link rel="canonical" href="http://testserver/en/standards/GB/T_1.1-2020/">'
    assert canonical in page.content.decode()


def test_an_unknown_number_is_not_found_and_others_are_offered(client):
    make.editions("GB/T 1.1-2020", "GB/T 1.2-2020", "GB/T 3-2019")
    for written, offered in [
        ("GB/T_1.1-2031", ["GB/T 1.1-2020"]),
        ("GB/T_1.3-2020", ["GB/T 1.1-2020", "GB/T 1.2-2020"]),
        ("GB/T_2-2020", ["GB/T 1.1-2020", "GB/T 1.2-2020", "GB/T 3-2019"]),
        ("这不是编号", []),
    ]:
        answer = client.get(f"/standards/{written}/")
        assert answer.status_code == 404
        assert [one.key for one in answer.context["near"]] == offered


@pytest.mark.parametrize(
    "address",
    [
        "/standards/GB%00/",
        "/standards/%E2%80%AE/",
        f"/standards/{'9' * 900}/",
        "/standards/GB/T_1-2020/x/y/",
        "/catalogue/committees/a%00/",
        "/catalogue/ccs/%00/",
    ],
)
def test_hostile_addresses_are_only_not_found(client, address):
    make.edition("GB/T 1-2020")
    assert client.get(address).status_code == 404


def test_a_number_in_full_never_means_another_with_the_same_digits(client):
    make.edition("GB/T 12099-2013")
    assert client.get("/standards/GB/T_1-2099/").status_code == 404
    assert client.get("/standards/gbt12099/")["Location"] == "/standards/GB/T_12099/"


def test_it_is_found_by_every_number_that_it_bears(client):
    make.edition("GB/T 5-2016", other_numbers=(("joint", "JB/T 6-2016"),))
    answer = client.get("/standards/JB/T_6-2016/")
    assert (answer.status_code, answer["Location"]) == (302, "/standards/GB/T_5-2016/")


def test_a_wrong_day_is_refused_in_words(client):
    make.edition("GB/T 1-2020")
    answer = client.get("/en/standards/GB/T_1-2020/?on=yesterday")
    assert (answer.status_code, "is not a date" in answer.content.decode()) == (400, True)


def test_adoption_tells_that_a_newer_edition_is_out(client):
    make.edition("ISO 9001:2015", title_en="Requirements", effective="")
    make.relate("GB/T 19001-2016", "adopts", "ISO 9001:2015", degree="IDT")
    page = client.get("/en/standards/GB/T_19001-2016/").content.decode()
    assert "Adoption out of date" not in page
    make.edition("ISO 9001:2026", issued="2026-09-30", effective="")
    later = client.get("/en/standards/GB/T_19001-2016/?on=2026-12-01").content.decode()
    assert "Adoption out of date" in later
    earlier = client.get("/en/standards/GB/T_19001-2016/?on=2026-01-01").content.decode()
    assert "Adoption out of date" not in earlier
    assert "IDT" in client.get("/en/standards/ISO_9001:2015/").content.decode()


def test_an_organisation_bears_the_name_of_the_day(client):
    body = accounts.organisation(
        "示例总局", zh="示例总局", en="Example Bureau", since=date(2018, 3, 1)
    )
    accounts.OrganisationName.objects.create(
        organisation=body, zh="示例质检局", short_zh="质检局", en="", until=date(2018, 3, 1)
    )
    make.edition("GB/T 1-2016", roles=(Role(role="issuer", name="示例质检局"),))
    after = client.get("/standards/GB/T_1-2016/").content.decode()
    assert ">示例总局</a>" in after
    assert "原文写作 示例质检局" in after
    before = client.get("/standards/GB/T_1-2016/?on=2017-01-01").content.decode()
    assert ">示例质检局</a>" in before
    assert "原文写作" not in before


def test_people_are_not_told_to_anybody(client):
    make.edition(
        "GB/T 1-2020",
        roles=(Role(role="person", name="示例张三"), Role(role="drafter", name="示例所")),
    )
    for address in ("/standards/GB/T_1-2020/", "/standards/GB/T_1-2020/record.json"):
        content = client.get(address).content.decode()
        assert "示例所" in content
        assert "示例张三" not in content


def test_contradicting_sources_stand_side_by_side(client):
    make.edition("GB/T 1-2020", effective="2020-07-01")
    make.edition("GB/T 1-2020", slug="other", effective="2020-08-01")
    page = client.get("/en/standards/GB/T_1-2020/")
    row = next(one for one in page.context["table"] if one.key == "effective")
    assert (row.disputed, [values for _, values in row.cells]) == (
        True,
        [("2020-07-01",), ("2020-08-01",)],
    )
    assert 'href="#source-effective"' in page.content.decode()


def test_the_reference_is_in_the_style_in_force(client, settings):
    make.edition(
        "GB/T 1.1-2020",
        title_zh="示例导则",
        issued="2020-03-31",
        roles=(
            Role(role="custodian", name="示例委员会"),
            Role(role="publisher", name="示例出版社"),
        ),
    )
    one = client.get("/standards/GB/T_1.1-2020/").context["one"]
    assert one.citation.text == "示例委员会. 示例导则: GB/T 1.1—2020[S]. 示例出版社, 2020."
    today = timezone.localdate()
    style = "GB/T 7714-2025" if today >= date(2026, 7, 1) else "GB/T 7714-2015"
    assert one.citation.style == style


def test_who_may_edit_is_offered_it(client):
    make.edition("GB/T 1-2020")
    address = "/standards/GB/T_1-2020/edit/"
    assert address not in client.get("/standards/GB/T_1-2020/").content.decode()
    client.force_login(
        accounts.seated("cataloguer"), backend="guiju.apps.accounts.backends.SeatBackend"
    )
    assert address in client.get("/standards/GB/T_1-2020/").content.decode()


def test_the_queries_do_not_grow_with_citations(client, django_assert_num_queries):
    def cited(times):
        for at in range(times):
            make.cites(f"GB/T {100 + at}-2021", "GB/T 1-2020")

    make.edition("GB/T 1-2020")
    cited(1)
    client.get("/standards/GB/T_1-2020/")
    with django_assert_num_queries(QUERIES):
        client.get("/standards/GB/T_1-2020/")
    cited(30)
    with django_assert_num_queries(QUERIES):
        client.get("/standards/GB/T_1-2020/")


QUERIES = 26
