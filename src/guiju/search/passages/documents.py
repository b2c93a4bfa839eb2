"""From a text to the documents that the index keeps, one a passage."""

from collections.abc import Iterator

from tantivy import Document

from guiju.search.analysis import prefixes
from guiju.search.documents import add_life, stream
from guiju.search.layout import Layout
from guiju.search.passages.entry import Passage, TextEntry
from guiju.search.passages.rows import add_row, body_of
from guiju.search.passages.schema import build

_NUMBER_SORT = 240


def documents(entry: TextEntry) -> Iterator[Document]:
    """The passages, cut and laid into fields."""
    for one in entry.passages:
        made = Document()
        made.add_integer("id", entry.id)
        add_row(made, entry, one)
        _add_words(made, one)
        made.add_text("language", entry.language)
        made.add_text("kind", one.kind)
        for kind in dict.fromkeys(one.modality):
            made.add_text("modality", kind)
        made.add_integer("rank", one.rank)
        made.add_integer("is_open", int(one.is_open))
        add_life(made, entry.span)
        sort = (entry.sort or entry.number)[:_NUMBER_SORT]
        made.add_text("place", f"{sort}\x00{entry.id:020d}\x00{one.order:08d}")
        yield made


def _add_words(made: Document, one: Passage) -> None:
    title = stream((one.title,))
    words = stream((one.title, body_of(one.title, one.plain)))
    made.add_text("title", " ".join(title))
    made.add_text("words", " ".join(words))
    made.add_text("begins", " ".join(prefixes(words)))


LAYOUT: Layout[TextEntry] = Layout(build, documents)
