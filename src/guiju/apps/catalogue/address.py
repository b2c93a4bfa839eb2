"""Numbers in addresses (标准地址): /standards/GB/T_1.1-2020/ is GB/T 1.1-2020.

A space becomes `_`. What an address cannot carry as it is gets a `~` before it: `_` and `~`
themselves, a step that is only dots (browsers would walk up), and a slash that no number stands
before (servers merge doubled ones). Both ways are exact for every number.
"""

import re

_DECODED = {"~~": "~", "~_": "_", "~.": ".", "~s": "/", "_": " "}
_CODE = re.compile(r"~[~_.s]|_")
_BARE_SLASH = re.compile(r"(?:(?<=/)|^)/|/$")
_ONLY_DOTS = re.compile(r"(?:(?<=/)|^)(?=\.{1,2}(?:/|$))")


def slug_of(key: str) -> str:
    """The part of an address that stands for a canonical number.

    >>> slug_of("GB/T 1.1-2020"), slug_of("Q/AB_1-2020")
    ('GB/T_1.1-2020', 'Q/AB~_1-2020')
    """
    safe = key.replace("~", "~~").replace("_", "~_").replace(" ", "_")
    safe = _BARE_SLASH.sub("~s", safe)
    return _ONLY_DOTS.sub("~", safe)


def key_of(slug: str) -> str:
    """The number that a part of an address stands for; what nobody wrote so is left as it is.

    >>> key_of("GB/T_1.1-2020")
    'GB/T 1.1-2020'
    """
    return _CODE.sub(lambda found: _DECODED[found[0]], slug)
