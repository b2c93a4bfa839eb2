"""The invented province of the example plan (示例), for the demonstration and the tests."""

from importlib.resources import files

import yaml
from django.db import transaction

from guiju.apps.accounts.models import Organisation
from guiju.apps.accounts.services.organisations import create_organisation
from guiju.web.viewer import Viewer

_FOLDER = files("guiju.rulebook").joinpath("plans")


def example_text() -> bytes:
    """The text of the example plan; one body in it is misspelt on purpose."""
    return _FOLDER.joinpath("example-province.txt").read_bytes()


@transaction.atomic
def load_example_bodies(*, by: Viewer) -> int:
    """Enter the bodies that the example plan names; returns how many were new."""
    stated = yaml.safe_load(_FOLDER.joinpath("example-province.yaml").read_text("utf-8"))
    there = set(Organisation.objects.values_list("slug", flat=True))
    new = [row for row in stated["organisations"] if row[0] not in there]
    for slug, kind, zh, short_zh, en in new:
        create_organisation(
            slug=slug, kind=kind, zh=zh, short_zh=short_zh, en=en, is_example=True, by=by
        )
    return len(new)
