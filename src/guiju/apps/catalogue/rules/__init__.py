"""Who may do what in the catalogue (名录权限)."""

from rules.predicates import predicate

from guiju.apps.catalogue.models import SavedSearch, StandardsSystem, WatchList
from guiju.core.errors import Bilingual
from guiju.web.access import SIGN_IN, SIGNED_IN, Rule, holds
from guiju.web.viewer import Viewer


@predicate
def is_known(viewer: Viewer) -> bool:
    """Signed in, or acting from the command line, which has a seat but no user."""
    return viewer.signed_in or bool(viewer.seats)


@predicate
def keeps_system(viewer: Viewer, system: StandardsSystem | None) -> bool:
    return viewer.holds("office", "cataloguer", organisation=system.keeper_id if system else None)


@predicate
def may_see_system(viewer: Viewer, system: StandardsSystem | None) -> bool:
    return system is None or system.is_public or keeps_system.test(viewer, system)


@predicate
def owns(viewer: Viewer, thing: WatchList | SavedSearch | None) -> bool:
    return thing is None or thing.owner_id == viewer.user


KNOWN = (is_known, SIGN_IN[1])

EDIT_RECORDS = Rule(
    "catalogue.edit_records",
    (
        KNOWN,
        (
            holds("cataloguer"),
            Bilingual("只有编目员可以修改标准名录。", "Only a cataloguer may edit the catalogue."),
        ),
    ),
)
IMPORT_RECORDS = Rule(
    "catalogue.import_records",
    (
        KNOWN,
        (
            holds("cataloguer"),
            Bilingual("只有编目员可以导入标准著录。", "Only a cataloguer may import records."),
        ),
    ),
)
EDIT_SYSTEM = Rule(
    "catalogue.edit_system",
    (
        KNOWN,
        (
            keeps_system,
            Bilingual(
                "只有维护该标准体系的单位可以修改它。",
                "Only the body that keeps this standards system may change it.",
            ),
        ),
    ),
)
SEE_SYSTEM = Rule(
    "catalogue.see_system",
    (
        (
            may_see_system,
            Bilingual("这个标准体系尚未公开。", "This standards system is not public."),
        ),
    ),
)
OWN_LIST = Rule(
    "catalogue.own_list",
    (
        *SIGNED_IN.checks,
        (owns, Bilingual("这个清单属于另一位用户。", "This list belongs to another user.")),
    ),
)
