"""The same thing under two names (对应关系): characteristics, attributes and levels of two rule sets."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from guiju.core.provisions.model import Attribute, Characteristic
from guiju.core.provisions.words import folded

_SYMBOL = 2
Thing = TypeVar("Thing", Characteristic, Attribute)


def paired(a: Mapping[str, Thing], b: Mapping[str, Thing]) -> dict[str, str]:
    """Ids of the first with those of the second: by id, by Chinese name, by any name in common."""
    found: dict[str, str] = {}
    for same in (_same_id, _same_name, _common_name):
        for one in a.values():
            if one.id in found:
                continue
            taken = set(found.values())
            other = next((x for x in b.values() if x.id not in taken and same(one, x)), None)
            if other is not None:
                found[one.id] = other.id
    return found


def _same_id(a: Thing, b: Thing) -> bool:
    return _plain(a.id) == _plain(b.id)


def _same_name(a: Thing, b: Thing) -> bool:
    return _plain(a.name.zh) == _plain(b.name.zh)


def _common_name(a: Thing, b: Thing) -> bool:
    return bool(_names(a) & _names(b))


def _names(one: Characteristic | Attribute) -> set[str]:
    return {_plain(word) for word in (one.id, one.name.zh, one.name.en, *one.synonyms)}


def _plain(word: str) -> str:
    """Of symbols the case counts: CO is no Co."""
    return "".join(word.split()) if len(word) <= _SYMBOL else folded(word)


def values_paired(a: Attribute, b: Attribute) -> tuple[tuple[str, str], ...]:
    """Values of both that mean the same; "" where the other has none."""
    taken: set[str] = set()
    found: list[tuple[str, str]] = []
    for value, words in a.values.items():
        own = {folded(word) for word in (value, *words)}
        other = next(
            (
                one
                for one, names in b.values.items()
                if one not in taken and own & {folded(word) for word in (one, *names)}
            ),
            "",
        )
        taken.add(other)
        found.append((value, other))
    return (*found, *(("", one) for one in b.values if one not in taken))


def levels_paired(
    a: tuple[str, ...],
    b: tuple[str, ...],
    a_words: Mapping[str, str],
    b_words: Mapping[str, str],
) -> list[tuple[str | None, str | None]] | None:
    """Levels of the same name; else, where there are as many, of the same rank; else None.

    A rule without levels has the one level "", which stands against all of the other's.
    """
    if a == ("",) or b == ("",):
        return [(one, other) for one in a for other in b]
    found: list[tuple[str | None, str | None]] = []
    for one in a:
        names = _spellings((one,), a_words)
        other = next((x for x in b if names & _spellings((x,), b_words)), None)
        found.append((one, other))
    if any(other is not None for _, other in found):
        used = {other for _, other in found}
        return [*found, *((None, one) for one in b if one not in used)]
    if len(a) == len(b):
        return list(zip(a, b, strict=True))
    return None


def _spellings(levels: Iterable[str], words: Mapping[str, str]) -> set[str]:
    some = set(levels)
    return {folded(one) for one in some} | {
        folded(word) for word, level in words.items() if level in some
    }
