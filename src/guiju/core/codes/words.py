"""The words of the catalogue (名录用词): level, nature, kind, function, state, relation, role …"""

from functools import cache

from guiju.core.codes.names import fold_name
from guiju.core.codes.tables import read_table
from guiju.core.errors import Bilingual


def word(kind: str, value: str) -> Bilingual:
    """How a value is called; a value that the table does not know stands for itself.

    >>> word("nature", "mandatory")
    Bilingual(zh='强制性', en='mandatory')
    >>> word("relation_inverse", "replaces").en, word("state", "?").zh
    ('is replaced by', '?')
    """
    return words(kind).get(value) or Bilingual(value, value)


def words(kind: str) -> dict[str, Bilingual]:
    """All values of a kind in their order, with what they are called."""
    return _tables()[kind][0]


def kinds() -> tuple[str, ...]:
    """What there are words for."""
    return tuple(_tables())


def value_of(kind: str, written: str) -> str | None:
    """The value that a source means: by name in either language, or as it stands.

    >>> value_of("nature", "推荐性"), value_of("state", "In Force"), value_of("state", "好")
    ('recommended', 'in_force', None)
    """
    return _tables()[kind][1].get(fold_name(written))


@cache
def _tables() -> dict[str, tuple[dict[str, Bilingual], dict[str, str]]]:
    found = {}
    for kind, rows in read_table("catalogue.yaml").items():
        names = {value: Bilingual(zh, en) for value, zh, en, *_ in rows}
        written = {fold_name(text): row[0] for row in rows for text in row}
        found[kind] = (names, written)
    return found
