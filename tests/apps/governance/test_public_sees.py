"""What the public never sees: every secret is planted, and looked for on every page and in every file."""

import zipfile
from io import BytesIO

import pytest

from guiju.apps.governance.models import Assignment, Comment, Evidence, Report
from guiju.apps.journal.services import record
from tests.apps.governance.test_plan_access import addresses
from tests.factories import accounts, reading

pytestmark = [pytest.mark.django_db, pytest.mark.once]

SECRETS = {
    "risk note": "机密风险说明",
    "draft": "机密草稿正文",
    "submitted": "机密报送正文",
    "returned": "机密退回正文",
    "accepted, not public": "机密已通过正文",
    "decision": "机密审核意见",
    "report risk": "机密报告风险",
    "report line": "机密任务进展",
    "comment": "机密意见",
    "evidence": "机密佐证.pdf",
    "actor": "secret-actor",
    "reason": "机密理由",
    "hidden plan": "机密计划标题",
    "hidden measure": "机密措施标题",
    "hidden action": "机密任务正文",
    "withdrawn": "机密已撤任务",
}
PUBLIC_API = (
    "",
    *("/measures", "/actions", "/outputs", "/duties", "/matrix", "/workload", "/timeline"),
    *("/changes", "/texts", "/organisations/{body}", "/export.json"),
    *("/measures/{measure}", "/measures/{measure}/reports", "/measures/{measure}/history"),
    *("/changes?measure={measure}", "/actions/{action}"),
)


@pytest.fixture
def world():
    world = reading.ledger_of(3)
    measure = world.measures[1]
    measure.risk, measure.risk_note = "high", SECRETS["risk note"]
    measure.save()
    measure.actions.update(withdrawn=None)
    hidden = measure.actions.last()
    hidden.text, hidden.withdrawn = SECRETS["withdrawn"], 2
    hidden.save()
    _reports(world, measure)
    body = world.bodies[0]
    Comment.objects.create(
        measure=measure, author=world.member_user, organisation=body, text=SECRETS["comment"]
    )
    actor = accounts.viewer(accounts.user(SECRETS["actor"]), world.today)
    for action in ("assign", "add_comment", "edit_plan"):
        record(
            by=actor,
            action=f"governance.{action}",
            subject=f"governance.measure:{measure.pk}",
            reason=SECRETS["reason"],
        )
    other = reading.ledger_of(1, is_public=False, title_zh=SECRETS["hidden plan"])
    other.measures[0].title_zh = SECRETS["hidden measure"]
    other.measures[0].save()
    other.measures[0].actions.update(text=SECRETS["hidden action"])
    return world


def _reports(world, measure):
    for at, state in enumerate(("draft", "submitted", "returned", "accepted")):
        name = "accepted, not public" if state == "accepted" else state
        report = Report.objects.create(
            measure=measure,
            organisation=world.bodies[at],
            period="2023Q2",
            state=state,
            text=SECRETS[name],
            risk="high",
            risk_note=SECRETS["report risk"],
            author=world.member_user,
            decision_note=SECRETS["decision"],
        )
        report.lines.create(action=measure.actions.first(), text=SECRETS["report line"])
        Evidence.objects.create(
            report=report, file="x.pdf", name=SECRETS["evidence"], size=1, sm3="0", sha256="0"
        )


def words_of(answer):
    """All text of an answer, inside the package of an office file too."""
    content = answer.content
    if content.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(content)) as package:
            content = b"\n".join(package.read(name) for name in package.namelist())
    text = content.decode("utf-8", "replace")
    return (
        text + "\n" + text.encode().decode("unicode_escape", "replace") if "\\u" in text else text
    )


def everything(client, world):
    measure = world.measures[1]
    pages = [
        *addresses(world),
        *(f"/plans/{world.plan.slug}/measures/{measure.pk}/{end}" for end in ("", "history/")),
        *(f"/plans/{world.plan.slug}/actions/{one.pk}/" for one in measure.actions.all()[:2]),
        f"/plans/{world.plan.slug}/changes/?since=2020-01-01",
        f"/plans/{world.plan.slug}/actions/?q=机密",
        "/plans/",
        "/",
        "/search/?q=机密",
    ]
    names = {
        "body": world.bodies[0].slug,
        "measure": measure.pk,
        "action": measure.actions.first().pk,
    }
    api = [f"/api/v1/plans/{world.plan.slug}{end.format(**names)}" for end in PUBLIC_API]
    api += ["/api/v1/plans", "/api/v1/search?q=示例"]
    return [*pages, *(f"/en{page}" for page in pages), *api]


@pytest.mark.parametrize("who", ["public", "stranger"])
def test_no_secret_is_anywhere(client, world, who):
    if who == "stranger":
        client.force_login(world.stranger_user)
    for url in everything(client, world):
        answer = client.get(url)
        assert answer.status_code == 200, url
        # What was looked for stands on the page of the search itself.
        text = words_of(answer).replace("机密</", "").replace('value="机密"', "")
        found = {name for name, secret in SECRETS.items() if secret in text}
        assert found == set(), url


def test_the_secrets_are_there_to_be_found(client, world):
    """Those who work on the plan do see them: the test above could fail."""
    client.force_login(world.office_user)
    text = "".join(words_of(client.get(url)) for url in everything(client, world))
    seen = {name for name, secret in SECRETS.items() if secret in text}
    assert seen == {
        "risk note",
        "accepted, not public",
        "report line",
        "submitted",
        "returned",
        "actor",
        "reason",
    }


def test_a_member_sees_the_reports_of_its_own_measures_only(client, world):
    """An accepted report that is not public is for the office and the bodies of its measure."""
    Assignment.objects.filter(
        note__measure=world.measures[1], organisation=world.bodies[0]
    ).delete()
    Report.objects.filter(organisation=world.bodies[0], period="2023Q2").update(
        organisation=world.office_body
    )
    client.force_login(world.member_user)
    for url in everything(client, world):
        assert SECRETS["accepted, not public"] not in words_of(client.get(url)), url
    assert SECRETS["risk note"] in words_of(client.get(f"/plans/{world.plan.slug}/export.json"))


def test_accepted_public_reports_are_seen(client, world):
    html = client.get(f"/plans/{world.plan.slug}/measures/{world.measures[1].pk}/").content.decode()
    assert html.count("示例：进展顺利。") == 1
    assert "2023年第一季度" in html
