"""Committees and projects for tests. Plain functions; every value can be given."""

import itertools
from datetime import date

from guiju.apps.accounts.models import Seat
from guiju.apps.development.models import Committee, CommitteeSeat, Party, Project
from guiju.apps.development.services.commenting import add_remark
from guiju.apps.development.services.materials import hand_in
from guiju.apps.development.services.parties import appoint
from guiju.apps.development.services.starting import roles_to_fill, start_project
from guiju.apps.development.services.stepping import take_step
from guiju.apps.development.services.voting import enter_papers
from guiju.core.procedures.files.rulebook import procedure
from guiju.web.viewer import Seat as HeldSeat
from guiju.web.viewer import Viewer
from tests.factories import accounts

LONG_AGO = date(2020, 1, 1)
# Of bodies in numbers (编号中的代号).
CODES = {"association": "EXAMPLE", "enterprise": "EXAMPLE"}
DRAFT = """# 示例大米水分的测定

## 1 范围

本文件规定了示例大米水分的测定方法。

本文件适用于示例大米。

## 2 规范性引用文件

本文件没有规范性引用文件。

## 3 术语和定义

本文件没有需要界定的术语和定义。

## 4 要求

### 4.1 水分

水分应不大于 15.5%。

### 4.2 杂质

杂质应不大于 0.25%。
"""
_number = itertools.count(1)


def committee(members=8, **values):
    """An established committee with a secretary-general who has an account, and members who do."""
    number = next(_number)
    made = Committee.objects.create(
        **{
            "key": f"SAC/TC {9000 + number}",
            "kind": Committee.Kind.TC,
            "name_zh": f"示例技术委员会{number}",
            "name_en": f"Example committee {number}",
            "established": LONG_AGO,
            "is_example": True,
        }
        | values
    )
    bodies = [accounts.organisation() for _ in range(3)]
    for at in range(members):
        office = CommitteeSeat.Office.SECRETARY if at == 0 else CommitteeSeat.Office.MEMBER
        side, body = CommitteeSeat.Side.values[at % 5], bodies[at % 3]
        seated(made, office=office, side=side, organisation=body)
    return made


def seated(at, user=None, **values):
    """A seat in a committee; the person has an account."""
    user = user or accounts.user()
    return CommitteeSeat.objects.create(
        committee=at,
        person=user.person,
        organisation=values.pop("organisation", None) or accounts.organisation(),
        **{"since": LONG_AGO} | values,
    )


def members(of):
    """The accounts of a committee's members, the secretary-general first."""
    return [one.person.user for one in of.seats.select_related("person__user")]


def administrator(on):
    seats = frozenset({HeldSeat("system_admin", organisation=0)})
    user = accounts.user()
    return Viewer(today=on, user=user.pk, name=user.username, seats=seats)


class Making:
    """A project with people for every role; each method is one door of the services.

    `making.at(day)` moves the day; `making.by("authority")` is the viewer in that role.
    """

    procedure = staticmethod(procedure)

    @staticmethod
    def people_for(procedure_id, on, of):
        """Accounts for every role of a procedure, and the bodies appointed to them."""
        people = dict.fromkeys(("committee", "secretariat"), members(of)[0])
        for role in roles_to_fill(procedure(procedure_id, on)):
            body = accounts.organisation(f"示例{role.title.zh}{next(_number)}")
            appoint(
                procedure_id=procedure_id,
                role=role.id,
                organisation=body,
                code=CODES.get(role.id, ""),
                by=administrator(on),
            )
            people[role.id] = accounts.seated(Seat.Role.LIAISON, body)
        people["proposer"] = accounts.seated(Seat.Role.LIAISON)
        people["public"] = accounts.user()
        people["drafters"] = accounts.user()
        for role in procedure(procedure_id, on).roles.values():
            if role.open and role.id not in people:
                people[role.id] = accounts.user()
        return people

    def __init__(self, procedure_id="national-recommended", on=date(2024, 3, 1), **given):
        self.on = on
        self.found = procedure(procedure_id, on)
        facts = given.pop("facts", None)
        self.committee = given.pop("committee", None) or committee()
        self.people = self.people_for(procedure_id, on, self.committee)
        bodies = {
            role.id: self.people[role.id].seats.get().organisation
            for role in roles_to_fill(self.found)
        }
        self.project = start_project(
            procedure_id=procedure_id,
            title_zh=given.pop("title_zh", "示例大米"),
            title_en=given.pop("title_en", "Example rice"),
            committee=self.committee,
            bodies=bodies,
            facts=facts,
            is_example=True,
            by=self.by(self.found.opens[0]),
            **given,
        )
        if "drafters" in self.found.roles:
            Party.objects.create(
                project=self.project, role="drafters", user=self.people["drafters"], since=on
            )

    def by(self, role):
        return accounts.viewer(self.people[role], self.on)

    def at(self, *day):
        self.on = date(*day)
        return self

    def step(self, transition, **facts):
        step = self.found.transitions[transition]
        done = take_step(
            project=self.project, transition=transition, facts=facts, by=self.by(step.by[0])
        )
        self.project = done.project
        return done

    def materials(self, *names):
        for name in names:
            kind = self.found.materials[name]
            data = DRAFT.encode() if kind.text else f"示例 {name}".encode()
            suffix = "md" if kind.text else "txt"
            hand_in(
                project=self.project,
                material=name,
                data=data,
                name=f"{name}.{suffix}",
                by=self.by(kind.by[0]),
            )

    def votes(self, kind, favour, against=0, abstain=0):
        """The papers of as many electors, entered by who conducts the ballot."""
        marks = ["for"] * favour + ["against"] * against + ["abstain"] * abstain
        electors = self.project.ballots.get(kind=kind, current=True).electors.all()
        papers = [
            (elector, mark, "示例理由") for elector, mark in zip(electors, marks, strict=False)
        ]
        closed = {one.id for one in self.found.roles.values() if not one.open} - {"drafters"}
        lead = next(one for one in self.people if one in closed)
        enter_papers(project=self.project, kind=kind, papers=papers, by=self.by(lead))

    def remark(self, kind="main", role="public", **values):
        return add_remark(
            project=self.project,
            kind=kind,
            values={"clause": "4.1", "text": "示例意见"} | values,
            by=self.by(role),
        )


def planned(on=date(2024, 3, 1), **given):
    """A recommended national standard whose plan has just been issued."""
    made = Making(on=on, **given)
    made.materials("proposal_form", "first_draft", "evaluation")
    made.step("open_proposal_ballot")
    made.votes("proposal", 25)
    made.step("close_proposal_ballot")
    made.step("send_up")
    made.step("open_notice")
    made.at(2024, 4, 2).step("close_notice")  # 31 March is a Sunday
    made.step("issue_plan")
    return made


def consulting(**given):
    """A recommended national standard whose draft is out for comments, since 6 May 2024."""
    made = planned(**given)
    made.at(2024, 5, 6).materials("consultation_draft", "explanation")
    made.step("open_consultation")
    return made


def projects_in(state):
    return list(Project.objects.filter(state=state))
