"""What became of a comment (处理意见的写法): 采纳; 部分采纳：…; 不采纳（理由：…）; Accepted."""

import re
from functools import cache

from guiju.core.forms.readers.heads import words
from guiju.core.forms.values import ticked
from guiju.core.procedures.case import Disposition

_AFTER = r"(?=$|[\s，,。.；;：:（(、—–\-！!/])"
_BETWEEN = re.compile(r"[\s，,。.；;：:、—–\-！!/]*")
_REASON = re.compile(r"(?:理由|说明|原因|Reasons?)\s*[：:]\s*", re.I)
_BRACKETED = re.compile(r"[（(](?P<inside>[^（）()]*)[)）][。.]?", re.S)
_WRITTEN: dict[str, tuple[dict[Disposition, str], str]] = {
    "zh": ({"adopted": "采纳", "partly": "部分采纳", "not_adopted": "不采纳"}, "。说明："),
    "en": (
        {"adopted": "Accepted", "partly": "Partially accepted", "not_adopted": "Not accepted"},
        ". Reason: ",
    ),
}


def handling_of(text: str) -> tuple[Disposition | None, str]:
    """The disposition and its reason; None and the whole text where no disposition is told."""
    boxes = ticked(text)
    said = boxes[0] if len(boxes) == 1 and boxes != [text.strip()] else text.strip()
    for word, disposition in _words():
        found = word.match(said)
        if found:
            return disposition, _reason(said[found.end() :])
    return None, text.strip()


def handling_text(disposition: str, reason: str, language: str) -> str:
    """As it is written in a table."""
    names, between = _WRITTEN["en" if language == "en" else "zh"]
    for key, name in names.items():
        if key == disposition:
            return f"{name}{between}{reason}" if reason else name
    return reason


def _reason(rest: str) -> str:
    rest = rest[_BETWEEN.match(rest).end() :] if _BETWEEN.match(rest) else rest  # type: ignore[union-attr]
    bracketed = _BRACKETED.fullmatch(rest)
    if bracketed:
        rest = bracketed["inside"]
    led = _REASON.match(rest)
    return rest[led.end() :].strip() if led else rest.strip()


@cache
def _words() -> tuple[tuple[re.Pattern[str], Disposition], ...]:
    """The longest first: 部分采纳 is not 采纳."""
    every = [
        (word, disposition)
        for disposition, names in words()["dispositions"].items()
        for word in names
    ]
    ordered = sorted(every, key=lambda one: -len(one[0]))
    return tuple((re.compile(re.escape(word) + _AFTER, re.I), which) for word, which in ordered)
