"""Addresses of journal."""

app_name = "journal"
urlpatterns: list[object] = []
