"""`POST /api/v1/plans/parse` and `/plans/import`: by token, with the page's own answers."""

from datetime import timedelta
from hashlib import sha256

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from guiju.apps.accounts.models import ApiToken
from guiju.apps.governance.models import ImportDraft, Plan, PlanText
from guiju.apps.journal.models import Event
from tests.factories import accounts
from tests.factories import governance as make

pytestmark = pytest.mark.django_db
PARSE, IMPORT = "/api/v1/plans/parse", "/api/v1/plans/import"


@pytest.fixture
def office():
    return accounts.organisation("示例办公室")


def token(user):
    text = f"token-of-{user.username}"
    ApiToken.objects.create(
        user=user,
        name="test",
        digest=sha256(text.encode()).hexdigest(),
        created=timezone.now(),
        until=timezone.localdate() + timedelta(days=1),
    )
    return {"Authorization": f"Bearer {text}"}


def send(client, address, headers=None, data=None, name="plan.txt"):
    content = make.TEXT.encode() if data is None else data
    return client.post(address, {"file": SimpleUploadedFile(name, content)}, headers=headers)


def test_parse_answers_like_the_command_line_and_stores_nothing(client):
    answer = send(client, PARSE, token(accounts.seated("reader")))
    assert answer.status_code == 200
    parsed = answer.json()
    assert [measure["title"] for measure in parsed["measures"]] == [
        "建立示例制度",
        "搭建示例平台",
        "加强示例宣传",
    ]
    assert (Plan.objects.count(), ImportDraft.objects.count()) == (0, 0)


def test_preview_then_import_then_again(client, office):
    make.bodies()
    headers = token(make.office_user(office))
    preview = send(client, f"{IMPORT}?preview=true", headers).json()
    assert (preview["is_preview"], preview["plan"], preview["text"]) == (True, None, None)
    assert preview["counts"]["new"] == 3
    assert [change["title"] for change in preview["changes"]] == [
        "建立示例制度",
        "搭建示例平台",
        "加强示例宣传",
    ]
    assert not Plan.objects.exists()
    done = send(client, IMPORT, headers).json()
    assert (done["is_preview"], done["plan"], done["text"]) == (False, "2023-5", 1)
    again = send(client, IMPORT, headers).json()
    assert (again["text"], again["changes"], PlanText.objects.count()) == (None, [], 1)
    assert Event.objects.filter(action="governance.import_plan").count() == 1


def test_a_text_with_a_corrected_title_goes_into_the_plan_that_is_named(client, office):
    plan = make.imported_plan(office=office)
    headers = token(make.office_user(office))
    data = make.TEXT.replace("示例市", "示例城市").encode()
    assert send(client, f"{IMPORT}?plan=none", headers, data).status_code == 404
    answer = send(client, f"{IMPORT}?plan={plan.slug}", headers, data).json()
    assert (answer["plan"], answer["text"]) == (plan.slug, 2)


def test_unknown_names_come_with_suggestions(client, office):
    known = make.bodies()
    headers = token(make.office_user(office))
    data = make.TEXT.replace("示例乙局按职责", "示例一乙局按职责").encode()
    unknown = send(client, f"{IMPORT}?preview=true", headers, data).json()["unknown"]
    assert [(one["name"], one["measures"]) for one in unknown] == [("示例一乙局", ["一"])]
    assert unknown[0]["suggestions"][0] == {
        "slug": known["示例乙局"].slug,
        "name": "示例乙局",
    }


@pytest.mark.parametrize("address", [PARSE, IMPORT])
@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "plan_empty"), (b"%PDF-1.7", "plan_not_text"), ("无。".encode(), "plan_no_measures")],
)
def test_a_bad_file_is_an_error_in_both_languages(client, office, address, data, code):
    answer = send(client, address, token(make.office_user(office)), data)
    assert answer.status_code == 400
    error = answer.json()["error"]
    assert (sorted(error), error["code"]) == (["code", "en", "zh"], code)
    assert not Plan.objects.exists()


def test_a_file_above_the_limit_is_refused_while_it_arrives(client, office, settings):
    settings.MAX_UPLOAD_BYTES = 1024 * 1024
    answer = send(client, IMPORT, token(make.office_user(office)), b"x" * (2 * 1024 * 1024))
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "too_large")


def test_who_may(client, office):
    make.imported_plan(office=office)
    people = {
        "office": make.office_user(office),
        "other office": make.office_user(accounts.organisation("另一示例办公室")),
        "liaison": accounts.seated("liaison", office),
    }
    outcomes = {
        who: tuple(send(client, at, headers).status_code for at in (PARSE, IMPORT))
        for who, headers in {name: token(user) for name, user in people.items()}.items()
    }
    outcomes["public"] = tuple(send(client, at).status_code for at in (PARSE, IMPORT))
    assert outcomes == {
        "office": (200, 200),
        "other office": (200, 403),
        "liaison": (200, 403),
        "public": (403, 403),
    }
