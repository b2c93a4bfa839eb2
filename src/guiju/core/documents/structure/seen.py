"""A line as the recogniser sees it (行): its own number put in front of its text."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from guiju.core.documents.lines import Line
from guiju.core.documents.model import Text
from guiju.core.documents.structure.cutting import cut, joined
from guiju.core.errors import InputError

MOST_LINES, MOST_CHARACTERS = 200_000, 20_000_000
_SPACED = re.compile(r"(?<=[\u3400-\u9fff])[ \u3000\xa0]+(?=[\u3400-\u9fff])")
_CHINESE = re.compile(r"[\u3400-\u9fff]")


class TooLarge(InputError):
    """There is more text than a standard has (文本过大)."""

    code = "document_too_large"
    zh = "文本过大：超过 {most} 行或 {characters} 字，请拆分后再读入。"
    en = "The text is too large: more than {most} lines or {characters} characters. Split it first."


class Seen(NamedTuple):
    """`text` with the number that the source counted in front; `sure` when it counted one."""

    line: Line
    text: Text

    @property
    def plain(self) -> str:
        return self.text.content

    @property
    def sure(self) -> bool:
        return bool(self.line.number)


def see(lines: Iterable[Line]) -> list[Seen]:
    """The lines that say something."""
    seen: list[Seen] = []
    characters = 0
    for one in lines:
        text = cut(one.text, 0)
        if one.number:
            text = joined([Text(one.number.strip()), text], " ")
        characters += len(text.content)
        if len(seen) >= MOST_LINES or characters > MOST_CHARACTERS:
            raise TooLarge(most=MOST_LINES, characters=MOST_CHARACTERS)
        if text or one.block is not None:
            seen.append(Seen(one, text))
    return seen


def unspaced(text: str) -> str:
    """目 次 → 目次: a text that is printed with spaces between all its characters, without them."""
    spaces, signs = len(_SPACED.findall(text)), len(_CHINESE.findall(text))
    return _SPACED.sub("", text) if spaces and spaces * 2 >= signs - 1 else text
