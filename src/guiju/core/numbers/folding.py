"""One way of writing from many (归一): width, dashes, spaces, brackets, letters that look Latin.

`fold` turns each sign into exactly one sign, so that offsets in the folded text are offsets in
the text; `clean` also does what changes the length.
"""

import re
import unicodedata

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u2500\u2501\u2e3a\u2e3b\ufe31\ufe58\ufe63\uff70"
_SPACES = "\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_BRACKETS = {"〔": "(", "【": "(", "〈": "(", "［": "(", "〕": ")", "】": ")", "〉": ")", "］": ")"}
_SIGNS = {
    "\u2215": "/",
    "\u2044": "/",
    "\u00b7": ".",
    "\u30fb": ".",
    "\u2236": ":",
    "\ufe55": ":",
    "\u223c": "~",
}
_PLAIN: dict[int, str] = {
    **{wide: chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)},
    **{ord(sign): "-" for sign in _DASHES},
    **{ord(sign): " " for sign in _SPACES},
    **{ord(sign): plain for sign, plain in (_BRACKETS | _SIGNS).items()},
}

# Cyrillic and Greek letters that look like Latin ones, and the Latin ones.
_CYRILLIC = (
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0406\u0405\u0408"
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0455\u0458"
)
_GREEK = "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7"
_LOOK_ALIKE = str.maketrans(_CYRILLIC + _GREEK, "ABEKMHOPCTYXISJaeopcyxisjABEZHIKMNOPTYX")
_OTHER_ALPHABET = re.compile(r"[\u0370-\u03ff\u0400-\u052f]")
_TRUE_LETTER = re.compile(rf"(?![{_CYRILLIC}{_GREEK}])[\u0370-\u03ff\u0400-\u052f]")

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
# 一 between digits is a dash that a scanner read as the Chinese one; 。 there is a typed point.
_ONE_AS_DASH = re.compile(r"(?<=\d)\s?一\s?(?=\d)")
_STOP_AS_POINT = re.compile(r"(?<=\d)。(?=\d)")
_NOT_KEY = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """The text in plain signs, each at its place.

    Look-alikes become Latin only where no letter is truly of another alphabet: ИСО stays.
    """
    if text.isascii():
        return text
    folded = text.translate(_PLAIN)
    if _OTHER_ALPHABET.search(folded) and not _TRUE_LETTER.search(folded):
        folded = folded.translate(_LOOK_ALIKE)
    return folded


def clean(text: str) -> str:
    r"""One written number, folded, without invisible signs, with single spaces.

    >>> clean("\uff27\uff22／\uff34\u00a01.1\u20142020 ")
    'GB/T 1.1-2020'
    """
    text = fold(text)
    if not text.isascii():
        text = fold(unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)))
        text = _STOP_AS_POINT.sub(".", _ONE_AS_DASH.sub("-", text))
    return " ".join(text.split())


def squash(text: str) -> str:
    """The key for sloppy forms: only letters and digits, letter case folded.

    >>> squash("GB/T 1.1—2020"), squash("gbt1.1 2020")
    ('gbt112020', 'gbt112020')
    """
    return _NOT_KEY.sub("", clean(text)).casefold()
