"""Who may change the register, the accounts and the seats (三员分立: system, security, audit).

The system administrator makes accounts but gives no rights; the security administrator gives
rights but makes no accounts; nobody gives a seat to himself.
"""

from typing import Any

from rules.predicates import predicate

from guiju.apps.accounts.models import Delegation, Seat, User
from guiju.core.errors import Bilingual
from guiju.web.access import SIGN_IN, Rule, holds, is_signed_in
from guiju.web.viewer import Viewer

ADMINISTRATORS = frozenset(
    {Seat.Role.SYSTEM_ADMIN.value, Seat.Role.SECURITY_ADMIN.value, Seat.Role.AUDIT_ADMIN.value}
)


@predicate
def is_another_user(viewer: Viewer, user: Any = None) -> bool:
    return not isinstance(user, User) or user.pk != viewer.user


@predicate
def is_own_seat(viewer: Viewer, seat: Any = None) -> bool:
    return not isinstance(seat, Seat) or seat.user_id == viewer.user


@predicate
def lent_or_may_end(viewer: Viewer, delegation: Any = None) -> bool:
    if not isinstance(delegation, Delegation):
        return True
    return delegation.seat.user_id == viewer.user or viewer.holds("security_admin")


@predicate
def is_own(viewer: Viewer, thing: Any = None) -> bool:
    return thing is None or thing.user_id == viewer.user


def _role(role: str, zh: str, en: str) -> tuple[Any, ...]:
    """Signed in and in that role. The command line holds roles without being signed in."""
    return ((is_signed_in | holds(role), SIGN_IN[1]), (holds(role), Bilingual(zh, en)))


MANAGE_ORGANISATIONS = Rule(
    "accounts.manage_organisations",
    _role(
        "system_admin",
        "只有系统管理员可以维护机构名录。",
        "Only a system administrator may change the register of organisations.",
    ),
)
READ_USERS = Rule(
    "accounts.read_users",
    (
        SIGN_IN,
        (
            holds("system_admin", "security_admin"),
            Bilingual(
                "只有系统管理员和安全管理员可以查看用户。",
                "Only system and security administrators may see the users.",
            ),
        ),
    ),
)
MANAGE_USERS = Rule(
    "accounts.manage_users",
    (
        *_role(
            "system_admin",
            "只有系统管理员可以建立、停用用户和重置口令。",
            "Only a system administrator may create and deactivate users and reset passwords.",
        ),
        (
            is_another_user,
            Bilingual(
                "不能停用自己的账户或重置自己的口令；请在“我的账户”中修改口令。",
                "You cannot deactivate or reset your own account; change your password under “My account”.",
            ),
        ),
    ),
)
GRANT_SEATS = Rule(
    "accounts.grant_seats",
    (
        *_role(
            "security_admin",
            "只有安全管理员可以授予和终止任职。",
            "Only a security administrator may grant and end seats.",
        ),
        (
            is_another_user,
            Bilingual(
                "不能给自己授权；请由另一位安全管理员办理。",
                "You cannot grant rights to yourself; ask another security administrator.",
            ),
        ),
    ),
)
DELEGATE = Rule(
    "accounts.delegate",
    (
        SIGN_IN,
        (
            is_own_seat,
            Bilingual(
                "只能委托自己的任职；代理得来的任职不能再委托。",
                "You may lend only a seat of your own; one that was lent to you cannot be lent on.",
            ),
        ),
    ),
)
END_DELEGATION = Rule(
    "accounts.end_delegation",
    (
        SIGN_IN,
        (
            lent_or_may_end,
            Bilingual(
                "只有委托人和安全管理员可以提前终止代理。",
                "Only the one who lent the seat and security administrators may end a delegation.",
            ),
        ),
    ),
)
OWN = Rule(
    "accounts.own",
    (
        SIGN_IN,
        (
            is_own,
            Bilingual(
                "只能处理自己的令牌和通知。", "You may handle only your own tokens and notices."
            ),
        ),
    ),
)
