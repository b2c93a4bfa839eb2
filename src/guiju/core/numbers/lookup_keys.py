"""The keys under which a typed number is looked up (编号检索键), the likeliest first."""

from guiju.core.numbers.folding import squash
from guiju.core.numbers.keys import work_key
from guiju.core.numbers.printing import key
from guiju.core.numbers.sloppy import candidates

LONGEST = 120


def lookup_keys(text: str) -> tuple[str, ...]:
    """Readings of the whole text as a number: dated, undated, as it stands, of other natures.

    A reading is exact (`compact`), since GB/T 1.1 and GB/T 11 have the same letters and digits;
    the text as it stands is folded to these (`squash`). A text without a digit is no number.

    >>> lookup_keys("gbt 1.1-2020")[:3]
    ('gb/t1.1-2020', 'gb/t1.1', 'gbt112020')
    """
    if len(text) > LONGEST or not any(character.isdigit() for character in text):
        return ()
    numbers = candidates(text)
    works = [work_key(number) for number in numbers]
    found = [compact(key(number)) for number in numbers]
    found += [compact(work) for work in works]
    found.append(squash(text))
    found += [compact(other) for work in works for other in other_natures(work)]
    return tuple(dict.fromkeys(one for one in found if one))


def compact(key: str) -> str:
    """A number's key without spaces, letter case folded.

    >>> compact("GB/T 1.1-2020")
    'gb/t1.1-2020'
    """
    return key.casefold().replace(" ", "")


def other_natures(work: str) -> tuple[str, ...]:
    """The same number as mandatory, recommended and guidance: people mix them up.

    >>> other_natures("GB/T 3838")
    ('GB 3838', 'GB/Z 3838')
    """
    code, _, rest = work.partition(" ")
    plain = code.removesuffix("/T").removesuffix("/Z")
    return tuple(f"{plain}{end} {rest}" for end in ("", "/T", "/Z") if plain + end != code)
