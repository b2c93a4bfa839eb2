"""Addresses of the dashboard."""

from django.urls import path

from guiju.apps.development.views import dashboard

urlpatterns = [
    path("development/dashboard/", dashboard.dashboard, name="dashboard"),
    path("development/dashboard/cases/", dashboard.cases, name="dashboard_cases"),
]
