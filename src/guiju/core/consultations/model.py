"""What becomes of the place of a comment (意见所指条款的去向)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from guiju.core.errors import Bilingual

Change = Literal["same", "changed", "moved", "renumbered", "split", "merged", "removed", "unknown"]
CHANGES: dict[Change, Bilingual] = {
    "same": Bilingual("未变", "unchanged"),
    "changed": Bilingual("内容修改", "changed"),
    "moved": Bilingual("移动", "moved"),
    "renumbered": Bilingual("仅编号变化", "renumbered"),
    "split": Bilingual("拆分", "split"),
    "merged": Bilingual("合并", "merged"),
    "removed": Bilingual("删除", "removed"),
    "unknown": Bilingual("该稿中没有这个位置", "the draft has no such place"),
}


@dataclass(frozen=True, slots=True)
class Followed:
    """A place in the next draft, in the normal form of `places`; None when it is gone or never was.

    `near` is where what held it stands now. `before` and `after` are the words of both drafts.
    """

    place: str | None
    change: Change
    before: str = ""
    after: str = ""
    near: str = ""


def together(parts: Iterable[Followed]) -> Followed:
    """Several places as one: what holds for all, otherwise that something changed."""
    own = list(parts)
    changes = {one.change for one in own}
    quiet = changes <= {"same", "renumbered"}
    change: Change = own[0].change if len(changes) == 1 else "renumbered" if quiet else "changed"
    places = dict.fromkeys(
        part for one in own if one.place is not None for part in one.place.split(",")
    )
    return Followed(
        ",".join(places) if places else None,
        change,
        "\n".join(one.before for one in own if one.before),
        "\n".join(one.after for one in own if one.after),
        own[0].near,
    )
