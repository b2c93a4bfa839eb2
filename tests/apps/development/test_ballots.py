"""Ballots through their pages: voting, standing aside, the sheet of a meeting, counting anew."""

import pytest
from click.testing import CliRunner
from django.urls import reverse

from guiju.apps.development.exports.ballots import papers_csv
from guiju.apps.development.models import BallotRound, Elector, Paper
from guiju.apps.development.rules.ballots import ENTER_PAPERS, READ_BALLOT, SEE_PAPERS
from guiju.apps.development.selectors import ballots as select
from guiju.apps.development.selectors.cases import ballot_of
from guiju.apps.development.services.voting import cast_vote, enter_papers, stand_aside
from guiju.cli.procedure import procedure
from guiju.core.errors import GuijuError, RefusedError
from guiju.core.forms.files.rulebook import form
from guiju.core.forms.readers.reading import read_form
from guiju.core.procedures.ballots.counting import tally
from guiju.core.procedures.ballots.recounting import read_papers, told
from guiju.core.procedures.engine import NotAllowed
from tests.factories import accounts
from tests.factories.development import Making, committee, members, seated

pytestmark = pytest.mark.django_db


def opened(count=4):
    """A project whose proposal ballot is open among `count` members."""
    made = Making(committee=committee(count))
    made.materials("proposal_form", "first_draft")
    made.step("open_proposal_ballot")
    return made, made.project.ballots.get()


def voter(made, at):
    return accounts.viewer(members(made.committee)[at], made.on)


def test_a_vote_is_changed_while_open_and_only_turnout_is_seen():
    made, row = opened()
    first = voter(made, 1)
    for mark in ("for", "against"):
        cast_vote(project=made.project, kind="proposal", mark=mark, reasons="示例理由", by=first)
    page = select.page_of(voter(made, 2), select.find(voter(made, 2), row.pk))
    assert [(one.has_voted, one.marks, one.reasons) for one in page.voters] == [
        (False, None, ""), (True, None, ""), (False, None, ""), (False, None, ""),
    ]  # fmt: skip
    assert (page.voted, page.result) == (1, None)
    assert [one.basis for one in page.clauses] == ["全国专业标准化技术委员会管理办法"] * 3
    assert page.clauses[0].says.zh == "参加表决者应不少于全体有表决权者的 3/4"


def test_a_sheet_is_entered_whole_or_not_at_all():
    made, row = opened()
    electors = list(row.electors.all())
    secretariat = made.by("committee")
    wrong = [(electors[0], "for", ""), (electors[1], "aside", "")]  # standing aside needs a reason
    with pytest.raises(NotAllowed):
        enter_papers(project=made.project, kind="proposal", papers=wrong, by=secretariat)
    assert Paper.objects.count() == 0
    right = [
        (electors[0], "for", ""), (electors[1], "aside", "起草人"),
        (electors[2], "none", ""), (electors[3], "several", ""),
    ]  # fmt: skip
    assert enter_papers(project=made.project, kind="proposal", papers=right, by=secretariat) == 4
    made.step("close_proposal_ballot")
    result = tally(ballot_of(BallotRound.objects.get(pk=row.pk)))
    assert (len(result.invalid), len(result.recused), result.counted["electorate"]) == (2, 1, 3)


def test_a_member_without_an_account_votes_on_paper():
    made = Making(committee=committee(1))
    seated(made.committee, user=type("NoAccount", (), {"person": accounts.person()})())
    made.materials("proposal_form", "first_draft")
    made.step("open_proposal_ballot")
    row = made.project.ballots.get()
    guest = row.electors.get(user=None)
    enter_papers(
        project=made.project, kind="proposal", papers=[(guest, "for", "")], by=made.by("committee")
    )
    assert Paper.objects.get().elector == guest


def test_late_papers_are_kept_and_counted_as_late():
    made, row = opened()
    made.votes("proposal", 3)
    made.at(row.last.year, row.last.month, row.last.day)
    late = voter(made, 3)
    later = accounts.viewer(members(made.committee)[3], row.last.replace(year=row.last.year + 1))
    cast_vote(project=made.project, kind="proposal", mark="against", reasons="晚", by=later)
    result = tally(ballot_of(row))
    assert (len(result.late), result.counted["for"], result.passed) == (1, 3, True)
    assert late.user == later.user


@pytest.mark.parametrize(
    ("favour", "against", "passed"), [(4, 0, True), (2, 2, False), (3, 1, True)]
)
def test_the_file_of_papers_is_counted_to_the_same_result(favour, against, passed, tmp_path):
    made, row = opened()
    made.votes("proposal", favour, against)
    made.step("close_proposal_ballot")
    row = BallotRound.objects.get(pk=row.pk)
    again = tally(read_papers("".join(papers_csv(row))))
    assert told(again) == told(tally(ballot_of(row)))
    file = tmp_path / "papers.csv"
    file.write_text("".join(papers_csv(row)), encoding="utf-8")
    said = CliRunner().invoke(procedure, ["recount", str(file), "--lang", "en"])
    assert (said.exit_code, said.output.endswith(f"{told(again).en}\n")) == (0, True)
    assert (again.passed, row.passed) == (passed, passed)


def test_who_sees_and_does_what():
    made, row = opened()
    who = {
        "secretariat": made.by("committee"),
        "elector": voter(made, 1),
        "stranger": accounts.viewer(accounts.user(), made.on),
    }
    rules = (READ_BALLOT, SEE_PAPERS, ENTER_PAPERS)
    assert {name: [one.allows(by, row) for one in rules] for name, by in who.items()} == {
        "secretariat": [True, False, True],
        "elector": [True, False, False],
        "stranger": [False, False, False],
    }
    made.votes("proposal", 4)
    made.step("close_proposal_ballot")
    row = BallotRound.objects.get(pk=row.pk)
    assert {name: SEE_PAPERS.allows(by, row) for name, by in who.items()} == {
        "secretariat": True, "elector": True, "stranger": False,
    }  # fmt: skip
    with pytest.raises(NotAllowed):
        cast_vote(project=made.project, kind="proposal", mark="for", by=who["elector"])


def test_only_electors_vote_and_only_oneself_stands_aside():
    made, row = opened()
    stranger = accounts.viewer(accounts.user(), made.on)
    other = row.electors.all()[2]
    with pytest.raises(NotAllowed):
        cast_vote(project=made.project, kind="proposal", mark="for", by=stranger)
    with pytest.raises(RefusedError):
        stand_aside(
            project=made.project, kind="proposal", elector=other, reason="x", by=voter(made, 1)
        )
    with pytest.raises(GuijuError):
        cast_vote(project=made.project, kind="proposal", mark="against", by=voter(made, 1))
    assert (Paper.objects.count(), Elector.objects.exclude(aside="").count()) == (0, 0)


def test_the_pages_take_a_vote_an_aside_and_a_sheet(client):
    made, row = opened()
    own = members(made.committee)
    client.force_login(own[1])
    page = reverse("development:ballot", args=[row.pk])
    assert client.get(page).status_code == 200
    wrong = client.post(f"{page}vote/", {"mark": "against", "reasons": " "})
    assert (wrong.status_code, Paper.objects.count()) == (400, 0)
    assert client.get(f"{page}papers/").status_code == 403
    assert client.get(f"{page}papers.csv").status_code == 403
    client.force_login(accounts.user())
    assert client.get(page).status_code == 403


def test_paper_and_result_come_as_forms(client):
    made, row = opened()
    own = members(made.committee)
    electors = list(row.electors.all())
    files = reverse("development:ballot", args=[row.pk])
    cast_vote(
        project=made.project, kind="proposal", mark="against", reasons="示例理由", by=voter(made, 1)
    )
    client.force_login(own[1])
    read = read_form(
        form("ballot-paper", made.on),
        client.get(f"{files}papers/{electors[1].pk}.docx").content,
        "paper.docx",
    )
    assert (read.values["voter"], read.values["mark"], read.values["reasons"]) == (
        own[1].person.name, "against", "示例理由",
    )  # fmt: skip
    assert client.get(f"{files}papers/{electors[2].pk}.docx").status_code == 403
    assert client.get(f"{files}result.docx").status_code == 403
    draft = made.project.materials.get(material="first_draft")
    link = reverse("development:draft", args=[made.project.pk, draft.number])
    assert f'href="{link}"' in client.get(files).content.decode()

    client.force_login(own[0])  # the secretariat prints a paper to be marked
    blank = client.get(f"{files}papers/{electors[1].pk}.docx").content
    read = read_form(form("ballot-paper", made.on), blank, "paper.docx")
    assert (read.values["voter"], read.values.get("mark", "")) == (own[1].person.name, "")
    made.at(2024, 4, 2).step("close_proposal_ballot")
    read = read_form(
        form("ballot-result", made.on), client.get(f"{files}result.docx").content, "result.docx"
    )
    assert [read.values[one] for one in ("members", "voted", "against", "passed")] == [
        "4", "1", "1", "no",
    ]  # fmt: skip
    assert [one["mark"] for one in read.values["votes"]] == ["", "against", "", ""]


@pytest.mark.parametrize("count", [1, 30])
def test_the_list_asks_a_constant_number_of_queries(count, django_assert_num_queries):
    board = committee(3)
    for _ in range(count):
        made = Making(committee=board)
        made.materials("proposal_form", "first_draft")
        made.step("open_proposal_ballot")
    viewer = accounts.viewer(members(board)[1], made.on)
    with django_assert_num_queries(1):
        found = [(one.has_voted, one.ballot.project.title_zh) for one in select.open_for(viewer)]
    assert found == [(False, "示例大米")] * count
