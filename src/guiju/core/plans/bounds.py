"""How much one text may hold (文本规模上限): hostile texts must not take the service's time."""

from datetime import date

from guiju.core.params import param
from guiju.core.plans.errors import TooMany


def check_most(what: str, count: int, *, name: str) -> None:
    """Raise TooMany if `count` is above `plans.most_…` of the rulebook.

    The newest value counts: what a machine can bear does not depend on the day of the plan.
    """
    most = int(param(f"plans.most_{what}", date.max))
    if count > most:
        zh, en = WORDS[what]
        raise TooMany(name, what_zh=zh, what_en=en, most=most)


WORDS = {
    "tags": ("标记", "tags"),
    "lines": ("行", "lines"),
    "items": ("条目编号", "numbers of items"),
    "brackets": ("括号和引号", "brackets and quotation marks"),
    "stops": ("句号、分号和冒号", "full stops, semicolons and colons"),
}
