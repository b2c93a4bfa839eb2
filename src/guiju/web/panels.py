"""The panels of the home page (首页栏目): what is open today, told by the apps.

panels.sources.append(public_plans)   # in AppConfig.ready(): (viewer) -> list[Panel]
"""

from collections.abc import Callable
from typing import NamedTuple

from guiju.web.viewer import Viewer


class Panel(NamedTuple):
    """One thing that is worth opening now; `number` None shows none. `waits`: the viewer is to act."""

    title: str
    url: str
    text: str
    number: int | None = None
    waits: bool = False


Source = Callable[[Viewer], list[Panel]]

sources: list[Source] = []


def collect(viewer: Viewer) -> list[Panel]:
    """The panels of all apps, in the order of registration."""
    return [panel for source in sources for panel in source(viewer)]
