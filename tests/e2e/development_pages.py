"""The pages of the making of standards for `test_every_page`, on the projects of the demonstration."""

from django.core import signing
from django.utils import timezone

from guiju.apps.accounts.models import User
from guiju.apps.accounts.selectors.viewers import viewer_of_user
from guiju.apps.development.models import (
    BallotRound,
    Committee,
    Material,
    Project,
    Remark,
    Round,
    Unverified,
)
from guiju.apps.development.services.committees import add_liaison
from guiju.apps.development.services.guests import SALT, ask_guest

PUBLIC = ""
PAGES = {
    "development:projects": (PUBLIC, (), "?state=running"),
    "development:new_project": ("firm", (), ""),
    "development:start": ("firm", ("making_procedure",), ""),
    "development:project": (PUBLIC, ("making_consulting",), ""),
    "development:workspace": ("secretary", ("making_drafting",), ""),
    "development:step": ("secretary", ("making_drafting", "making_transition"), ""),
    "development:history": ("secretary", ("making_resolving",), ""),
    "development:diagram": ("secretary", ("making_drafting",), ""),
    "development:extension": ("secretary", ("making_drafting", "making_duty"), ""),
    "development:materials": ("drafter", ("making_drafting",), ""),
    "development:compare_drafts": ("drafter", ("making_resolving",), ""),
    "development:hand_in": ("drafter", ("making_drafting", "making_draft_material"), ""),
    "development:draft": ("drafter", ("making_consulting", "making_draft_number"), ""),
    "development:fill_form": ("drafter", ("making_drafting", "making_form_material"), ""),
    "development:parties": ("secretary", ("making_drafting",), ""),
    "development:leave_project": ("secretary", ("making_drafting", "making_party"), ""),
    "development:interest": ("member", ("making_voting", "making_ballot_kind"), ""),
    "development:ballots": ("member", (), ""),
    "development:ballot": ("member", ("making_ballot",), ""),
    "development:ballot_sheet": ("secretary", ("making_ballot",), ""),
    "development:desk": ("secretary", (), ""),
    "development:dashboard": ("secretary", (), ""),
    "development:dashboard_cases": ("secretary", (), "?stage=20"),
    "development:consultations": (PUBLIC, (), ""),
    "development:consultation": (PUBLIC, ("making_round",), ""),
    "development:comment": (PUBLIC, ("making_round",), "?clause=6.1"),
    "development:published": (PUBLIC, ("making_published_round",), ""),
    "development:verify": (PUBLIC, ("making_comment_token",), ""),
    "development:remarks": ("drafter", ("making_answered_round",), ""),
    "development:alike": ("drafter", ("making_answered_round",), ""),
    "development:import_remarks": ("drafter", ("making_answered_round",), ""),
    "development:remark": ("drafter", ("making_remark",), ""),
    "development:committees": (PUBLIC, (), ""),
    "development:committee": (PUBLIC, ("making_committee",), ""),
    "development:committee_scope": (PUBLIC, ("making_committee",), ""),
    "development:committee_year": (PUBLIC, ("making_committee", "making_year"), ""),
    "development:committee_assessment": ("authority", ("making_committee", "making_year"), ""),
    "development:propose_committee": ("authority", (), ""),
    "development:register_committee": ("authority", (), ""),
    "development:edit_committee": ("authority", ("making_committee",), ""),
    "development:committee_state": ("authority", ("making_committee",), ""),
    "development:add_liaison": ("secretary", ("making_committee",), ""),
    "development:add_seat": ("authority", ("making_committee",), ""),
    "development:end_seat": ("authority", ("making_committee", "making_committee_seat"), ""),
    "development:import_seats": ("authority", ("making_committee",), ""),
    "development:missing_voters": ("secretary", ("making_committee",), ""),
}
ACTS = {
    "development:ballot_vote",
    "development:ballot_aside",
    "development:calendar_renew",
    "development:calendar_revoke",
    "development:hide_remark",
    "development:end_liaison",
    "development:take_seats",
}
DOWNLOADS = {
    "development:paper",
    "development:ballot_paper",
    "development:ballot_papers",
    "development:ballot_result",
    "development:consultations_calendar",
    "development:consultations_feed",
    "development:own_calendar",
    "development:committee_calendar",
    "development:projects_file",
    "development:material_file",
    "development:draft_file",
    "development:form_file",
    "development:export_remarks",
    "development:committee_by_key",
    "development:committee_report",
    "development:committee_members",
}


def things():
    """Projects in the states that the pages are about, and a guest's comment that waits."""
    today = timezone.localdate()
    project = {one.state: one for one in Project.objects.filter(procedure="national-recommended")}
    opened = Round.objects.get(project=project["consulting"], kind="main")
    answered = Round.objects.get(project=project["resolving"], kind="main")
    committee, second = Committee.objects.filter(key__startswith="SAC/TC 9001").order_by("key")
    secretary = viewer_of_user(User.objects.get(username="secretary"), today)
    add_liaison(committee=committee, other=second, matter="示例：术语", by=secretary)
    ask_guest(
        round=opened,
        values={
            "clause": "6.1",
            "place": "6.1",
            "kind": "te",
            "text": "示例意见",
            "name": "示例来宾",
            "unit": "",
            "email": "guest@guiju.invalid",
            "is_named": False,
        },
        address="192.0.2.1",
        by=viewer_of_user(User.objects.get(username="reader"), today),
    )
    return {
        "making_procedure": "group",
        "making_consulting": project["consulting"].pk,
        "making_drafting": project["drafting"].pk,
        "making_resolving": project["resolving"].pk,
        "making_voting": project["proposal_ballot"].pk,
        "making_transition": "open_consultation",
        "making_duty": "making",
        "making_draft_material": "consultation_draft",
        "making_form_material": "explanation",
        "making_draft_number": Material.objects.get(
            project=project["consulting"], material="consultation_draft"
        ).number,
        "making_party": project["drafting"].parties.get(role="drafters").pk,
        "making_ballot_kind": "proposal",
        "making_ballot": BallotRound.objects.get(project=project["proposal_ballot"]).pk,
        "making_round": opened.pk,
        "making_published_round": Round.objects.get(
            project__procedure="group", project__state="published"
        ).pk,
        "making_answered_round": answered.pk,
        "making_remark": Remark.objects.filter(round=answered).first().pk,
        "making_comment_token": signing.dumps(Unverified.objects.get().key, salt=SALT),
        "making_committee": committee.pk,
        "making_committee_seat": committee.seats.last().pk,
        "making_year": today.year,
    }
