"""Terms where they are used (术语使用处): each is a link to its entry, with the definition."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from guiju.core.documents.model import Document, Term
from guiju.core.documents.walking import blocks

_SHORTEST = {"zh": 2, "en": 3}


class Defined(NamedTuple):
    """A term entry as its links show it."""

    address: str
    definition: str


class Use(NamedTuple):
    """Characters that are a term."""

    start: int
    end: int
    entry: Defined


class TermFinder:
    """Finds the terms of a document in its texts; of two that overlap the longer one counts."""

    def __init__(self, document: Document) -> None:
        language = "en" if document.meta.language.startswith("en") else "zh"
        self.entries: dict[str, Defined] = {}
        self.by_address: dict[str, Defined] = {}
        for _, block in blocks(document):
            if isinstance(block, Term) and block.address:
                self._take(block, language)
        words = sorted(self.entries, key=len, reverse=True)
        edge = r"\b" if language == "en" else ""
        plural = "(?:e?s)?" if language == "en" else ""
        alternatives = "|".join(map(re.escape, words))
        self.pattern = (
            re.compile(f"{edge}({alternatives}){plural}{edge}", re.IGNORECASE) if words else None
        )

    def _take(self, term: Term, language: str) -> None:
        said = dict(term.definitions)
        text = said.get(language) or next(iter(said.values()), None)
        entry = Defined(term.address, text.content if text else "")
        self.by_address[term.address] = entry
        for one in term.designations:
            words = one.text.content.strip()
            if (
                one.kind == "term"
                and one.status != "deprecated"
                and one.language[:2] in (language, "")
                and len(words) >= _SHORTEST[language]
            ):
                self.entries.setdefault(words.casefold(), entry)

    def uses(self, content: str, inside: str) -> Iterator[Use]:
        """The first use of each term in a text that does not stand in the term's own entry."""
        if self.pattern is None:
            return
        seen: set[str] = set()
        for found in self.pattern.finditer(content):
            entry = self.entries.get(found[1].casefold())
            if entry is None or entry.address in seen or inside.startswith(entry.address):
                continue
            seen.add(entry.address)
            yield Use(found.start(), found.end(), entry)
