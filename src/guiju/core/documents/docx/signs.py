"""Characters of fonts of signs (符号字体): Symbol, Wingdings and their like, as everybody's characters."""

from functools import cache

from guiju.core.documents.docx.layout import rows

_PRIVATE = range(0xE000, 0xF900)
_SHIFTED = range(0xF020, 0xF100)
_UNUSED = "\ufffd"


@cache
def _table(font: str) -> dict[int, str]:
    rest: dict[str, str] = rows("read")["signs"].get(font, {})
    return {
        int(start, 16) + at: sign
        for start, signs in rest.items()
        for at, sign in enumerate(signs)
        if sign != _UNUSED
    }


def is_font(name: str) -> bool:
    return name.casefold() in rows("read")["signs"]


def one(font: str, code: str) -> str:
    """A w:sym; "" for what is no code. Where no font is named, it is Symbol."""
    try:
        point = int(code, 16)
    except ValueError:
        return ""
    return text(font or "symbol", chr(point)) if 32 <= point < 0xD800 or point in _PRIVATE else ""


def text(font: str, written: str) -> str:
    """What a text in such a font shows; a sign that is not known stays."""
    table = _table(font.casefold())
    return "".join(table.get(_place(ord(sign)), sign) for sign in written) if table else written


def _place(point: int) -> int:
    return point - 0xF000 if point in _SHIFTED else point


def unknown(written: str) -> str:
    """The codes of the characters that only a font of signs can show."""
    return " ".join(f"{ord(sign):04X}" for sign in written if ord(sign) in _PRIVATE)
