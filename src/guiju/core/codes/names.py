"""Names as they are written, folded to the key by which they are compared (名称归一)."""

import re
import unicodedata

_BRACKETS = str.maketrans("〔［【〈《{[〕］】〉》}]", "(((((((" + ")))))))")
_TAIL = ".,;:、。·"


def fold_name(written: str) -> str:
    """The key of a name: width, brackets, spaces, letter case and the last full stop do not count.

    >>> fold_name("市场监管总局 （标准委）") == fold_name("市场监管总局(标准委)。")
    True
    """
    narrow = unicodedata.normalize("NFKC", written).translate(_BRACKETS)
    visible = "".join(c for c in narrow if not c.isspace() and unicodedata.category(c) != "Cf")
    return visible.casefold().rstrip(_TAIL)


def outer_and_inner(key: str) -> tuple[str, str] | None:
    """`市场监管总局(标准委)` → (市场监管总局, 标准委): a body and a name that it also bears.

    >>> outer_and_inner("市场监管总局(标准委)")
    ('市场监管总局', '标准委')
    """
    found = re.fullmatch(r"([^()]+)\(([^()]+)\)", key)
    return (found[1], found[2]) if found else None
