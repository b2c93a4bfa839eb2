"""The shell is tested bare: nothing that the apps register with it."""

import pytest
from django.utils import translation

from guiju.web import navigation, panels, searching


@pytest.fixture(autouse=True)
def bare_shell(monkeypatch):
    monkeypatch.setattr(navigation, "entries", [])
    monkeypatch.setattr(panels, "sources", [])
    monkeypatch.setattr(searching, "sources", [])


@pytest.fixture(autouse=True)
def in_chinese():
    """A request of an earlier test leaves its language behind."""
    with translation.override("zh-hans"):
        yield
