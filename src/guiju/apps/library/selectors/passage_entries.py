"""What the index of passages is told of texts (条款索引条目): those that are published."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, get_args

from guiju.apps.catalogue.selectors.facts import span_of
from guiju.apps.library.models import Passage, Text
from guiju.apps.library.selectors.documents import document_by_name, open_part
from guiju.core.documents.model import SectionKind
from guiju.core.documents.model import Text as Words
from guiju.core.documents.walking import blocks, sections
from guiju.core.drafting.provisions import Place, classify
from guiju.core.drafting.sentences import sentences
from guiju.search import passages as index

BATCH = 20  # texts read at a time
_SECTIONS = frozenset(get_args(SectionKind))
_WORDLESS = frozenset({"figure", "formula"})
_INFORMS = frozenset({"foreword", "introduction", "bibliography", "index", "contents"})
_DEMANDS = frozenset({"requirement", "instruction"})
_FIRST, _THEN, _LAST = 0, 1, 2


def all_entries() -> Iterator[index.TextEntry]:
    """Every published text, in order of the database key, in bounded memory."""
    last = 0
    rows = Text.objects.filter(state=Text.State.PUBLISHED).order_by("pk")
    while pks := list(rows.filter(pk__gt=last).values_list("pk", flat=True)[:BATCH]):
        yield from entries_of(pks)
        last = pks[-1]


def entries_of(pks: list[int]) -> list[index.TextEntry]:
    """The entries of those that are published, in two queries however many they are."""
    rows = Text.objects.filter(pk__in=pks, state=Text.State.PUBLISHED)
    texts = list(rows.select_related("edition").order_by("pk"))
    passages: defaultdict[int, list[Passage]] = defaultdict(list)
    for one in Passage.objects.filter(text__in=[text.pk for text in texts]):
        passages[one.text_id].append(one)
    return [_entry(text, passages[text.pk]) for text in texts]


def _entry(text: Text, passages: list[Passage]) -> index.TextEntry:
    edition = text.edition
    is_open = _open_addresses(text)
    return index.TextEntry(
        id=text.pk,
        number=edition.key,
        display=edition.display,
        sort=edition.sort,
        language=text.language,
        span=span_of(edition),
        passages=tuple(
            _passage(one, text.language, is_open=is_open is None or one.address in is_open)
            for one in passages
        ),
    )


def _open_addresses(text: Text) -> set[str] | None:
    """What all may read of a text that is not open; None: all of it. A file that is lost opens nothing."""
    if text.is_open:
        return None
    try:
        document = open_part(document_by_name(str(text.sts.name), text.sts_digest))
    except OSError:
        return set()
    found = {path[-1].address for path in sections(document)}
    return found | {block.address for _, block in blocks(document)}


def _passage(one: Passage, language: str, *, is_open: bool) -> index.Passage:
    modality = _modality(one, language)
    return index.Passage(
        order=one.order,
        address=one.address,
        kind=one.kind,
        label=one.label,
        title=one.title,
        plain=one.plain,
        modality=modality,
        rank=_rank(one.kind, modality),
        is_open=is_open,
    )


def _rank(kind: str, modality: tuple[str, ...]) -> int:
    """What demands comes first; a table is taken for one of limits."""
    if kind in _INFORMS:
        return _LAST
    return _FIRST if kind == "table" or not _DEMANDS.isdisjoint(modality) else _THEN


def _modality(one: Passage, language: str) -> tuple[str, ...]:
    """The kinds of its sentences, each once; headings say nothing."""
    if one.kind in _WORDLESS:
        return ()
    section: Any = one.kind if one.kind in _SECTIONS else "clause"
    place = Place(section=section, part="definition" if one.kind == "term" else "body")
    lines = [line for line in one.plain.split("\n") if line != one.title]
    found = (
        classify(sentence, language, place).kind
        for line in lines
        for sentence in sentences(Words(line))
    )
    return tuple(dict.fromkeys(found))
