"""From an entry to the document that the index keeps."""

from collections.abc import Iterable

from tantivy import Document, PreTokenizedString

from guiju.core.records.facts import ALWAYS, NEVER, Span
from guiju.search import pinyin
from guiju.search.analysis import FENCE, grams, number_forms, prefixes, title_key, tokens
from guiju.search.entry import Entry
from guiju.search.folding import fold
from guiju.search.hierarchy import with_parents
from guiju.search.layout import Layout
from guiju.search.rows import add_row
from guiju.search.schema import DAYS, build

_TITLE_SORT = 120
_NUMBER_SORT = 240
_FOREVER = tuple(NEVER for _ in DAYS)


def document(entry: Entry) -> Document:
    """The entry, cut and laid into fields."""
    made = Document()
    made.add_integer("id", entry.id)
    add_row(made, entry)
    _add_words(made, entry)
    _add_numbers(made, entry)
    _add_pinyin(made, entry)
    _add_filters(made, entry)
    _add_order(made, entry)
    return made


def stream(texts: Iterable[str]) -> list[str]:
    """The tokens of some texts; no phrase runs from one into the next."""
    found: list[str] = []
    for text in texts:
        if text:
            found.extend(tokens(text))
            found.append(FENCE)
    return found


def _add_words(made: Document, entry: Entry) -> None:
    title = stream(entry.titles.values())
    names = stream((*entry.names, *entry.committees, *entry.ics, *entry.ccs))
    rest = stream((*entry.abstracts.values(), *entry.text, *entry.numbers))
    words = [*title, *names, *rest]
    made.add_text("title", " ".join(title))
    made.add_text("names", " ".join(names))
    made.add_text("words", " ".join(words))
    made.add_text("begins", " ".join(prefixes(words)))
    for key in {title_key(title) for title in entry.titles.values() if title}:
        made.add_text("title_key", key)


def _add_numbers(made: Document, entry: Entry) -> None:
    triples, short = grams(number_forms((entry.number, *entry.numbers), entry.keys))
    made.add_text("triples", " ".join(triples))
    made.add_text("short", " ".join(short))
    for key in dict.fromkeys(entry.keys):
        made.add_text("key", key)


def _add_pinyin(made: Document, entry: Entry) -> None:
    found = pinyin.runs((*entry.titles.values(), *entry.names))
    if not found:
        return
    spoken = pinyin.placed(pinyin.spoken(found))
    initials = pinyin.placed(pinyin.initials(found))
    made.add_pre_tokenized_text("spoken", PreTokenizedString("", spoken))
    made.add_pre_tokenized_text("initials", PreTokenizedString("", initials))


def _add_filters(made: Document, entry: Entry) -> None:
    facets = {
        "level": (entry.level,),
        "nature": (entry.nature,),
        "kind": (entry.kind,),
        "ics": with_parents("ics", entry.ics),
        "ccs": with_parents("ccs", entry.ccs),
        "committee": entry.committees,
        "issuer": entry.issuers,
        "region": with_parents("region", (entry.region,)),
    }
    for name, values in facets.items():
        for value in dict.fromkeys(values):
            if value:
                made.add_text(name, value)
    if entry.year is not None:
        made.add_integer("year", entry.year)
    add_life(made, entry.span)


def add_life(made: Document, span: Span | None) -> None:
    """The days from which the state on any day follows."""
    for name, day in zip(DAYS, _days(span), strict=True):
        made.add_integer(name, day)
    made.add_text("end_state", span.end_state if span else "")


def _days(span: Span | None) -> tuple[int, ...]:
    """One for each of DAYS; no state begins after the day on which it ends."""
    if span is None:
        return (ALWAYS, *_FOREVER[1:])
    force_to = min(span.end_lo, span.end_hi)
    upcoming_to = min(span.effective_lo, span.effective_hi, force_to)
    return (
        min(span.issued_lo, span.issued_hi, upcoming_to),
        min(span.issued_hi, upcoming_to),
        upcoming_to,
        min(span.effective_hi, force_to),
        force_to,
        span.end_hi,
    )


def _add_order(made: Document, entry: Entry) -> None:
    """Each order is total, so that pages of a list neither overlap nor leave a gap."""
    place = f"\x00{entry.id:020d}"
    first = next((title for title in entry.titles.values() if title), "")
    made.add_text("by_number", (entry.sort or entry.number)[:_NUMBER_SORT] + place)
    made.add_text("by_title", pinyin.in_order(fold(first)[:_TITLE_SORT]) + place)
    day = entry.span.issued_hi if entry.span and entry.span.issued_hi < NEVER else 0
    made.add_integer("by_newest", day << 40 | entry.id)
    made.add_integer("by_changed", entry.changed << 40 | entry.id)
    made.add_integer("work", entry.work)
    made.add_float("weight", _weight(entry))


def _weight(entry: Entry) -> float:
    """How much an edition counts beside its like: the newest that lives first, supplements last.

    A score is multiplied by log2(2 + weight).
    """
    lives = entry.span is None or entry.span.end_hi >= NEVER
    return 0.0 + 0.35 * entry.newest + 0.2 * lives + 0.15 * (not entry.supplement)


LAYOUT: Layout[Entry] = Layout(build, lambda entry: (document(entry),))
