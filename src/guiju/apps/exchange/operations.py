"""The operations of the API, and their rules asked before anything of the request is read."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from ninja import NinjaAPI
from ninja.operation import Operation

from guiju.web.access import Rule
from guiju.web.request import Request


def operations(api: NinjaAPI) -> Iterator[tuple[str, Operation]]:
    """Every operation with its address below the root, such as `/plans/{slug}`."""
    for prefix, router in api._routers:
        for path, view in router.path_operations.items():
            for operation in view.operations:
                yield f"{prefix}{path}", operation


def rule_of(operation: Any) -> Rule:
    """The rule that an operation stands under."""
    rule: Rule = operation.view_func.rule  # a system check makes sure that it is there
    return rule


@cache
def _rules(api: NinjaAPI) -> dict[tuple[str, str], Rule]:
    """The rule of each method and route, the route as Django's resolver writes it."""
    return {
        (method, path.lstrip("/").replace("{", "<").replace("}", ">")): rule_of(operation)
        for path, operation in operations(api)
        for method in operation.methods
    }


class RuleFirst:
    """Asks the operation's rule before the body is read: who may not, sends no file in.

    The operation's own `@needs` asks it again, which costs nothing and holds without this.
    """

    api: NinjaAPI

    def __call__(self, request: Request) -> bool:
        """True, or RefusedError with the rule's sentence."""
        route = (
            request.resolver_match.route.partition("api/v1/")[2] if request.resolver_match else ""
        )
        _rules(self.api)[(request.method or "", route)].check(request.viewer)
        return True
