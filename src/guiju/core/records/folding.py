"""When two wordings say the same (异写归一): width, case, spaces and dashes carry no meaning."""

import re
import unicodedata
from functools import lru_cache

_NOISE = re.compile("[\\s\\-\u2010-\u2015\u2212_'\"\u2018\u2019\u201c\u201d\ufeff\u200b]+")


@lru_cache(maxsize=1 << 14)
def fold(text: str) -> str:
    """The text without what differs between one writer and the next."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", text)).casefold()


def clean(text: str) -> str:
    """The text as it is kept: no marks at its ends, one space where there were several."""
    if "\ufeff" in text or "\u200b" in text:
        text = text.replace("\ufeff", "").replace("\u200b", "")
    return " ".join(text.split())
