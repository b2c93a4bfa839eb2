"""Reading what a program sends."""

import json
from typing import Any

from django.http import HttpRequest
from ninja.parser import Parser


class WholeText(Parser):
    r"""Takes JSON whose texts can be stored: a lone surrogate such as `\ud800` is no character.

    Raises UnicodeEncodeError, which the API answers as a body that cannot be read.
    """

    def parse_body(self, request: HttpRequest) -> dict[str, Any]:
        body: dict[str, Any] = super().parse_body(request)
        json.dumps(body, ensure_ascii=False).encode()
        return body
