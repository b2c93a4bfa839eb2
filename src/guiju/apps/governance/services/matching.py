"""Which old text goes on in which new one (对应关系)."""

from collections import defaultdict
from collections.abc import Sequence

from guiju.core.plans import compare
from guiju.core.plans.compare import Keyed


def align(
    current: Sequence[str], new: Sequence[str], *, former: Sequence[str] = ()
) -> list[int | None]:
    """For each new text the index of the old one that it continues, or None.

    `former` are texts that were withdrawn earlier: only the very same one comes back.
    Their indexes follow those of `current`.

    >>> align(["甲", "推进乙项工作"], ["推进乙项重点工作", "甲", "丙"], former=["丙"])
    [1, 0, 2]
    """
    found: list[int | None] = [None] * len(new)
    for match in compare(_keyed(current), _keyed(new)):
        if match.old and match.new:
            found[int(match.new.key)] = int(match.old.key)
    waiting: dict[str, list[int]] = defaultdict(list)
    for index, text in enumerate(former, start=len(current)):
        waiting[text].append(index)
    return [
        waiting[text].pop() if index is None and waiting[text] else index
        for index, text in zip(found, new, strict=True)
    ]


def _keyed(texts: Sequence[str]) -> list[Keyed]:
    return [Keyed(str(index), text) for index, text in enumerate(texts)]
