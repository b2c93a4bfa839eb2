"""Addresses of projects and their workspaces."""

from django.urls import URLPattern, URLResolver, path

from guiju.apps.development.views import (
    materials,
    parties,
    projects,
    projects_forms,
    projects_starting,
    steps,
)

_ONE = "development/projects/<int:pk>/"
urlpatterns: list[URLPattern | URLResolver] = [
    path("development/projects/", projects.project_list, name="projects"),
    path("development/projects.<str:form>", projects.project_list_file, name="projects_file"),
    path("development/projects/new/", projects_starting.new_project, name="new_project"),
    path("development/projects/new/<slug:procedure_id>/", projects_starting.start, name="start"),
    path(_ONE, projects.project, name="project"),
    path(f"{_ONE}papers/<int:number>/", projects.public_paper, name="paper"),
    path(f"{_ONE}work/", steps.workspace, name="workspace"),
    path(f"{_ONE}steps/<slug:transition>/", steps.step, name="step"),
    path(f"{_ONE}history/", steps.project_history, name="history"),
    path(f"{_ONE}diagram/", steps.diagram, name="diagram"),
    path(f"{_ONE}duties/<slug:duty>/extension/", steps.extension, name="extension"),
    path(f"{_ONE}materials/", materials.materials, name="materials"),
    path(f"{_ONE}materials/compare/", materials.compare_drafts, name="compare_drafts"),
    path(f"{_ONE}materials/<slug:material>/new/", materials.hand_in_material, name="hand_in"),
    path(f"{_ONE}materials/<int:number>/file/", materials.material_file, name="material_file"),
    path(f"{_ONE}materials/<int:number>/text/", materials.read_draft, name="draft"),
    path(
        f"{_ONE}materials/<int:number>/text.<str:form>",
        materials.draft_in_form,
        name="draft_file",
    ),
    path(f"{_ONE}materials/<slug:material>/form/", projects_forms.fill_form, name="fill_form"),
    path(f"{_ONE}materials/<int:number>/form.docx", projects_forms.form_file, name="form_file"),
    path(f"{_ONE}parties/", parties.parties, name="parties"),
    path(f"{_ONE}parties/<int:party>/leaving/", parties.leave, name="leave_project"),
    path(f"{_ONE}ballots/<slug:kind>/interest/", parties.interest, name="interest"),
]
