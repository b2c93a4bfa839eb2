"""Patterns made of lists of words, for texts in which most characters begin none of them.

An engine seeks the first character of a choice many times faster than it tries the choice, as long
as each way begins with a character and nothing else.
"""

import re
from collections.abc import Iterable
from typing import Any


def either(words: Iterable[str]) -> str:
    """A pattern of any of these words, the longest first; beginnings that words share are tried once.

    >>> either(["大于", "大于等于", "高于"])
    '(?:大于(?:等于)?|高于)'
    """
    return _branches(_tree(words))


def own_words(words: Iterable[str]) -> list[str]:
    r"""Ways to read words of letters that stand alone, with any space between their parts.

    >>> own_words(["is", "is to"])
    ['i(?<!\\wi)s(?:\\s+to)?(?!\\w)']
    """
    tree = _tree(words)
    ways = [rf"{sign}(?<!\w{sign}){_branches(tree[sign])}(?!\w)" for sign in sorted(tree)]
    return [way.replace("\\ ", r"\s+") for way in ways]


def _tree(words: Iterable[str]) -> dict[str, Any]:
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for sign in word:
            node = node.setdefault(sign, {})
        node[""] = {}
    return tree


def _branches(node: dict[str, Any]) -> str:
    further = [re.escape(sign) + _branches(node[sign]) for sign in sorted(node) if sign]
    if not further:
        return ""
    is_one = len(further) == 1 and "" not in node
    written = further[0] if is_one else f"(?:{'|'.join(further)})"
    return f"{written}?" if "" in node else written


def lowered(text: str) -> str:
    """In small letters where that keeps every character in its place, otherwise as it is."""
    small = text.lower()
    return small if len(small) == len(text) else text
