"""Characters as they were meant (还原字符): private codes of symbol fonts, radicals for characters."""

import unicodedata

UNREADABLE = "\ufffd"
# The symbol font keeps its characters in a private area: those that standards use.
_SYMBOLS = dict(
    zip(
        "=+-´±£³¹»×°·µaabgdefhklmnpqrstwxyzDSWFLG",
        "=+−×±≤≥≠≈⋅°⋅μααβγδεφηκλμνπθρστωξψζΔΣΩΦΛΓ",
        strict=True,
    )
)  # fmt: skip
# The fonts of signs keep bullets and ticks there.
_DINGBATS = dict(zip("lnuqo§·ØüûþJ", "●■◆□□▪·➢✓✗☑☺", strict=True))
# Some makers write the radical (部首补充) where the character is printed.
_RADICALS = dict(
    zip(
        "⺁⺋⺌⺎⺐⺗⺝⺟⺠⺩⺫⺶⺷⺾⻁⻄⻅⻆⻉⻊⻋⻌⻍⻑⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻞⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳",
        "厂巳小兀尢心月母民王网羊羊艹虎西见角贝足车辶辶長长门阝雨青韦页风飞食食饣马骨鬼鱼鸟卤麦黄黾齐齿龙龟",
        strict=True,
    )
)  # fmt: skip


def mended(code: int, is_dingbat: bool = False) -> str:
    """The character of a code point; "" for none, UNREADABLE where nobody knows which it is."""
    if 0xF020 <= code <= 0xF0FF:
        sign = chr(code - 0xF000)
        return (_DINGBATS if is_dingbat else _SYMBOLS).get(sign, sign)
    if is_private(code) or code == 0xFFFD:
        return UNREADABLE
    if code == 0 or code == 0xFFFE or 0xD800 <= code <= 0xDFFF:
        return ""
    if code in (2, 0xAD):
        return "-"
    sign = chr(code)
    if 0x2E80 <= code <= 0x2FDF:
        return _RADICALS.get(sign) or unicodedata.normalize("NFKC", sign)
    return unicodedata.normalize("NFC", sign) if 0xF900 <= code <= 0xFAFF else sign


def is_private(code: int) -> bool:
    """A code that only its font understands."""
    return 0xE000 <= code <= 0xF8FF or 0xF0000 <= code <= 0x10FFFD
