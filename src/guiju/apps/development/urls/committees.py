"""Addresses of committees (委员会)."""

from django.urls import URLPattern, path, re_path

from guiju.apps.development.views import committees, committees_editing, committees_members

urlpatterns: list[URLPattern] = [
    path("", committees.committees, name="committees"),
    path("propose/", committees_editing.propose, name="propose_committee"),
    path("by-key/<path:key>/", committees.by_number, name="committee_by_key"),
    path("<int:pk>/", committees.committee, name="committee"),
    path("register/", committees_editing.register, name="register_committee"),
    re_path(
        r"^(?P<pk>[0-9]{1,18})/members\.(?P<kind>csv|xlsx|docx)$",
        committees.members,
        name="committee_members",
    ),
    path("<int:pk>/scope/", committees.scope, name="committee_scope"),
    path("<int:pk>/years/<int:year>/", committees.year, name="committee_year"),
    path("<int:pk>/years/<int:year>/report.docx", committees.year_file, name="committee_report"),
    path("<int:pk>/assessment/<int:year>/", committees.assessment, name="committee_assessment"),
    path("<int:pk>/edit/", committees_editing.edit, name="edit_committee"),
    path("<int:pk>/state/", committees_editing.state, name="committee_state"),
    path("<int:pk>/liaisons/add/", committees_editing.add, name="add_liaison"),
    path("<int:pk>/liaisons/<int:row>/end/", committees_editing.end, name="end_liaison"),
    path("<int:pk>/seats/add/", committees_members.add, name="add_seat"),
    path("<int:pk>/seats/<int:seat>/end/", committees_members.end, name="end_seat"),
    path("<int:pk>/seats/import/", committees_members.take_list, name="import_seats"),
    path("<int:pk>/seats/import/take/", committees_members.confirm, name="take_seats"),
    path("<int:pk>/seats/missing/", committees_members.missing, name="missing_voters"),
]
