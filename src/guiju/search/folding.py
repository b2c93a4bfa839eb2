"""Two writings of the same word become one (归一): width, case, accents, traditional characters.

A character is folded by itself, so that a place in the folded text can be led back to the text.
"""

import unicodedata
from collections.abc import Sequence

from opencc import OpenCC

_KEPT = set("%‰§&#@*")  # of the punctuation, what units and names need
_DASHES = set("\u2010\u2011\u2012–—―−－\ufe58\ufe63")
_PLAIN = {"μ": "u", "œ": "oe", "æ": "ae"}
_SIMPLIFIED = OpenCC("t2s")


def _fold_character(character: str) -> str:
    """One character folded; what only separates becomes a space, a loose accent nothing."""
    found = []
    for one in unicodedata.normalize("NFKC", character).casefold():
        category = unicodedata.category(one)
        if category == "Mn":
            continue
        if one not in _KEPT and category[0] in "PZC":
            found.append(" ")
        elif category == "Lo":
            found.append(_SIMPLIFIED.convert(one))
        else:
            found.append(_without_accent(one))
    return "".join(found)


def _without_accent(letter: str) -> str:
    """é is e, œ is oe and the micro sign is u; й stays й, a letter of its own."""
    if letter in _PLAIN:
        return _PLAIN[letter]
    base = unicodedata.normalize("NFD", letter)
    return base[0] if len(base) > 1 and not "Ѐ" <= letter <= "ӿ" else letter


class _Table(dict[int, str]):
    """Filled as characters turn up: a text meets few of the hundred and fifty thousand.

    `moving` are those that do not fold to one character, so that what follows them moves.
    """

    def __init__(self) -> None:
        super().__init__()
        self.moving: set[str] = set()

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        if len(folded) != 1:
            self.moving.add(chr(code))
        return folded


class _NumberTable(dict[int, str]):
    """For numbers: width and case fold, dashes are one, spaces go, other signs stay."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if character in _DASHES:
            folded = "-"
        else:
            plain = unicodedata.normalize("NFKC", character).casefold()
            folded = "".join("-" if c in _DASHES else c for c in plain if _stands(c))
            folded = "".join(_SIMPLIFIED.convert(c) if c >= "㐀" else c for c in folded)
        self[code] = folded
        return folded


def _stands(character: str) -> bool:
    return not character.isspace() and unicodedata.category(character)[0] != "C"


_TABLE = _Table()
_NUMBERS = _NumberTable()


def fold(text: str) -> str:
    """The text as it is compared."""
    if text.isascii():
        return text.lower()
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return text.translate(_TABLE)


def fold_number(text: str) -> str:
    """A number or a piece of one as it is compared: `GB／T　1.1—2020` is `gb/t1.1-2020`."""
    return text.translate(_NUMBERS)


def without_halves(text: str) -> str:
    """Half a surrogate pair is no text to the index."""
    return text.encode(errors="ignore").decode()


def places_in(text: str) -> Sequence[int]:
    """For each character of the folded text the place in the text that it comes from."""
    if not unicodedata.is_normalized("NFC", text):
        return _places(text)
    fold(text)  # so that the table knows every character
    if _TABLE.moving.isdisjoint(text):
        return range(len(text))
    return _places(text)


def _places(text: str) -> list[int]:
    return [place for place, character in enumerate(text) for _ in fold(character)]
