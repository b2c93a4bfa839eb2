"""The workspace: whose turn it is, steps with reasons, materials, drafts, participants, deadlines."""

import re

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation

from guiju.apps.development.models import Party
from guiju.apps.development.selectors.electorates import electorate
from guiju.apps.development.services.parties import add_party, end_party
from guiju.apps.journal.models import Event
from guiju.core.errors import RefusedError
from tests.factories import accounts
from tests.factories.development import DRAFT, Making, consulting, members, planned

pytestmark = pytest.mark.django_db
PAGES = ("workspace", "materials", "parties", "history", "diagram")


def address(name, *args):
    with translation.override("zh-hans"):
        return reverse(f"development:{name}", args=args)


def shown(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


@pytest.fixture
def act(client):
    """`act(made, "committee")` is the client of that person on the day of the project."""
    frozen = []

    def enter(made, who):
        user = made.people[who] if isinstance(who, str) else who
        for one in frozen:
            one.stop()
        frozen[:] = [time_machine.travel(made.on, tick=False)]
        frozen[0].start()
        client.force_login(user, backend="guiju.apps.accounts.backends.SeatBackend")
        return client

    yield enter
    for one in frozen:
        one.stop()


def test_who_may_enter(act, client):
    made = planned()
    for who, status in (("committee", 200), ("drafters", 200), ("authority", 200), ("public", 403)):
        entered = act(made, who)
        found = {entered.get(address(one, made.project.pk)).status_code for one in PAGES}
        assert (who, found) == (who, {status})
    client.logout()
    assert {client.get(address(one, made.project.pk)).status_code for one in PAGES} == {403}


def test_a_disabled_step_says_all_that_is_missing(act):
    made = Making()
    answer = act(made, "committee").get(f"/en{address('workspace', made.project.pk)}")
    steps = {one.step.id: [why.en for why in one.reasons] for one in answer.context["steps"]}
    assert steps == {
        "open_proposal_ballot": [
            "The material “project proposal” is missing; hand it in first.",
            "The material “first draft” is missing; hand it in first.",
        ],
        "drop": [],
    }
    assert "The material “first draft” is missing; hand it in first." in shown(answer)
    assert [one.en for one in answer.context["turn"]] == ["secretariat of the committee"]


def test_a_step_is_taken_with_its_facts_and_a_stale_form_is_refused(act):
    made = consulting()
    page = f"/en{address('step', made.project.pk, 'suspend')}"
    made = planned()
    page = f"/en{address('step', made.project.pk, 'suspend')}"
    client = act(made, "authority")
    form = client.get(page).context["form"]
    seen = form.initial["seen"]
    answer = client.post(page, {"seen": seen - 1, "note": "示例说明"})
    assert "Since you opened the page, somebody did" in shown(answer)
    assert "示例说明" in shown(answer)
    answer = client.post(page, {"seen": seen, "note": "示例说明"})
    assert answer["Location"] == f"/en{address('workspace', made.project.pk)}"
    history = shown(client.get(f"/en{address('history', made.project.pk)}"))
    assert "示例说明" in history
    assert made.people["authority"].person.name in history
    again = client.post(page, {"seen": seen + 1})
    assert "is not possible now" in shown(again)


def test_a_person_without_the_role_is_told_whose_step_it_is(act):
    made = planned()
    answer = act(made, "drafters").post(
        f"/en{address('step', made.project.pk, 'suspend')}", {"seen": 6}
    )
    assert answer.status_code == 200
    assert "This is for: standardization authority." in shown(answer)
    assert made.project.steps.count() == 6


def test_a_draft_is_handed_in_read_checked_compared_and_written(act):
    made = planned()
    client = act(made, "drafters")
    page = f"/en{address('hand_in', made.project.pk, 'consultation_draft')}"
    assert "file" in client.post(page, {}).context["form"].errors
    unreadable = SimpleUploadedFile("x.docx", b"PK\x03\x04 nothing")
    assert client.post(page, {"file": unreadable}).status_code in (200, 400)
    for text in (DRAFT, DRAFT.replace("15.5", "14.5")):
        file = SimpleUploadedFile("示例稿.md", text.encode())
        answer = client.post(page, {"file": file, "note": "示例修改"})
        assert answer.status_code == 302
    old, new = (one.number for one in made.project.materials.filter(material="consultation_draft"))
    listed = client.get(f"/en{address('materials', made.project.pk)}")
    assert "示例修改" in shown(listed)
    text = client.get(f"/en{address('draft', made.project.pk, new)}?findings=1")
    assert "14.5" in shown(text)
    assert sum(text.context["counts"].values()) == len(text.context["marked"])
    beside = client.get(f"/en{address('compare_drafts', made.project.pk)}?old={old}&new={new}")
    assert [one["change"].b_label or one["change"].b[0] for one in beside.context["clauses"]] == [
        "4.1"
    ]
    for form in ("docx", "md", "sts.xml", "html", "txt", "json"):
        made_file = client.get(address("draft_file", made.project.pk, new, form))
        assert (form, made_file.status_code, made_file.content != b"") == (form, 200, True)
    assert client.get(address("draft_file", made.project.pk, new, "exe")).status_code == 404
    file = client.get(address("material_file", made.project.pk, old))
    assert b"".join(file.streaming_content).decode() == DRAFT
    assert file["Content-Type"] == "application/octet-stream"


def test_a_material_of_somebody_else_is_refused(act):
    made = planned()
    file = SimpleUploadedFile("a.md", DRAFT.encode())
    answer = act(made, "committee").post(
        f"/en{address('hand_in', made.project.pk, 'consultation_draft')}", {"file": file}
    )
    assert "It is handed in by: drafting group." in shown(answer)


def test_a_form_is_filled_stored_downloaded_and_read_back(act):
    made = planned()
    client = act(made, "drafters")
    page = f"/en{address('fill_form', made.project.pk, 'explanation')}"
    form = client.get(page).context["form"]
    long = next(
        one for one in form.filled.form.fields if one.id in form.fields and one.kind == "long"
    )
    answer = client.post(page, {"do": "store", long.id: "示例编制说明的内容"})
    assert answer.status_code == 302
    row = made.project.materials.get(material="explanation")
    assert row.values[long.id] == "示例编制说明的内容"
    file = client.get(address("form_file", made.project.pk, row.number))
    assert file.content[:2] == b"PK"
    back = SimpleUploadedFile("back.docx", file.content)
    answer = client.post(page, {"do": "read", "file": back})
    assert answer.context["form"].filled.text(long.id) == "示例编制说明的内容"
    broken = SimpleUploadedFile("back.docx", b"PK\x03\x04 nothing")
    assert "file" in client.post(page, {"do": "read", "file": broken}).context["back"].errors


def test_participants_are_added_and_leave_with_an_event_each(act):
    made = planned()
    page = f"/en{address('parties', made.project.pk)}"
    client = act(made, "committee")
    wrong = client.post(page, {"role": "drafters", "who": "nobody-there"})
    assert "who" in wrong.context["form"].errors
    person = accounts.user()
    before = Event.objects.count()
    added = client.post(page, {"role": "drafters", "who": person.username, "side": "user"})
    assert added.status_code == 302
    party = Party.objects.get(project=made.project, user=person)
    assert (party.role, party.side) == ("drafters", "user")
    leave = f"/en{address('leave_project', made.project.pk, party.pk)}"
    assert "reason" in client.post(leave, {}).context["form"].errors
    assert client.post(leave, {"reason": "示例调动"}).status_code == 302
    assert client.post(leave, {"reason": "示例调动"}).status_code == 404
    acts = Event.objects.order_by("number")[before:].values_list("action", flat=True)
    assert [one for one in acts if "party" in one] == [
        "development.add_party", "development.end_party",
    ]  # fmt: skip
    assert act(made, "drafters").post(page, {"role": "drafters", "who": "x"}).status_code == 403


NAMED = {"committee": {"drafters"}, "evaluator": set(), "authority": set()}


@pytest.mark.parametrize("who", ["committee", "evaluator", "authority"])
@pytest.mark.parametrize("role", ["authority", "committee", "evaluator", "drafters", "experts"])
def test_nobody_gives_a_role_that_is_not_his_to_give(act, who, role):
    """A secretariat that made itself the authority could approve its own standard."""
    made = planned()
    body = accounts.organisation("示例冒名单位")
    page = address("parties", made.project.pk)
    client = act(made, who)
    offered = {key for key, _title in client.get(page).context["form"].fields["role"].choices}
    assert offered == NAMED[who]
    given = {"project": made.project, "role": role, "organisation": body, "by": made.by(who)}
    if role in NAMED[who]:
        assert add_party(**given).role == role
    else:
        with pytest.raises(RefusedError) as refused:
            add_party(**given)
        assert "由" in refused.value.sentence.zh
        assert Event.objects.last().action == "development.refused"
        client.post(page, {"role": role, "who": "示例冒名单位"})
        assert not Party.objects.filter(project=made.project, organisation=body).exists()


def test_the_body_that_has_a_role_by_law_is_not_put_out(act):
    made = planned()
    party = made.project.parties.get(role="authority")
    with pytest.raises(RefusedError):
        end_party(party=party, by=made.by("committee"))
    page = shown(act(made, "committee").get(address("parties", made.project.pk)))
    assert address("leave_project", made.project.pk, party.pk) not in page


def test_experts_who_are_named_do_not_vote_in_the_place_of_the_committee():
    made = planned()
    expert = accounts.user()
    Party.objects.create(project=made.project, role="experts", user=expert, since=made.on)
    voters = {one: electorate(made.project, made.on, members=one) for one in (True, False)}
    assert [one.user for one in voters[False]] == [expert.pk]
    assert {one.user for one in voters[True]} == {one.pk for one in members(made.committee)}


def test_an_interest_is_declared_and_the_vote_no_longer_counts(act):
    made = Making()
    made.materials("proposal_form", "first_draft")
    made.step("open_proposal_ballot")
    member = members(made.committee)[3]
    page = f"/en{address('interest', made.project.pk, 'proposal')}"
    client = act(made, member)
    assert page in shown(client.get(f"/en{address('workspace', made.project.pk)}"))
    assert client.post(page, {"reason": "示例：本单位持有专利"}).status_code == 302
    assert "you stand aside" in shown(client.get(f"/en{address('workspace', made.project.pk)}"))
    assert act(made, "proposer").get(page).status_code == 404


def test_a_deadline_is_extended_as_far_as_the_law_allows(act):
    made = planned()
    page = f"/en{address('extension', made.project.pk, 'making')}"
    client = act(made, "committee")
    assert page in shown(client.get(f"/en{address('workspace', made.project.pk)}"))
    refused = client.post(page, {"count": 7, "reason": "示例"})
    assert "At most 6 months in all." in shown(refused)
    assert client.post(page, {"count": 3, "reason": "示例"}).status_code == 302
    assert "2026-01-04" in shown(client.get(f"/en{address('workspace', made.project.pk)}"))
    assert client.get(address("extension", made.project.pk, "nothing")).status_code == 404


def test_the_workspace_asks_the_same_however_much_is_in_it(act, django_assert_max_num_queries):
    made = planned()
    client = act(made, "drafters")
    client.get(address("workspace", made.project.pk))
    counts = {}
    for number in (1, 9):
        for _ in range(number):
            made.materials("explanation")
        for page in ("workspace", "materials", "history"):
            with django_assert_max_num_queries(60) as told:
                client.get(address(page, made.project.pk))
            counts.setdefault(page, set()).add(len(told))
    assert {page: len(found) for page, found in counts.items()} == {
        "workspace": 1, "materials": 1, "history": 1,
    }  # fmt: skip
