"""Sentences in which news of a standard is told (动态语句), the same in notices and in feeds."""

from datetime import date

from guiju.apps.catalogue.models import Edition
from guiju.core.errors import Bilingual
from guiju.core.records.status import STATE_NAMES


def state_news(edition: Edition, state: str, since: date | None) -> Bilingual:
    """The standard is in this state, since a day if one is known."""
    name = STATE_NAMES[state]
    if since is None:
        return Bilingual(
            f"{edition.display} 的状态现为“{name.zh}”。", f"{edition.key} is now {name.en}."
        )
    return Bilingual(
        f"{edition.display} 自 {since} 起{name.zh}。", f"{edition.key} is {name.en} since {since}."
    )


def published_news(edition: Edition) -> Bilingual:
    """The standard was published, and when it takes effect."""
    zh, en = _effect(edition)
    return Bilingual(f"{edition.display} 已发布{zh}。", f"{edition.key} was published{en}.")


def successor_news(edition: Edition, heir: Edition, *, whole: bool = True) -> Bilingual:
    """Another edition takes the standard's place, or a part of it."""
    zh, en = _effect(heir)
    part_zh, part_en = ("代替", "replaces") if whole else ("部分代替", "replaces in part")
    return Bilingual(
        f"{heir.display} {part_zh} {edition.display}{zh}。",
        f"{heir.key} {part_en} {edition.key}{en}.",
    )


def edition_news(edition: Edition, other: Edition) -> Bilingual:
    """A newer edition of the same standard was published."""
    zh, en = _effect(other)
    return Bilingual(
        f"{edition.display} 有新版本 {other.display}{zh}。",
        f"{edition.key} has a new edition, {other.key}{en}.",
    )


def amendment_news(edition: Edition, amendment: Edition) -> Bilingual:
    """An amendment or corrigendum to the standard was published."""
    zh, en = _effect(amendment)
    return Bilingual(
        f"{edition.display} 有修改：{amendment.display}{zh}。",
        f"{edition.key} is amended by {amendment.key}{en}.",
    )


def draft_news(edition: Edition, draft: Edition) -> Bilingual:
    """A new edition is in the making."""
    return Bilingual(
        f"{edition.display} 正在修订：{draft.display}。",
        f"{edition.key} is under revision: {draft.key}.",
    )


def _effect(edition: Edition) -> Bilingual:
    day = edition.effective
    return Bilingual(f"，{day} 起实施", f", in effect from {day}") if day else Bilingual("", "")
