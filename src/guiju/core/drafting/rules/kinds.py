"""What kind of standard it is (标准的功能类型), by the words of its title."""

import re

from guiju.core.drafting.rulebook import words
from guiju.core.drafting.rules.context import Context


def title(context: Context) -> str:
    """The title on the cover in the document's language."""
    found = [text for language, text in context.document.meta.titles if _same(language, context)]
    return found[0] if found else ""


def kind_of(context: Context) -> str:
    """vocabulary, symbols, classification, test, specification, practice, guidance, or ""."""
    name = title(context)
    for kind, endings in words("title_words").items():
        for ending in endings[context.language]:
            if re.search(ending, name, re.I):
                return str(kind)
    return ""


def is_vocabulary(context: Context) -> bool:
    """A standard of terms or symbols: its entries are the core."""
    return kind_of(context) in ("vocabulary", "symbols")


def _same(language: str, context: Context) -> bool:
    return language.startswith(context.language)
