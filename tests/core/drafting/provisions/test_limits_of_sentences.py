"""Every sentence of the table has the limits that stand before it, and no other."""

from pathlib import Path

import pytest

from guiju.core.drafting.provisions import Limit, extract
from guiju.core.drafting.sentences import whole


def table() -> list[tuple[str, str]]:
    file = Path(__file__).parent / "cases" / "limits.txt"
    lines = [line for line in file.read_text("utf-8").splitlines() if line and line[0] != "#"]
    rows = [line.partition(" | ") for line in lines]
    return [(text, pairs) for pairs, _, text in rows]


CASES = table()


def test_the_table_is_long_enough() -> None:
    assert len(CASES) >= 320
    assert len(set(CASES)) == len(CASES)


@pytest.mark.parametrize(("text", "pairs"), CASES, ids=[text for text, _ in CASES])
def test_limits(text: str, pairs: str) -> None:
    assert ("; ".join(map(shown, extract(whole(text)))) or "-") == pairs


def shown(one: Limit) -> str:
    pair = f"{one.interval.operator} {one.interval.full}"
    return f"({pair})" if one.role == "condition" else pair
