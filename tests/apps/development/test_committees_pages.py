"""The pages of committees as the public, a member and the authority see them."""

from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse
from docx import Document

from guiju.apps.accounts.models import Seat
from guiju.apps.catalogue.address import slug_of
from guiju.apps.development.models import Appointment, Committee, CommitteeSeat
from guiju.apps.development.services.committees_import import read_list
from tests.factories import accounts, catalogue
from tests.factories.development import Making, committee, members, seated

pytestmark = pytest.mark.django_db
DAY = date(2024, 5, 6)
ROOT = "/en/development/committees/"


@pytest.fixture
def ruler(client):
    body = accounts.organisation("示例主管部门")
    user = accounts.seated(Seat.Role.LIAISON, body)
    Appointment.objects.create(
        procedure="committee-setup", role="authority", organisation=body, since=date(2020, 1, 1)
    )
    client.force_login(user)
    return user


def text(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status
    return answer.content.decode()


def test_the_register_is_a_tree_that_narrows(client, django_assert_num_queries):
    parent = committee(2, key="SAC/TC 9100", ics=["67.060"])
    committee(1, key="SAC/TC 9100/SC 1", kind="sc", parent=parent, name_en="Example below")
    committee(0, key="SAC/TC 9020", state=Committee.State.PROPOSED)
    page = text(client, ROOT)
    assert page.index("SAC/TC 9100<") < page.index("SAC/TC 9100/SC 1<")
    assert ("└ " in page, "SAC/TC 9020" in page) == (True, False)
    narrowed = [
        ("?q=below", "SAC/TC 9100/SC 1<", "SAC/TC 9100<"),
        ("?ics=67.06", "SAC/TC 9100<", "SC 1<"),
        ("?kind=sc", "SC 1<", "SAC/TC 9100<"),
    ]
    for query, there, gone in narrowed:
        page = text(client, ROOT + query)
        assert (there in page, gone in page) == (True, False)
    assert "No committee fits" in text(client, f"{ROOT}?q=none")
    with django_assert_num_queries(2):
        text(client, ROOT)
    for number in range(30):
        committee(1, key=f"SAC/TC 92{number:02}")
    with django_assert_num_queries(2):
        text(client, ROOT)


def test_a_committee_on_a_day_names_its_members_but_no_contact_data(
    client, django_assert_num_queries
):
    one = committee(3, ics=["67.060"], scope_zh="示例大米")
    person = members(one)[1].person
    page = text(client, f"{ROOT}{one.pk}/")
    assert (person.name in page, person.email in page) == (True, False)
    assert "There are 3 members; the rule asks for at least 25." in page
    assert "btn-outline-primary" not in page
    assert "Nobody sits in the committee on this day." in text(
        client, f"{ROOT}{one.pk}/?on=2019-01-01"
    )
    assert "委员 3 人，规定不少于 25 人。" in text(client, f"/development/committees/{one.pk}/")
    for _ in range(30):
        seated(one)
    with django_assert_num_queries(10):
        text(client, f"{ROOT}{one.pk}/")
    text(client, f"{ROOT}999999/", 404)
    assert client.get(f"{ROOT}by-key/{one.key}/").url == f"{ROOT}{one.pk}/"


def test_members_of_a_committee_that_is_not_approved_are_not_public(client):
    one = committee(3, state=Committee.State.PREPARING)
    page = text(client, f"{ROOT}{one.pk}/")
    assert members(one)[1].person.name not in page
    client.force_login(members(one)[0])
    assert members(one)[1].person.name in text(client, f"{ROOT}{one.pk}/")


def test_scope_year_assessment_and_its_file(client):
    made = Making()
    one = made.committee
    committee(0, ics=["67.060"], key="SAC/TC 9301")
    one.ics = ["67.060"]
    one.save()
    assert "classes in common (1): 67.060" in text(client, f"{ROOT}{one.pk}/scope/")
    year = date.today().year  # noqa: DTZ011
    assert "Ballots (0)" in text(client, f"{ROOT}{one.pk}/years/{year}/")
    text(client, f"{ROOT}{one.pk}/years/1999/", 404)
    answer = client.get(f"{ROOT}{one.pk}/years/{year}/report.docx")
    heads = [at.text for at in Document(BytesIO(answer.content)).paragraphs]
    assert heads[:2] == [f"{one.key} {one.name_en}: annual report {year}", "Projects begun (0)"]
    address = f"{ROOT}{one.pk}/assessment/{year}/"
    assert "Total of 100: 0.0" in text(client, address)
    scores = "?rules=10&system=8&plenary=10&secretariat=12"
    assert "Total of 100: 88.9 · grade 2" in text(client, address + scores)
    assert "less than or equal to 10" in text(client, f"{address}?rules=11")


def test_strangers_are_refused_and_members_see_why(client):
    one = committee(3)
    acts = ("edit/", "state/", "seats/add/", "seats/import/", "seats/missing/", "liaisons/add/")
    assert [client.get(f"{ROOT}{one.pk}/{act}").status_code for act in acts] == [403] * 6
    client.force_login(members(one)[1])
    assert [client.get(f"{ROOT}{one.pk}/{act}").status_code for act in acts] == [403] * 6
    assert "Only the committee" in text(client, f"{ROOT}{one.pk}/")
    client.force_login(members(one)[0])
    page = text(client, f"{ROOT}{one.pk}/")
    assert "Once a committee stands, its members vote on changes" in page
    seat = one.seats.last()
    codes = [client.get(f"{ROOT}{one.pk}/{act}").status_code for act in acts]
    assert codes == [200, 403, 200, 200, 200, 200]
    assert (
        client.post(f"{ROOT}{one.pk}/seats/{seat.pk}/end/", {"until": "2026-01-01"}).status_code
        == 403
    )


def test_the_authority_edits_seats_lists_states_and_liaisons(client, ruler):
    accounts.organisation("示例甲单位")
    one, other = committee(2), committee(0)
    at = f"{ROOT}{one.pk}/"
    sent = client.post(
        f"{at}edit/", {"name_zh": "示例新名", "ics": "67.060 大米", "ccs": "", "name_en": ""}
    )
    assert "is not a class of ICS or CCS" in sent.content.decode()
    client.post(f"{at}edit/", {"name_zh": "示例新名", "ics": "67.060", "ccs": "B22"})
    seat = {"name": "示例张三", "unit": "示例甲单位", "office": "chair", "since": "2024-05-06"}
    wrong = client.post(f"{at}seats/add/", seat | {"unit": "示例无此单位"}).content.decode()
    assert "The register of organisations has no “示例无此单位”" in wrong
    assert client.post(f"{at}seats/add/", seat).url == at
    made = CommitteeSeat.objects.get(person__name="示例张三")
    client.post(f"{at}seats/{made.pk}/end/", {"until": "2024-06-01", "reason": "示例"})
    client.post(f"{at}liaisons/add/", {"other": other.key, "matter": "示例联合工作组"})
    assert "示例联合工作组" in text(client, f"{ROOT}{other.pk}/")
    client.post(f"{at}liaisons/{one.liaisons.get().pk}/end/")
    client.post(f"{at}state/", {"state": "renewing", "reason": "示例公告"})
    one.refresh_from_db()
    made.refresh_from_db()
    assert (one.name_zh, one.ics, one.state, made.until, one.liaisons.get().until is None) == (
        "示例新名", ["67.060"], "renewing", date(2024, 6, 1), False,
    )  # fmt: skip


def test_a_list_of_members_goes_from_the_file_over_its_preview_into_the_register(client, ruler):
    accounts.organisation("示例甲单位")
    one = committee(2)
    at = f"{ROOT}{one.pk}/seats/import/"
    rows = (
        "姓名,本会职务,工作单位,职务或职称,代表方,备注\n示例张三,主任委员,示例甲单位,教授,使用者,\n"
    )

    def file(content):
        data = BytesIO(content.encode())
        data.name = "示例.csv"
        return {"file": data, "since": "2024-05-06", "renews": "on"}

    page = client.post(at, file(rows + "示例李四,委员,示例无此单位,,,\n")).content.decode()
    assert ("1 of them with problems" in page, "Take these members" in page) == (True, False)
    answer = client.post(at, file(rows))
    shown = answer.context["form"].initial
    assert one.seats.count() == 2
    taken = client.post(
        f"{at}take/",
        {"rows": answer.context["form"]["rows"].value(), "since": shown["since"], "renews": "True"},
    )
    assert taken.url == f"{ROOT}{one.pk}/"
    assert list(one.seats.filter(until=None).values_list("person__name", "office")) == [
        ("示例张三", "chair")
    ]
    again = client.post(f"{at}take/", {"rows": "[1]", "since": "2024-05-06"}).content.decode()
    assert "Choose the file again." in again


def test_a_body_proposes_a_committee(client, ruler):
    values = {"key": "SAC/TC 9401", "name_zh": "示例委员会", "ics": "", "ccs": ""}
    answer = client.post(f"{ROOT}propose/", values)
    one = Committee.objects.get()
    assert (answer.url, one.state) == (f"{ROOT}{one.pk}/", "proposed")
    assert "is in the register already" in client.post(f"{ROOT}propose/", values).content.decode()


def test_the_authority_registers_one_and_the_catalogue_leads_to_it(client, ruler):
    given = {
        "key": "SAC/TC 9600", "name_zh": "示例新委员会", "established": "2024-03-01",
        "secretariat": "示例主管部门",
    }  # fmt: skip
    wrong = client.post(f"{ROOT}register/", given | {"secretariat": "没有登记的单位"})
    assert (
        "The register of organisations has no" in wrong.content.decode(),
        Committee.objects.count(),
    ) == (True, 0)
    client.post(f"{ROOT}register/", given)
    one = Committee.objects.get()
    assert (one.state, one.secretariat.slug != "", one.established) == (
        "established", True, date(2024, 3, 1),
    )  # fmt: skip
    standard = catalogue.edition("GB/T 1-2020", committees=(one.key,))
    for address in (
        reverse("catalogue:browse_committee", args=[slug_of(one.key)]),
        reverse("catalogue:standard", args=[slug_of(standard.key)]),
    ):
        assert f'/development/committees/{one.pk}/"' in text(client, address)
    assert client.get(f"{ROOT}{one.pk}/members.xlsx").status_code == 200
    rows = read_list(
        data=client.get(f"{ROOT}{committee(3).pk}/members.csv").content, name="m.csv", on=DAY
    )
    assert [row["office"] for row in rows] == ["secretary", "member", "member"]
