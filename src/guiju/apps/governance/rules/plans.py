"""Who may import, edit, assign and publish: the office that keeps the plan's ledger."""

from rules.predicates import predicate

from guiju.apps.governance.models import ImportDraft, Plan
from guiju.core.errors import Bilingual
from guiju.web.access import SIGN_IN, SIGNED_IN, Rule
from guiju.web.viewer import Viewer


@predicate
def is_known(viewer: Viewer) -> bool:
    """Signed in, or acting from the command line, which has a seat but no user."""
    return viewer.signed_in or bool(viewer.seats)


@predicate
def keeps_plan(viewer: Viewer, plan: Plan | None) -> bool:
    """Holds the office seat in the organisation that keeps the plan; without a plan, any office."""
    return viewer.holds("office", organisation=plan.office_id if plan else None)


@predicate
def owns_draft(viewer: Viewer, draft: ImportDraft | None) -> bool:
    return draft is None or draft.by_id == viewer.user


KNOWN = (is_known, SIGN_IN[1])


def _office_only(name: str, zh: str, en: str) -> Rule:
    return Rule(name, (KNOWN, (keeps_plan, Bilingual(zh, en))))


IMPORT_PLAN = _office_only(
    "governance.import_plan",
    "只有负责该计划台账的办公室可以导入文本。",
    "Only the office that keeps this plan's ledger may import its text.",
)
EDIT_PLAN = _office_only(
    "governance.edit_plan",
    "只有负责该计划台账的办公室可以修改计划和台账。",
    "Only the office that keeps this plan's ledger may edit the plan and its ledger.",
)
ASSIGN = _office_only(
    "governance.assign",
    "只有负责该计划台账的办公室可以调整责任分工。",
    "Only the office that keeps this plan's ledger may change who is responsible.",
)
PUBLISH_PLAN = _office_only(
    "governance.publish_plan",
    "只有负责该计划台账的办公室可以公开或撤回计划。",
    "Only the office that keeps this plan's ledger may publish or withdraw the plan.",
)
USE_DRAFT = Rule(
    "governance.use_draft",
    (
        *IMPORT_PLAN.checks[:1],
        (
            owns_draft,
            Bilingual(
                "这份导入预览属于另一位用户。", "This import preview belongs to another user."
            ),
        ),
    ),
)
PARSE_PLAN = Rule("governance.parse_plan", SIGNED_IN.checks)
