"""Two rows as one text (接行): no space between Chinese, one between words."""

import re
from collections.abc import Sequence

from guiju.core.documents.model import Text
from guiju.core.documents.pdf.rows import is_chinese
from guiju.core.documents.structure.cutting import joined

_SINGLE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_HALF = re.compile(r"(?<=[\u3400-\u9fff])[,;:]|[,;:](?=[\u3400-\u9fff])")


def join(above: Text, below: Text) -> Text:
    """The rows one after another; a word that a hyphen breaks is not mended, it may have one."""
    left, right = above.content[-1:], below.content[:1]
    if not left or not right:
        return above if left else below
    glued = (
        is_chinese(left)
        or is_chinese(right)
        or left in "-–/(~～×"
        or (left.isdigit() and right in ".%)")
        or (left == "." and right.isdigit() and above.content[-2:-1].isdigit())
    )
    return joined([above, below], "" if glued else " ")


def is_half_width(texts: Sequence[str]) -> bool:
    """Whether a file writes Chinese text with ASCII punctuation though it prints the Chinese."""
    half = sum(len(_HALF.findall(text)) for text in texts)
    full = sum(text.count(sign) for text in texts for sign in _SINGLE.values())
    return half > 20 and half > 4 * full


def full_width(text: Text) -> Text:
    """The punctuation that stands beside Chinese as it is printed; every character keeps its place."""
    signs = list(text.content)
    pairs: list[int] = []
    for at, sign in enumerate(signs):
        if sign == "(":
            pairs.append(at)
        elif sign == ")" and pairs:
            first = pairs.pop()
            around = (_at(signs, first - 1), _at(signs, first + 1), _at(signs, at - 1))
            if any(is_chinese(one) for one in around):
                signs[first], signs[at] = "（", "）"
        elif sign in _SINGLE and _is_printed_wide(signs, at):
            signs[at] = _SINGLE[sign]
    return Text("".join(signs), text.marks)


def _is_printed_wide(signs: Sequence[str], at: int) -> bool:
    before, after = _at(signs, at - 1), _at(signs, at + 1)
    return is_chinese(before) or is_chinese(after) or (signs[at] in ";:" and before == "）")


def _at(signs: Sequence[str], at: int) -> str:
    return signs[at] if 0 <= at < len(signs) else " "
