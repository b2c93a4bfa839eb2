"""Where a term stands in a folded text: what the index finds, this points at.

Words stand side by side, with nothing but separators between. The first Chinese run of a term may
be the end of a longer run and the last the beginning of one; a single word that is not quoted may
be the beginning of a longer word.
"""

from itertools import pairwise

from guiju.search.analysis import SEPARATORS, Word, has_chinese
from guiju.search.query import Term

_MOST = 8  # places of one term in one text


def spots(term: Term, folded: str) -> list[tuple[int, int]]:
    """Start and end of the first places, in order and apart."""
    found: list[tuple[int, int]] = []
    literal = term.words[0].text
    at = folded.find(literal)
    while at >= 0 and len(found) < _MOST:
        end = _end(term, folded, at)
        if end:
            found.append((at, end))
        at = folded.find(literal, end or at + 1)
    return found


def _end(term: Term, folded: str, at: int) -> int:
    """Where the term ends that begins there; 0 if it does not stand there."""
    words = term.words
    if at and words[0].kind == "word" and _goes_on(words[0], folded[at - 1]):
        return 0
    end = at + len(words[0].text)
    for before, word in pairwise(words):
        start = end
        while end < len(folded) and (folded[end].isspace() or folded[end] in SEPARATORS):
            end += 1
        apart = end > start or not _goes_on(before, word.text[0])
        if not apart or not folded.startswith(word.text, end):
            return 0
        end += len(word.text)
    last = words[-1]
    whole = last.kind == "word" and (term.quoted or len(words) > 1)
    if whole and end < len(folded) and _goes_on(last, folded[end]):
        return 0
    return end


def _goes_on(word: Word, character: str) -> bool:
    """Whether the character beside the word would be one with it."""
    if word.kind == "sign":
        return False
    if word.kind == "cjk":
        return has_chinese(character)
    if word.text[0].isdecimal():
        return character.isdecimal()
    return character.isalnum() and not character.isdecimal() and not has_chinese(character)
