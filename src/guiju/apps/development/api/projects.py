"""Projects for programs (项目): list, one, begun, its steps with reasons, materials, parties, deadlines."""

from datetime import date
from typing import Annotated, Any

from ninja import File, Form, Path, Query, Router, Status, UploadedFile

from guiju.apps.accounts.models import Organisation
from guiju.apps.catalogue.selectors.standard import asked_for
from guiju.apps.development.api.project_schemas import (
    LongerDuty,
    MaterialPage,
    MaterialRow,
    NewParty,
    NewProject,
    ProjectDetail,
    ProjectDue,
    ProjectPage,
    ProjectParty,
    ProjectSteps,
    StepTaking,
)
from guiju.apps.development.models import Material, Project
from guiju.apps.development.rules.actors import procedure_of
from guiju.apps.development.rules.projects import (
    LEAD_PROJECT,
    READ_PROJECT,
    START_PROJECT,
    TAKE_STEP,
    WORK_IN_PROJECT,
)
from guiju.apps.development.selectors.cases import load
from guiju.apps.development.selectors.projects import (
    Asked,
    Row,
    committee_called,
    project_inside,
    project_of,
    projects,
    rows_of,
)
from guiju.apps.development.selectors.workspace import (
    open_project,
    passed_stages,
    possible_steps,
)
from guiju.apps.development.selectors.workspace_people import body_called, somebody
from guiju.apps.development.services.duties import extend_duty
from guiju.apps.development.services.errors import NoBodyError
from guiju.apps.development.services.materials import hand_in
from guiju.apps.development.services.parties import add_party
from guiju.apps.development.services.starting import start_project
from guiju.apps.development.services.stepping import take_step
from guiju.core.errors import Bilingual
from guiju.core.procedures.looking import open_duties
from guiju.web.access import PUBLIC, needs
from guiju.web.request import Request
from guiju.web.schemas import NO_NUL, SLUG, InPath, Slice

router = Router(tags=["projects"])
Name = Annotated[str, Path(max_length=60, pattern=SLUG)]
Words = Annotated[str, Query(max_length=200, pattern=NO_NUL)]


@router.get("/projects", response=ProjectPage, summary="List projects")
@needs(PUBLIC)
def list_projects(
    request: Request,
    part: Query[Slice],
    q: Words = "",
    procedure: Words = "",
    stage: Words = "",
    committee: Words = "",
    organisation: Words = "",
    state: Annotated[str, Query(pattern="^(|running|ended)$")] = "",
    overdue: bool = False,
    mine: bool = False,
) -> dict[str, Any]:
    """The projects that you may see, the last changed first. 项目清单"""
    asked = Asked(q, procedure, stage, committee, organisation, state, overdue, mine)
    found = projects(request.viewer, asked)
    rows = rows_of(request.viewer, part.of(found), "zh-hans")
    return {"total": found.count(), "items": [_row(one) for one in rows]}


@router.get("/projects/{project}", response=ProjectDetail, summary="Show a project")
@needs(READ_PROJECT)
def get_project(request: Request, project: InPath) -> dict[str, Any]:
    """What the procedure shows of it in its state. 一个项目"""
    found = project_of(request.viewer, project)
    procedure, case = procedure_of(found), load(found)
    inside = WORK_IN_PROJECT.allows(request.viewer, found)
    shows = inside or "progress" in procedure.states[case.state].shows
    duties = open_duties(procedure, case, request.viewer.today) if shows else ()
    stages = passed_stages(procedure, case) if shows else []
    return {
        **_row(rows_of(request.viewer, [found], "zh-hans", inside=inside)[0]),
        "stages": [
            {"code": one.code, "title": _said(one.title), "since": one.since} for one in stages
        ],
        "duties": [
            {
                "duty": one.duty,
                "title": _said(one.title),
                "owner": one.owner,
                "last_day": one.due.day if one.due else None,
                "overdue": one.overdue,
                "basis": one.basis,
            }
            for one in duties
        ],
    }


@router.post("/projects", response={201: ProjectPage}, summary="Begin a project")
@needs(START_PROJECT)
def begin_project(request: Request, asked: NewProject) -> Status[dict[str, Any]]:
    """A case under the version of its procedure that is in force today. 立项提出"""
    viewer = request.viewer
    form = {key: getattr(asked, key) for key in ("code", "adopts", "degree")}
    found = start_project(
        procedure_id=asked.procedure,
        title_zh=asked.title_zh,
        title_en=asked.title_en,
        committee=committee_called(asked.committee),
        bodies={role: _body(slug, role, viewer.today) for role, slug in asked.bodies.items()},
        facts=dict(asked.facts),
        form={key: one for key, one in form.items() if one},
        edition=asked_for(viewer, asked.edition, viewer.today).edition if asked.edition else None,
        replaces=[asked_for(viewer, one, viewer.today).edition for one in asked.replaces],
        by=viewer,
    )
    return Status(201, {"total": 1, "items": [_one(request, found)]})


@router.get("/projects/{project}/steps", response=ProjectSteps, summary="Show what leads on")
@needs(WORK_IN_PROJECT)
def get_project_steps(request: Request, project: InPath) -> dict[str, Any]:
    """Every step out of the state, with all reasons why you cannot take it now. 可办步骤"""
    opened = open_project(request.viewer, project_inside(request.viewer, project))
    return {
        "state": opened.case.state,
        "seen": opened.seen,
        "steps": [
            {
                "step": one.step.id,
                "title": _said(one.step.title),
                "by": list(one.step.by),
                "target": one.step.goes_to(opened.case.state),
                "asks": list(one.step.asks),
                "reasons": [_said(reason) for reason in one.reasons],
            }
            for one in possible_steps(opened)
        ],
    }


@router.post("/projects/{project}/steps/{step}", response=ProjectPage, summary="Take a step")
@needs(TAKE_STEP)
def take_project_step(
    request: Request, project: InPath, step: Name, asked: StepTaking
) -> dict[str, Any]:
    """The step with all its effects, or nothing of it and every reason. 办理步骤"""
    done = take_step(
        project=project_of(request.viewer, project),
        transition=step,
        facts=dict(asked.facts),
        note=asked.note,
        seen=asked.seen,
        by=request.viewer,
    )
    return {"total": 1, "items": [_one(request, done.project)]}


@router.get(
    "/projects/{project}/materials", response=MaterialPage, summary="List materials handed in"
)
@needs(WORK_IN_PROJECT)
def list_materials(request: Request, project: InPath, part: Query[Slice]) -> dict[str, Any]:
    """Every version of every material. 材料清单"""
    found = project_inside(request.viewer, project)
    return part.page(found.materials.order_by("number"), lambda one: _material(found, one))


@router.post(
    "/projects/{project}/materials/{material}",
    response={201: MaterialRow},
    summary="Hand in a material",
)
@needs(TAKE_STEP)
def hand_in_project_material(
    request: Request,
    project: InPath,
    material: Name,
    file: File[UploadedFile],
    note: Annotated[str, Form(max_length=300, pattern=NO_NUL)] = "",
) -> Status[dict[str, Any]]:
    """A file as a new version; a text of the standard has to be readable as one. 提交材料"""
    found = project_of(request.viewer, project)
    row = hand_in(
        project=found,
        material=material,
        data=file.read(),
        name=file.name or "",
        note=note,
        by=request.viewer,
    )
    return Status(201, _material(found, row))


@router.post(
    "/projects/{project}/parties", response={201: ProjectParty}, summary="Add a participant"
)
@needs(LEAD_PROJECT)
def add_project_party(request: Request, project: InPath, asked: NewParty) -> Status[dict[str, Any]]:
    """Somebody gets a role in the project from today. 增加参与方"""
    found = project_inside(request.viewer, project)
    LEAD_PROJECT.check(request.viewer, found)
    user, organisation = somebody(asked.who, request.viewer.today)
    if user is not None and asked.organisation:
        organisation = somebody(asked.organisation, request.viewer.today)[1]
    row = add_party(
        project=found,
        role=asked.role,
        user=user,
        organisation=organisation,
        side=asked.side,
        by=request.viewer,
    )
    return Status(201, {"id": row.pk, "role": row.role, "since": row.since})


@router.post(
    "/projects/{project}/duties/{duty}/extension",
    response=ProjectDue,
    summary="Extend a deadline",
)
@needs(TAKE_STEP)
def extend_project_duty(
    request: Request, project: InPath, duty: Name, asked: LongerDuty
) -> dict[str, Any]:
    """As far, as early and as often as the law allows. 延期"""
    found = project_of(request.viewer, project)
    done = extend_duty(
        project=found, duty=duty, count=asked.count, reason=asked.reason, by=request.viewer
    )
    return {"id": done.pk, "due": done.due}


def _body(slug: str, role: str, on: date) -> Organisation:
    found = body_called(slug, on)
    if found is None:
        raise NoBodyError(role, role_en=role, known="—")
    return found


def _one(request: Request, found: Project) -> dict[str, Any]:
    inside = WORK_IN_PROJECT.allows(request.viewer, found)
    return _row(rows_of(request.viewer, [found], "zh-hans", inside=inside)[0])


def _row(one: Row) -> dict[str, Any]:
    return {
        "id": one.pk,
        "title_zh": one.title_zh,
        "title_en": one.title_en,
        "procedure": one.procedure_id,
        "state": _said(one.state),
        "stage": one.stage,
        "plan_number": one.plan_number,
        "number": one.number,
        "began": one.began,
        "entered": one.entered,
        "due": one.due,
        "overdue": one.is_overdue,
        "ended": one.is_ended,
    }


def _material(project: Project, row: Material) -> dict[str, Any]:
    return {
        "number": row.number,
        "material": row.material,
        "title": _said(procedure_of(project).materials[row.material].title),
        "on": row.on,
        "name": row.name,
        "size": row.size,
        "sha256": row.digest,
    }


def _said(words: Bilingual) -> dict[str, str]:
    return {"zh": words.zh, "en": words.en}
