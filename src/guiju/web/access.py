"""Access (权限): denied unless a rule allows it, and each refusal is a sentence that the user reads.

A rule is a list of (predicate, sentence): the first predicate that does not hold gives the
sentence. The disabled button, the 403 page, the API and the command line show the same one.
Every view names its rule with `@needs(rule)`; `AccessMiddleware` refuses a view that names none.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from rules.predicates import Predicate, predicate

from guiju.core.errors import Bilingual, RefusedError
from guiju.web.request import Request
from guiju.web.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Rule:
    """May this person do this? `name` is `app.action`; `checks` are asked in order."""

    name: str
    checks: tuple[tuple[Predicate, Bilingual], ...]

    def refusal(self, viewer: Viewer, thing: Any = None) -> Bilingual | None:
        """The sentence that refuses, or None if the viewer may."""
        for holds, sentence in self.checks:
            if not holds.test(viewer, thing):
                return sentence
        return None

    def allows(self, viewer: Viewer, thing: Any = None) -> bool:
        return self.refusal(viewer, thing) is None

    def check(self, viewer: Viewer, thing: Any = None) -> None:
        """Raise RefusedError with the sentence unless the viewer may."""
        if (sentence := self.refusal(viewer, thing)) is not None:
            raise RefusedError(self.name, sentence)


@predicate
def is_signed_in(viewer: Viewer) -> bool:
    return viewer.signed_in


SIGN_IN = (is_signed_in, Bilingual("请先登录。", "Sign in first."))

PUBLIC = Rule("public", ())
SIGNED_IN = Rule("signed_in", (SIGN_IN,))


def holds(*roles: str) -> Predicate:
    """A predicate: the viewer holds one of `roles` in some organisation today."""

    @predicate
    def holds_role(viewer: Viewer) -> bool:
        return viewer.holds(*roles)

    return holds_role


# Who wants to hear of refusals, told at the edge: refusals.append(hear) in AppConfig.ready(), with the
# viewer, the error and the address.
refusals: list[Callable[[Viewer, RefusedError, str], None]] = []


def tell_refusal(request: Any, error: Exception) -> None:
    """A refused page or operation is told to those who keep account of it."""
    viewer = getattr(request, "viewer", None)
    if isinstance(error, RefusedError) and viewer is not None:
        for hear in refusals:
            hear(viewer, error, request.path)


View = Callable[..., Any]


def needs(rule: Rule) -> Callable[[View], View]:
    """Mark a view or an API operation with the rule that it stands under, and ask it first.

    The rule is asked without a thing here; the service asks again about the very thing.
    """

    def mark(view: View) -> View:
        @wraps(view)
        def asked(request: Request, *args: Any, **kwargs: Any) -> Any:
            rule.check(request.viewer)
            return view(request, *args, **kwargs)

        asked.rule = rule  # type: ignore[attr-defined]
        return asked

    return mark
