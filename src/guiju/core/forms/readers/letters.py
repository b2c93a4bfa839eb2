"""Values out of the sentences of a letter (公文读入): what stands between the words that are printed."""

from collections.abc import Sequence

from guiju.core.forms.files.reading import HOLE
from guiju.core.forms.model import Section
from guiju.core.forms.readers.labels import value

_LONGEST = 20_000


def letter_values(part: Section, paragraphs: Sequence[str]) -> dict[str, str]:
    """The values of the letter, in whichever language it is written."""
    tried = (
        _values([one.text.say(tongue) for one in part.says], paragraphs) for tongue in ("zh", "en")
    )
    return max(tried, key=len)


def _values(sentences: list[str], paragraphs: Sequence[str]) -> dict[str, str]:
    """Sentences with words of their own find their paragraph; the others stand beside these."""
    places: list[int] = []
    found: dict[str, str] = {}
    start = 0
    for sentence in sentences:
        at = -1
        if _has_words(sentence):
            for place in range(start, len(paragraphs)):
                if (values := _between(sentence, paragraphs[place])) is not None:
                    at, start = place, place + 1
                    found = values | found
                    break
        places.append(at)
    if all(place < 0 for place in places):
        return {}
    for order, sentence in enumerate(sentences):
        if not _has_words(sentence):
            at = _beside(order, places)
            if 0 <= at < len(paragraphs):
                places[order] = at
                name = HOLE.findall(sentence)[0]
                found.setdefault(name, value(paragraphs[at]))
    return found


def _has_words(sentence: str) -> bool:
    return bool(HOLE.sub("", sentence).strip())


def _beside(order: int, places: list[int]) -> int:
    if order and places[order - 1] >= 0:
        return places[order - 1] + 1
    if order + 1 < len(places) and places[order + 1] >= 0:
        return places[order + 1] - 1
    return -1


def _between(sentence: str, paragraph: str) -> dict[str, str] | None:
    """The texts at the holes; None where the printed words are not all there, in order."""
    if len(paragraph) > _LONGEST:
        return None
    signs = [(at, sign) for at, sign in enumerate(paragraph) if not sign.isspace()]
    plain = "".join(sign for _, sign in signs)
    pieces = ["".join(one.split()) for one in HOLE.split(sentence)[::2]]
    names = HOLE.findall(sentence)
    if not plain.startswith(pieces[0]) or not plain.endswith(pieces[-1]):
        return None
    found: dict[str, str] = {}
    here = len(pieces[0])
    for order, name in enumerate(names):
        is_last = order + 1 == len(names)
        after = pieces[order + 1]
        end = len(plain) - len(after) if is_last else plain.find(after, here)
        if end < here:
            return None
        text = paragraph[signs[here][0] : signs[end - 1][0] + 1] if end > here else ""
        found.setdefault(name, value(text))
        here = end + len(after)
    return found
