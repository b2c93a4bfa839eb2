"""Numbers of standards, plans and committees (标准编号、计划号、委员会编号).

Liberal in, exact out: `parse` reads every way of writing, `canonical` and `display` write one.
"""

from guiju.core.numbers.doubts import warnings
from guiju.core.numbers.errors import NumberError
from guiju.core.numbers.finding import Found, find
from guiju.core.numbers.folding import squash
from guiju.core.numbers.international import from_urn
from guiju.core.numbers.issuers import Issuer, issuers
from guiju.core.numbers.keys import base_of, matches, series_key, sort_key, work_key
from guiju.core.numbers.lookup_keys import compact, lookup_keys, other_natures
from guiju.core.numbers.model import Number, Supplement
from guiju.core.numbers.outputs import read_to_json, refusal_to_json, to_json
from guiju.core.numbers.printing import amendment, canonical, display, file_safe, key, urn
from guiju.core.numbers.reading import parse, try_read
from guiju.core.numbers.sloppy import candidates, parse_sloppy

__all__ = [
    "Found",
    "Issuer",
    "Number",
    "NumberError",
    "Supplement",
    "amendment",
    "base_of",
    "candidates",
    "canonical",
    "compact",
    "display",
    "file_safe",
    "find",
    "from_urn",
    "issuers",
    "key",
    "lookup_keys",
    "matches",
    "other_natures",
    "parse",
    "parse_sloppy",
    "read_to_json",
    "refusal_to_json",
    "series_key",
    "sort_key",
    "squash",
    "to_json",
    "try_read",
    "urn",
    "warnings",
    "work_key",
]
