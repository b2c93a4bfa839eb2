"""Terms where they are used (术语使用处): each is a link to its entry, with the definition."""

import re
from collections.abc import Iterator

from guiju.core.documents.model import Document, Mark, Term
from guiju.core.documents.walking import blocks

_SHORTEST = {"zh": 2, "en": 3}


class TermFinder:
    """Finds the terms of a document in its texts; of two that overlap the longer one counts."""

    def __init__(self, document: Document) -> None:
        language = "en" if document.meta.language.startswith("en") else "zh"
        self.addresses: dict[str, str] = {}  # by the word, its case folded
        self.definitions: dict[str, str] = {}  # by the address
        for _, block in blocks(document):
            if isinstance(block, Term) and block.address:
                self._take(block, language)
        words = sorted(self.addresses, key=len, reverse=True)
        edge = r"\b" if language == "en" else ""
        plural = "(?:e?s)?" if language == "en" else ""
        alternatives = "|".join(map(re.escape, words))
        self.pattern = (
            re.compile(f"{edge}({alternatives}){plural}{edge}", re.IGNORECASE) if words else None
        )

    def _take(self, term: Term, language: str) -> None:
        said = dict(term.definitions)
        text = said.get(language) or next(iter(said.values()), None)
        self.definitions[term.address] = text.content if text else ""
        for one in term.designations:
            words = one.text.content.strip()
            if (
                one.kind == "term"
                and one.status != "deprecated"
                and one.language[:2] in (language, "")
                and len(words) >= _SHORTEST[language]
            ):
                self.addresses.setdefault(words.casefold(), term.address)

    def definition(self, address: str) -> str:
        """What the entry of an address says."""
        return self.definitions.get(address, "")

    def uses(self, content: str, inside: str) -> Iterator[Mark]:
        """The first use of each term in a text that does not stand in the term's own entry."""
        if self.pattern is None:
            return
        seen: set[str] = set()
        for found in self.pattern.finditer(content):
            address = self.addresses.get(found[1].casefold())
            is_own = f"{inside}/".startswith(f"{address}/")
            if address and address not in seen and not is_own:
                seen.add(address)
                yield Mark(found.start(), found.end(), "term", address)
