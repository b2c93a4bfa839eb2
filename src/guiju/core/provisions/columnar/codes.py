"""The five answers as small numbers (判定代码)."""

from typing import get_args

from guiju.core.provisions.judging import Status

STATUSES: tuple[Status, ...] = get_args(Status)
# So many rows at once stay in the cache.
BLOCK = 32_768
PASS, FAIL, UNDETERMINED, INAPPLICABLE, MISSING = range(len(STATUSES))
