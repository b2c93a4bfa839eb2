"""Addresses of ballots."""

from django.urls import path

from guiju.apps.development.views import ballots, ballots_files

urlpatterns = [
    path("development/ballots/", ballots.ballots, name="ballots"),
    path("development/ballots/<int:pk>/", ballots.ballot, name="ballot"),
    path("development/ballots/<int:pk>/vote/", ballots.vote, name="ballot_vote"),
    path("development/ballots/<int:pk>/aside/", ballots.aside, name="ballot_aside"),
    path("development/ballots/<int:pk>/papers/", ballots.sheet, name="ballot_sheet"),
    path("development/ballots/<int:pk>/papers.csv", ballots_files.papers, name="ballot_papers"),
    path("development/ballots/<int:pk>/result.docx", ballots_files.result, name="ballot_result"),
    path(
        "development/ballots/<int:pk>/papers/<int:elector>.docx",
        ballots_files.paper,
        name="ballot_paper",
    ),
]
