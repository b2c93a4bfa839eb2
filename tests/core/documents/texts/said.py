"""All that a reading says (读到的全部文字): what stands in the tree, and what the doubts tell of."""

import re
from collections import Counter
from dataclasses import fields, is_dataclass

from guiju.core.documents.model import Reading

_UNSAID = frozenset(
    ("address", "mathml", "kind", "value", "line", "level", "code", "language", "status")
)
_SIGNS = re.compile(
    r"[\s#*_`|>~\\$<()（）\[\]【】：:;；.．…·—–\-+=!/^{},，、&\"'\u200b\ufeff\x00-\x1f\x7f-\x9f]"
)


def letters(words: str) -> Counter[str]:
    """How often each letter and digit comes; signs, which are marks as often as words, do not count."""
    return Counter(_SIGNS.sub("", words))


def said(reading: Reading) -> str:
    return "\n".join(
        [*_strings(reading.document), *(f"{one.zh} {one.text}" for one in reading.doubts)]
    )


def _strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, tuple)) and not hasattr(value, "_fields"):
        for one in value:
            yield from _strings(one)
    elif hasattr(value, "content"):
        yield value.content
        yield from (one.value for one in value.marks if one.kind == "link")
    elif is_dataclass(value):
        for one in fields(value):
            if one.name not in _UNSAID:
                yield from _strings(getattr(value, one.name))


def lost(source: str, reading: Reading) -> str:
    """The letters of the source that the reading does not say."""
    return "".join((letters(source) - letters(said(reading))).elements())
