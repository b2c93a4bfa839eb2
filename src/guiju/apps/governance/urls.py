"""Addresses of governance."""

from django.urls import URLPattern, path

from guiju.apps.governance.views import (
    by_hand,
    decisions,
    exports,
    imports,
    measures,
    overviews,
    plans,
    reports,
    snapshots,
    work,
)

app_name = "governance"

READING: list[URLPattern] = [
    path("plans/", plans.plans, name="plans"),
    path("plans/<slug:slug>/", plans.plan, name="plan"),
    path("plans/<slug:slug>/text/", plans.plan_text, name="plan_text"),
    path("plans/<slug:slug>/measures/", plans.measures, name="measures"),
    path("plans/<slug:slug>/measures/<int:pk>/", measures.measure, name="measure"),
    path(
        "plans/<slug:slug>/measures/<int:pk>/history/",
        measures.measure_history,
        name="measure_history",
    ),
    path("plans/<slug:slug>/actions/", plans.actions, name="actions"),
    path("plans/<slug:slug>/actions/<int:pk>/", measures.action, name="action"),
    path("plans/<slug:slug>/outputs/", plans.outputs, name="outputs"),
    path("plans/<slug:slug>/outputs/<int:pk>/", measures.output, name="output"),
    path("plans/<slug:slug>/duties/", plans.duties, name="duties"),
    path("plans/<slug:slug>/matrix/", overviews.plan_matrix, name="plan_matrix"),
    path("plans/<slug:slug>/workload/", overviews.plan_workload, name="plan_workload"),
    path("plans/<slug:slug>/timeline/", overviews.plan_timeline, name="plan_timeline"),
    path("plans/<slug:slug>/changes/", overviews.plan_changes, name="plan_changes"),
    path("plans/<slug:slug>/unresolved/", overviews.unresolved_names, name="unresolved_names"),
    path(
        "plans/<slug:slug>/organisations/<slug:organisation>/",
        overviews.plan_organisation,
        name="plan_organisation",
    ),
    path("plans/<slug:slug>/export.<str:form>", exports.export, name="plan_export"),
]

# Before the plans: "import" is no plan's address.
IMPORTING: list[URLPattern] = [
    path("plans/import/", imports.upload, name="import"),
    path("plans/import/<int:pk>/", imports.import_preview, name="import_preview"),
    path("plans/import/<int:pk>/confirm/", imports.import_confirm, name="import_confirm"),
    path("plans/import/<int:pk>/discard/", imports.import_discard, name="import_discard"),
]

BY_HAND: list[URLPattern] = [
    path("plans/<slug:slug>/edit/", by_hand.edit_plan, name="edit_plan"),
    path("plans/<slug:slug>/publish/", by_hand.publish_plan, name="publish_plan"),
    path("plans/<slug:slug>/unresolved/resolve/", by_hand.resolve_name, name="resolve_name"),
    path("plans/<slug:slug>/measures/headings/", by_hand.name_measures, name="name_measures"),
    path("plans/<slug:slug>/notes/<int:pk>/assign/", by_hand.assign, name="assign"),
    path("plans/<slug:slug>/duties/<int:pk>/end/", by_hand.end_assignment, name="end_assignment"),
    path("plans/<slug:slug>/actions/<int:pk>/due/", by_hand.set_due, name="set_due"),
]

WORK: list[URLPattern] = [
    path("work/", work.work, name="work"),
    path("plans/<slug:slug>/measures/<int:pk>/report/", reports.write_report, name="report_write"),
    path("plans/<slug:slug>/measures/<int:pk>/comments/", decisions.comments, name="comments"),
    path("reports/<int:pk>/", reports.report, name="report"),
    path("reports/<int:pk>/submit/", reports.report_submit, name="report_submit"),
    path("reports/<int:pk>/withdraw/", reports.report_withdraw, name="report_withdraw"),
    path("reports/<int:pk>/decision/", decisions.report_decide, name="report_decide"),
    path("evidence/<int:pk>/", decisions.evidence, name="evidence"),
    path("plans/<slug:slug>/snapshots/", snapshots.snapshot_list, name="snapshots"),
    path(
        "plans/<slug:slug>/snapshots/compare/", snapshots.snapshot_compare, name="snapshot_compare"
    ),
    path("plans/<slug:slug>/snapshots/<str:period>/", snapshots.snapshot_detail, name="snapshot"),
]

urlpatterns: list[URLPattern] = [*IMPORTING, *READING, *BY_HAND, *WORK]
