"""Addresses of the desk and the calendars."""

from django.urls import path

from guiju.apps.development.views import desk

urlpatterns = [
    path("development/desk/", desk.desk, name="desk"),
    path("development/desk/calendar/renew/", desk.renew, name="calendar_renew"),
    path("development/desk/calendar/revoke/", desk.revoke, name="calendar_revoke"),
    path(
        "development/calendars/consultations.ics",
        desk.consultations_calendar,
        name="consultations_calendar",
    ),
    path("development/calendars/<str:token>.ics", desk.own_calendar, name="own_calendar"),
    path(
        "development/calendars/<str:token>/committee-<int:pk>.ics",
        desk.committee_calendar,
        name="committee_calendar",
    ),
]
