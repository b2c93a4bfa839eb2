"""Addresses of consultations: for everybody, and for those who answer the comments."""

from django.urls import path

from guiju.apps.development.views import (
    consulting,
    consulting_desk,
    consulting_files,
    consulting_published,
)

urlpatterns = [
    path("consultations/", consulting.consultations, name="consultations"),
    path("consultations/feed.atom", consulting_published.feed, name="consultations_feed"),
    path("consultations/confirm/<str:token>/", consulting.verify, name="verify"),
    path("consultations/<int:pk>/", consulting.consultation_page, name="consultation"),
    path("consultations/<int:pk>/comment/", consulting.comment, name="comment"),
    path("consultations/<int:pk>/published/", consulting_published.published, name="published"),
    path("consultations/<int:pk>/comments/", consulting_desk.desk, name="remarks"),
    path("consultations/<int:pk>/comments/groups/", consulting_desk.alike_remarks, name="alike"),
    path(
        "consultations/<int:pk>/comments/import/",
        consulting_files.import_file,
        name="import_remarks",
    ),
    path(
        "consultations/<int:pk>/comments.<str:file>",
        consulting_files.export_file,
        name="export_remarks",
    ),
    path("comments/<int:pk>/", consulting_desk.remark_page, name="remark"),
    path("comments/<int:pk>/hide/", consulting_desk.hide, name="hide_remark"),
]
