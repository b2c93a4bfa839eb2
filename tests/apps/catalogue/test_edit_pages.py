"""The form of a cataloguer: write, preview, save, take back."""

import pytest

from guiju.apps.catalogue.models import Edition, Statement
from guiju.apps.journal.models import Event
from tests.factories import accounts
from tests.factories import catalogue as make

pytestmark = pytest.mark.django_db
ADDRESS = "/en/standards/GB/T_1-2020/edit/"
ROWS = {
    **{f"{name}-TOTAL_FORMS": "2" for name in ("roles", "relations")},
    **{f"{name}-INITIAL_FORMS": "0" for name in ("roles", "relations")},
}


def sent(**values):
    return {**ROWS, "number": "GB/T 1-2020", "seen": "", "reason": "example"} | {
        name.replace("__", "-"): value for name, value in values.items()
    }


@pytest.fixture
def editor(client):
    user = accounts.seated("cataloguer")
    client.force_login(user, backend="guiju.apps.accounts.backends.SeatBackend")
    return client


def test_what_others_say_stands_beside_the_empty_fields(editor):
    make.edition("GB/T 1-2020", effective="2020-07-01")
    form = editor.get(ADDRESS).context["form"]
    assert form["effective"].value() == ""
    assert form["effective"].help_text.endswith("Other sources: 2020-07-01")


def test_saving_goes_back_to_the_standard_and_says_so(editor):
    make.edition("GB/T 1-2020")
    make.edition("GB/T 0-1999")
    answer = editor.post(
        ADDRESS,
        sent(
            effective="2020年9月1日",
            ics="ICS 35.240, 67.040",
            committees="SAC/TC 28",
            roles__0__role="drafter",
            roles__0__name="示例所",
            relations__0__type="replaces",
            relations__0__target="GB/T 0—1999",
            relations__0__extent="part",
            relations__0__date="2020-09",
            save="",
        ),
        follow=True,
    )
    assert answer.redirect_chain == [("/en/standards/GB/T_1-2020/", 302)]
    assert "The record is saved" in answer.content.decode()
    edition = Edition.objects.get(key="GB/T 1-2020")
    assert edition.effective == "2020-09-01"
    assert list(edition.codes.values_list("code", flat=True)) == ["35.240", "67.040"]
    assert list(edition.relations_out.values_list("target_key", "whole", "date")) == [
        ("GB/T 0-1999", False, "2020-09")
    ]
    assert "Record corrected by a cataloguer" in answer.content.decode()


def test_what_was_written_is_there_when_it_is_opened_again(editor):
    make.edition("GB/T 1-2020")
    editor.post(
        ADDRESS,
        sent(
            title_en="Example",
            relations__0__type="replaces<",
            relations__0__target="GB/T 9-2030",
            save="",
        ),
    )
    context = editor.get(ADDRESS).context
    assert context["form"]["title_en"].value() == "Example"
    assert context["relations"].forms[0]["type"].value() == "replaces<"
    assert len(context["relations"].forms) == 3
    assert context["form"]["seen"].value() == Statement.objects.get(source__slug="guiju").digest


def test_the_preview_stores_nothing(editor):
    make.edition("GB/T 1-2020", effective="2020-07-01")
    before = Event.objects.count()
    answer = editor.post(ADDRESS, sent(effective="2099-01-01", preview=""))
    content = answer.content.decode()
    assert "What will change" in content
    assert "In force. Took effect on 2020-07-01." in content
    assert "Upcoming. Published on 2020-01-01; takes effect on 2099-01-01." in content
    assert (Event.objects.count(), Statement.objects.count()) == (before, 1)


@pytest.mark.parametrize(
    ("values", "field", "sentence"),
    [
        ({"effective": "tomorrow"}, "effective", "“tomorrow” is not a date"),
        ({"ics": "35.24x"}, "ics", "“35.24x” is not a code of ICS"),
        ({"ccs": "O 1"}, "ccs", "is not a code of CCS"),
        ({"committees": "GB/T 1-2020"}, "committees", "is not the number of a committee"),
        ({"reason": ""}, "reason", "This field is required."),
    ],
)
def test_bad_input_is_said_at_the_field(editor, values, field, sentence):
    make.edition("GB/T 1-2020")
    answer = editor.post(ADDRESS, sent(**values, save=""))
    assert answer.status_code == 200
    assert sentence in answer.context["form"].errors[field][0]
    assert "Please correct the following" in answer.content.decode()
    assert Statement.objects.count() == 1


def test_bad_rows_are_said_at_their_field(editor):
    make.edition("GB/T 1-2020")
    answer = editor.post(
        ADDRESS,
        sent(
            roles__0__name="示例所",
            relations__1__target="no number",
            relations__1__type="adopts",
            save="",
        ),
    )
    assert list(answer.context["roles"].forms[0].errors) == ["role"]
    assert list(answer.context["relations"].forms[1].errors) == ["target"]
    assert 'href="#id_relations-1-target"' in answer.content.decode()


def test_a_relation_to_itself_is_refused(editor):
    make.edition("GB/T 1-2020")
    values = sent(relations__0__type="replaces", relations__0__target="GB/T 1-2020", save="")
    content = editor.post(ADDRESS, values).content.decode()
    assert "cannot stand in this relation to itself" in content


def test_more_rows_keep_what_was_written(editor):
    make.edition("GB/T 1-2020")
    answer = editor.post(
        ADDRESS,
        sent(title_en="Kept", reason="", roles__0__name="示例所", roles__1__name="示例院", more=""),
    )
    context = answer.context
    assert context["form"]["title_en"].value() == "Kept"
    assert [one["name"].value() for one in context["roles"].forms] == [
        "示例所",
        "示例院",
        None,
        None,
    ]
    assert not context["form"].errors


def test_somebody_else_was_faster(editor):
    make.edition("GB/T 1-2020")
    editor.post(ADDRESS, sent(title_en="First", save=""))
    content = editor.post(ADDRESS, sent(title_en="Second", save="")).content.decode()
    assert "Another cataloguer edited “GB/T 1-2020” after you opened it." in content
    assert Edition.objects.get(key="GB/T 1-2020").title_en == "First"


def test_a_new_record(editor):
    answer = editor.post(
        "/en/catalogue/records/new/", sent(number="GB/T 8-2031", title_zh="示例", save="")
    )
    assert (answer.status_code, answer["Location"]) == (302, "/en/standards/GB/T_8-2031/")
    form = editor.post("/en/catalogue/records/new/", sent(number="GB/T 8", save="")).context["form"]
    assert "has no year" in form.errors["number"][0]


def test_a_new_record_of_a_number_that_we_spoke_of_is_no_new_one(editor):
    make.edition("GB/T 1-2020")
    editor.post(ADDRESS, sent(title_en="First", save=""))
    content = editor.post("/en/catalogue/records/new/", sent(title_en="Second", save="")).content
    assert "Another cataloguer edited" in content.decode()


def test_taking_back(editor):
    make.edition("GB/T 1-2020", effective="2020-07-01")
    editor.post(ADDRESS, sent(effective="2020-09-01", save=""))
    address = "/en/standards/GB/T_1-2020/withdraw/"
    page = editor.get(address)
    assert page.context["said"] == [("In effect from", ("2020-09-01",))]
    seen = page.context["form"]["seen"].value()
    answer = editor.post(address, {"reason": "example", "seen": seen})
    assert (answer.status_code, answer["Location"]) == (302, "/en/standards/GB/T_1-2020/")
    assert Edition.objects.get(key="GB/T 1-2020").effective == "2020-07-01"
    assert "There is nothing of ours to take back." in editor.get(address).content.decode()


@pytest.mark.parametrize("role", ["office", "reader", None])
@pytest.mark.parametrize("address", [ADDRESS, "/catalogue/records/new/"])
def test_others_may_not(client, role, address):
    make.edition("GB/T 1-2020")
    if role:
        client.force_login(
            accounts.seated(role), backend="guiju.apps.accounts.backends.SeatBackend"
        )
    assert client.get(address).status_code == 403
    assert client.post(address, sent(save="")).status_code == 403
    assert Statement.objects.count() == 1


def test_who_and_why_is_for_those_who_are_signed_in(editor, client):
    make.edition("GB/T 1-2020")
    editor.post(ADDRESS, sent(title_en="Example", reason="示例理由", save=""))
    assert "示例理由" in editor.get("/standards/GB/T_1-2020/").content.decode()
    client.logout()
    public = client.get("/standards/GB/T_1-2020/").content.decode()
    assert "编目员更正著录" in public
    assert "示例理由" not in public
