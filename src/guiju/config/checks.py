"""What must hold before the server starts."""

from typing import Any

from django.core.checks import CheckMessage, Error, register


@register()
def every_operation_has_a_rule(**_: Any) -> list[CheckMessage]:
    # Most commands never look at the API, and loading it takes most of a second.
    from guiju.apps.exchange.api import api
    from guiju.apps.exchange.operations import operations

    return [
        Error(
            f"API operation {sorted(operation.methods)} {path} declares no access rule",
            hint="mark it with @needs(RULE); @needs(PUBLIC) if anybody may",
            id="guiju.E001",
        )
        for path, operation in operations(api)
        if not hasattr(operation.view_func, "rule")
    ]
