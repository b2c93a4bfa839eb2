"""What a form of a project is filled from (填表数据): dotted names project.*, committee.*, ballot.* …"""

from typing import Any

from guiju.apps.accounts.models import Person
from guiju.apps.accounts.selectors.organisations import display_names
from guiju.apps.development.models import BallotRound, Remark
from guiju.apps.development.rules.actors import COMMITTEE
from guiju.apps.development.selectors.cases import ballot_of
from guiju.apps.development.selectors.standards import wanted
from guiju.apps.development.selectors.workspace import Opened
from guiju.apps.development.selectors.workspace_people import Taking, taking_part
from guiju.core.forms.files.rulebook import form_for
from guiju.core.forms.model import Form
from guiju.core.procedures.ballots.counting import tally
from guiju.core.procedures.case import DISPOSITIONS
from guiju.core.procedures.model import Material as Kind
from guiju.core.procedures.model import Procedure

DRAFTERS = "drafters"
_COUNTED = {
    "members": "electorate",
    "voted": "participants",
    "for": "for",
    "against": "against",
}
# What the checklists call a material, by what procedures call it.
_MATERIALS = {
    "letter": "approval_letter",
    "draft": "approval_draft",
    "approval": "approval_draft",
    "explanation": "explanation",
    "comments": "comment_table",
    "minutes": "minutes",
    "announcement": "announcement",
    "text": "standard_text",
    "patents": "patent_declarations",
    "declaration": "declaration",
    "original": "adopted_text",
}


def form_of(opened: Opened, kind: Kind) -> Form:
    """The form that fills a material of this project. Raises NoForm."""
    return form_for(kind.form, opened.procedure.id, opened.viewer.today)


def form_data(opened: Opened) -> dict[str, Any]:
    """All that the platform knows of a project, as its forms ask for it."""
    people = taking_part(opened, "zh-hans")
    return {
        "project": _project(opened, people),
        "committee": _committee(opened),
        "edition": _edition(opened),
        "ballot": _ballots(opened),
        "consultation": _consultation(opened),
        "materials": _materials(opened),
        **opened.project.form,
    }


def _project(opened: Opened, people: list[Taking]) -> dict[str, Any]:
    project, said = opened.project, wanted(opened.project)
    drafters = [one.organisation or one.name for one in people if _is(opened, one, DRAFTERS)]
    adopts = said.adopts[0] if said.adopts else ("", "")
    patents = opened.case.facts.get("patents", "")
    return {
        "title_zh": project.title_zh,
        "title_en": project.title_en,
        "plan_number": project.plan_number,
        "number": project.number,
        "procedure": project.procedure,
        "today": opened.viewer.today,
        "committee": project.committee.name_zh if project.committee else "",
        "proposer": _organisation(opened, project.organisation_id),
        "department": next(
            (one.organisation for one in people if _is(opened, one, "department")), ""
        ),
        "drafters": "、".join(dict.fromkeys(drafters)),
        "lead_drafter": drafters[0] if drafters else "",
        "contact": _contact(opened),
        "replaces": "、".join(project.replaces.values_list("display", flat=True)),
        "action": "revise" if project.replaces.exists() else "make",
        "ics": "、".join(said.ics),
        "ccs": "、".join(said.ccs),
        "category": said.category,
        "patents": {"": "", "none": "no"}.get(patents, "yes"),
        "in_force_on": opened.case.facts.get("in_force_on", ""),
        "adopts": {
            "is": "yes" if said.adopts else "no",
            "number": adopts[0],
            "degree": adopts[1],
        },
        "comments": _comments(opened),
    }


def _is(opened: Opened, one: Taking, role: str) -> bool:
    known = opened.procedure.roles.get(role)
    return known is not None and one.role == known.title


def _organisation(opened: Opened, pk: int | None) -> str:
    if pk is None:
        return ""
    return display_names([pk], opened.viewer.today, "zh-hans")[pk].full


def _contact(opened: Opened) -> dict[str, str]:
    """Who fills the form in."""
    person = Person.objects.filter(user=opened.viewer.user).first()
    if person is None:
        return {}
    return {
        "person": person.name,
        "email": person.email,
        "phone": str(getattr(person, "phone", "") or ""),
    }


def _committee(opened: Opened) -> dict[str, str]:
    one = opened.project.committee
    if one is None or COMMITTEE not in opened.procedure.roles:
        return {}
    return {
        "number": one.key,
        "name_zh": one.name_zh,
        "secretariat": _organisation(opened, one.secretariat_id),
    }


def _edition(opened: Opened) -> dict[str, Any]:
    one = opened.project.edition
    return {"number": one.display, "title_zh": one.title_zh} if one else {}


def _ballots(opened: Opened) -> dict[str, Any]:
    """Each kind by its name; the newest also directly."""
    found: dict[str, Any] = {}
    rounds = opened.project.ballots.filter(current=True).prefetch_related("electors__papers")
    for row in rounds:
        told = ballot_data(opened.procedure, row)
        found[row.kind] = told
        found |= told
    return found


def ballot_data(procedure: Procedure, row: BallotRound) -> dict[str, Any]:
    """One round of a ballot in numbers; its papers are prefetched."""
    count = tally(ballot_of(row))
    return {
        "title": procedure.ballots[row.kind].title.zh,
        "opened": row.opened,
        "until": row.last,
        "closed": row.closed,
        **{name: count.counted.get(key, 0) for name, key in _COUNTED.items()},
        "abstained": count.abstained,
        "invalid": len(count.invalid),
        "passed": ("yes" if row.passed else "no") if row.closed else "",
    }


def _consultation(opened: Opened) -> dict[str, Any]:
    row = opened.project.rounds.order_by("number").last()
    if row is None:
        return {}
    return {"opened": row.opened, "until": row.last, "comments": len(_comments(opened))}


def _comments(opened: Opened) -> list[dict[str, str]]:
    """The comments that count, with their answers."""
    rows = (
        Remark.objects.filter(round__project=opened.project, hidden=None)
        .prefetch_related("replies")
        .order_by("sort", "number")
    )
    names = {
        pk: one.full
        for pk, one in display_names(
            {one.organisation_id for one in rows if one.organisation_id},
            opened.viewer.today,
            "zh-hans",
        ).items()
    }
    found = []
    for at, one in enumerate(rows, 1):
        reply = next(iter(one.replies.all()), None)
        handling = DISPOSITIONS[one.standing].zh if one.standing in DISPOSITIONS else ""
        if reply is not None and reply.reason:
            handling = f"{handling}：{reply.reason}"
        found.append(
            {
                "no": str(at),
                "clause": one.place or one.clause,
                "text": one.text,
                "unit": one.unit or names.get(one.organisation_id or 0, ""),
                "handling": handling,
            }
        )
    return found


def _materials(opened: Opened) -> dict[str, str]:
    """Which are there: what the checklists of forms tick."""
    there = {one.material for one in opened.case.materials}
    return {key: "yes" if kind in there else "no" for key, kind in _MATERIALS.items()}
