"""A mark of the chain as people write it down: NUMBER:SM3 (留存的链尾)."""

import re

from guiju.core.errors import InputError
from guiju.core.seals.chain import Mark

_WRITTEN = re.compile(r"([0-9]{1,18}):([0-9a-f]{64})", re.ASCII)


class MarkError(InputError):
    """The noted head cannot be read (留存哈希格式有误)."""

    code = "mark"
    zh = "“{subject}”应为 序号:SM3，即 guiju journal verify 印出的末行。"
    en = "“{subject}” must be NUMBER:SM3, the last line that guiju journal verify printed."


def read_mark(text: str) -> Mark:
    """The mark that is written so. Raises MarkError.

    >>> read_mark("12:" + "0" * 64).number
    12
    """
    found = _WRITTEN.fullmatch(text)
    if found is None:
        raise MarkError(text[:100])
    return Mark(int(found[1]), found[2])
