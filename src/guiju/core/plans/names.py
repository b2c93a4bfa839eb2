"""Names of bodies, folded for matching."""

import re
import unicodedata

_ROUND = str.maketrans("〔〕[]【】﹝﹞", "()()()()")


def normal_name(name: str) -> str:
    """Fold width, bracket kind and space, so that spellings of one name compare equal.

    >>> normal_name("市场监管总局（标准委）") == normal_name("市场监管总局 (标准委)")
    True
    """
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", name).translate(_ROUND))
