"""Each role and each action: who may open or call what, generated from the addresses.

`tests/golden/access.yaml` holds, for every page and API operation, its rule and the roles that
pass it. A new view without a rule, or one that is missing in the file, fails here. After a wanted
change: `python -m tests.test_access_matrix` writes the file anew; read the difference.
"""

from datetime import date
from pathlib import Path

import django
import pytest
import yaml
from django.urls import URLPattern, URLResolver, get_resolver

from guiju.web.viewer import Seat, Viewer

GOLDEN = Path(__file__).parent / "golden" / "access.yaml"
TODAY = date(2026, 1, 5)
ROLES = (
    "office",
    "liaison",
    "reader",
    "cataloguer",
    "system_admin",
    "security_admin",
    "audit_admin",
)


def viewers():
    """The public, someone who signed in but holds no seat, and one person for each role."""
    found = {
        "public": Viewer(today=TODAY),
        "signed_in": Viewer(today=TODAY, user=1, name="nobody"),
    }
    for number, role in enumerate(ROLES, 2):
        seats = frozenset({Seat(role, 1)})
        found[role] = Viewer(today=TODAY, user=number, name=role, seats=seats)
    return found


def pages(resolver=None, names=()):
    """(name, view) of every page; API addresses are dispatched by method and come below."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            if entry.app_name != "ninja":
                yield from pages(entry, (*names, *filter(None, [entry.namespace])))
        elif isinstance(entry, URLPattern):
            yield ":".join([*names, entry.name or str(entry.pattern)]), entry.callback


def actions():
    from guiju.apps.exchange.api import api
    from guiju.apps.exchange.operations import operations

    for name, view in pages():
        yield f"page {name}", view
    for path, operation in operations(api):
        for method in sorted(operation.methods):
            yield f"api {method} {path}", operation.view_func


def row(view):
    rule = view.rule
    return {
        "rule": rule.name,
        "may": [role for role, viewer in viewers().items() if rule.allows(viewer)],
    }


def matrix():
    return {name: row(view) for name, view in sorted(actions(), key=lambda pair: pair[0])}


def test_every_action_has_a_rule():
    assert [name for name, view in actions() if not hasattr(view, "rule")] == []


def test_no_two_actions_share_a_name():
    names = [name for name, _ in actions()]
    assert sorted(set(names)) == sorted(names)


def test_the_matrix_is_the_agreed_one():
    assert matrix() == yaml.safe_load(GOLDEN.read_text("utf-8"))


def test_every_refusal_is_a_sentence_in_both_languages():
    for _, view in actions():
        for viewer in viewers().values():
            refusal = view.rule.refusal(viewer)
            if refusal is not None:
                assert refusal.zh.endswith("。")
                assert refusal.en.endswith(".")


@pytest.mark.django_db
@pytest.mark.parametrize("role", [*viewers()])
def test_the_middleware_and_the_matrix_agree(role, client_of):
    """Every page without arguments is really asked for by every role."""
    agreed = yaml.safe_load(GOLDEN.read_text("utf-8"))
    for name, _ in pages():
        address = plain_address(name)
        if address is not None:
            answer = client_of(role).get(address)
            if answer.status_code == 405:
                answer = client_of(role).post(address)
            refused = answer.status_code == 403
            assert (name, refused) == (name, role not in agreed[f"page {name}"]["may"])


def plain_address(name):
    from django.urls import NoReverseMatch, reverse

    try:
        return reverse(name)
    except NoReverseMatch:
        return None


@pytest.fixture
def client_of(client):
    """A browser session of a person who holds one role in one organisation."""
    from tests.factories import accounts

    people = {}

    def make(role):
        if role == "public":
            return client
        if role not in people:
            people[role] = accounts.seated(role) if role in ROLES else accounts.user()
        client.force_login(people[role], backend="guiju.apps.accounts.backends.SeatBackend")
        return client

    return make


if __name__ == "__main__":
    django.setup()
    GOLDEN.parent.mkdir(exist_ok=True)
    text = yaml.safe_dump(matrix(), allow_unicode=True, default_flow_style=None, width=200)
    GOLDEN.write_text(text, "utf-8")
