"""The shell is tested bare: nothing that the apps register with it."""

import pytest

from guiju.web import navigation, panels, searching


@pytest.fixture(autouse=True)
def bare_shell(monkeypatch):
    monkeypatch.setattr(navigation, "entries", [])
    monkeypatch.setattr(panels, "sources", [])
    monkeypatch.setattr(searching, "sources", [])
