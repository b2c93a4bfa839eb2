"""Changed words (修改标记): what went is <del>, what came is <ins>."""

from collections.abc import Sequence

from guiju.core.compare.documents import TextOp
from guiju.core.documents.outputs.html_tags import Html, tag

_WHY = {"moved": "lt-moved", "pointer": "lt-pointer"}


def old_side(text: str, ops: Sequence[TextOp]) -> Html:
    """The old text with what went."""
    return _lines(_side(text, [(one.a_start, one.a_end, one.why) for one in ops], "del"))


def new_side(text: str, ops: Sequence[TextOp]) -> Html:
    """The new text with what came."""
    return _lines(_side(text, [(one.b_start, one.b_end, one.why) for one in ops], "ins"))


def inline_change(old: str, new: str, ops: Sequence[TextOp]) -> Html:
    """The new text, with what went before what came in its place."""
    if not ops:
        return _lines([new or old])
    made: list[object] = []
    at = 0
    for one in sorted(ops, key=lambda one: (one.b_start, one.b_end)):
        made.append(new[at : one.b_start])
        made += _marked(old[one.a_start : one.a_end], "del", one.why)
        made += _marked(new[one.b_start : one.b_end], "ins", one.why)
        at = max(at, one.b_end)
    return _lines([*made, new[at:]])


def _side(text: str, spans: list[tuple[int, int, str]], name: str) -> list[object]:
    made: list[object] = []
    at = 0
    for start, end, why in sorted(spans):
        made.append(text[at : max(at, start)])
        made += _marked(text[max(at, start) : end], name, why)
        at = max(at, end)
    return [*made, text[at:]]


def _marked(words: str, name: str, why: str) -> list[object]:
    return [tag(name, words, class_=_WHY.get(why, ""))] if words else []


def _lines(parts: Sequence[object]) -> Html:
    return tag("div", *parts, class_="lt-change-text") if any(parts) else Html()
