"""A plain scan of all entries: slow, and obviously right. The index must find the same."""

import re
import unicodedata
from functools import cache

from pypinyin import Style, pinyin

LETTERS = r"[^\W\d_\u2e80-\u9fff]"


SIMPLER = str.maketrans("體標題測試", "体标题测试")  # those that the catalogue holds


def narrow(text):
    """Width, case and traditional characters fold."""
    return unicodedata.normalize("NFKC", text).lower().translate(SIMPLER)


def texts(entry):
    """All that is said of an entry, a piece each."""
    found = [*entry.titles.values(), *entry.abstracts.values(), *entry.text, *entry.names]
    return [
        narrow(one) for one in (*found, *entry.numbers, *entry.ics, *entry.ccs, *entry.committees)
    ]


def numbers(entry):
    """Every form of its numbers without spaces and with one kind of dash."""
    forms = (entry.number, *entry.numbers, *entry.keys)
    return [re.sub(r"\s", "", narrow(one).replace("—", "-")) for one in forms]


def piece(text):
    return re.sub(r"\s", "", narrow(text).replace("—", "-"))


def holds(entry, text):
    """The very characters stand somewhere."""
    return any(narrow(text) in one for one in texts(entry))


def has_number(entry, text):
    """They are a piece of a number."""
    return any(piece(text) in one for one in numbers(entry))


def has_word(entry, word):
    """A word begins so."""
    begins = re.compile(rf"(?<!{LETTERS}){re.escape(narrow(word))}")
    return any(begins.search(one) for one in texts(entry))


@cache
def sounds(character):
    """Its readings, without tones, as pypinyin gives them."""
    found = pinyin(character, style=Style.NORMAL, heteronym=True, v_to_u=False)
    return frozenset(found[0]) if found else frozenset()


def runs(entry):
    """Chinese runs of titles and names."""
    pieces = map(narrow, (*entry.titles.values(), *entry.names))
    return [run for one in pieces for run in re.findall("[\u4e00-\u9fff]+", one)]


def has_initials(entry, letters):
    """Characters side by side begin with these letters."""
    return any(
        all(
            any(s.startswith(x) for s in sounds(c)) for c, x in zip(run[at:], letters, strict=False)
        )
        for run in runs(entry)
        for at in range(len(run) - len(letters) + 1)
    )


def has_pinyin(entry, letters):
    """Characters side by side are spelt with these letters."""
    return any(_spelt(run[at:], letters) for run in runs(entry) for at in range(len(run)))


def _spelt(run, letters):
    if not letters:
        return True
    if not run:
        return False
    return any(letters.startswith(s) and _spelt(run[1:], letters[len(s) :]) for s in sounds(run[0]))


def latin(entry, text):
    """What one word of Latin letters may mean."""
    return (
        has_word(entry, text)
        or has_number(entry, text)
        or (len(text) > 1 and (has_initials(entry, text) or has_pinyin(entry, text)))
    )
