"""What all answers about a judgement have in common: nobody keeps or indexes them."""

from typing import TypeVar

from django.http.response import HttpResponseBase

Answer = TypeVar("Answer", bound=HttpResponseBase)


def private(answer: Answer) -> Answer:
    """For the one who has the address: not for caches on the way, not for search engines."""
    answer["Cache-Control"] = "private, no-store"
    answer["X-Robots-Tag"] = "noindex, nofollow"
    return answer
