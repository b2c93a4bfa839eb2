"""What an effect on the registers is told of its step (步骤信息)."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from guiju.apps.development.models import Project
from guiju.core.procedures.case import Case
from guiju.web.viewer import Viewer


@dataclass(frozen=True, slots=True)
class StepContext:
    """The step that has the effect: its id, who does it, the facts that it settles, its note."""

    transition: str
    by: Viewer
    facts: dict[str, str]
    note: str


# Each answers with what it did, for the journal: plain values, no personal data.
Act = Callable[[Project, Case, StepContext], dict[str, Any]]
