"""Who may read what of a plan: a public plan is open, its internal columns are for those in it.

The thing is anything that says `inside`: whether the viewer works on this very plan
(`selectors.plans.PlanFacts`).
"""

from typing import Protocol

from rules.predicates import predicate

from guiju.core.errors import Bilingual
from guiju.web.access import SIGN_IN, Rule
from guiju.web.viewer import Viewer

READERS = ("office", "liaison", "reader")


class Seen(Protocol):
    """A plan as one viewer sees it."""

    @property
    def inside(self) -> bool: ...

    @property
    def office_pk(self) -> int: ...


@predicate
def works_on_plan(viewer: Viewer, plan: Seen | None) -> bool:
    return viewer.holds(*READERS) if plan is None else plan.inside


@predicate
def keeps_ledger(viewer: Viewer, plan: Seen | None) -> bool:
    if plan is None:
        return viewer.holds("office")
    return viewer.holds("office", organisation=plan.office_pk)


READ_INTERNAL = Rule(
    "governance.read_internal",
    (
        SIGN_IN,
        (
            works_on_plan,
            Bilingual(
                "只有本计划的办公室、承担任务的单位和经授权的内部查阅人员可以查看。",
                "Only the office of this plan, the organisations with duties in it and their"
                " internal readers may see this.",
            ),
        ),
    ),
)

KEEP_LEDGER = Rule(
    "governance.keep_ledger",
    (
        SIGN_IN,
        (
            keeps_ledger,
            Bilingual(
                "只有管理本计划台账的办公室可以这样做。",
                "Only the office that keeps the ledger of this plan may do this.",
            ),
        ),
    ),
)
