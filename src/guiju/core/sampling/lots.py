"""A table of lots (批的记录): CSV with heads in either language."""

import csv
from collections.abc import Mapping
from io import StringIO

from guiju.core.errors import InputError
from guiju.core.sampling.switching import Lot

_HEADS = {
    "name": ("批号", "批", "lot", "name"),
    "size": ("批量", "n", "size", "lot size"),
    "found": ("不合格数", "不合格品数", "d", "found", "nonconforming", "nonconformities"),
    "steady": ("生产稳定", "steady"),
    "approved": ("同意放宽", "approved"),
    "again": ("再次提交", "again", "resubmitted"),
    "mended": ("已改进", "mended", "improved"),
}
_YES, _NO = ("是", "yes", "y", "true", "1", "√"), ("否", "no", "n", "false", "0", "×")
_SEPARATORS = ",;\t"


class LotsError(InputError):
    """A table of lots that cannot be read (批的记录有误)."""

    code = "sampling.lots"
    zh = "批的记录{subject}：{why_zh}"
    en = "The table of lots, {subject}: {why_en}"


def read_lots(text: str) -> tuple[Lot, ...]:
    """The lots in their order. Raises LotsError."""
    first = text.split("\n", 1)[0]
    separator = max(_SEPARATORS, key=first.count)
    rows = csv.reader(StringIO(text.removeprefix("\ufeff")), delimiter=separator)
    places = _places(next(rows, []))
    return tuple(
        _lot({key: row[at].strip() for key, at in places.items() if at < len(row)}, number)
        for number, row in enumerate(rows, 2)
        if any(cell.strip() for cell in row)
    )


def _places(heads: list[str]) -> dict[str, int]:
    plain = [head.strip().lower() for head in heads]
    found = {
        key: at for key, words in _HEADS.items() for at, head in enumerate(plain) if head in words
    }
    for key in ("size", "found"):
        if key not in found:
            word = _HEADS[key][0]
            raise LotsError(
                "",
                why_zh=f"第一行没有“{word}”列（{'、'.join(_HEADS[key])}）。",
                why_en=f"the first row has no head {' or '.join(_HEADS[key])}.",
            )
    return found


def _lot(row: Mapping[str, str], number: int) -> Lot:
    return Lot(
        name=row.get("name") or str(number - 1),
        size=_count(row, "size", number),
        found=_count(row, "found", number),
        steady=_answer(row, "steady", number),
        approved=_answer(row, "approved", number),
        again=_answer(row, "again", number) is True,
        mended=_answer(row, "mended", number) is True,
    )


def _count(row: Mapping[str, str], key: str, number: int) -> int:
    written = row.get(key, "")
    if not (written.isascii() and written.isdigit() and len(written) <= 12):
        raise LotsError(
            f"第 {number} 行 row {number}",
            why_zh=f"“{_HEADS[key][0]}”应当是整数，不是“{written}”。",
            why_en=f"“{_HEADS[key][-1]}” should be a whole number and not “{written}”.",
        )
    return int(written)


def _answer(row: Mapping[str, str], key: str, number: int) -> bool | None:
    written = row.get(key, "").lower()
    if not written:
        return None
    if written not in _YES + _NO:
        raise LotsError(
            f"第 {number} 行 row {number}",
            why_zh=f"“{_HEADS[key][0]}”应当是“是”或“否”，不是“{written}”。",
            why_en=f"“{_HEADS[key][1]}” should be yes or no and not “{written}”.",
        )
    return written in _YES
