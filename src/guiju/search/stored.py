"""What both indexes keep of a thing, read when it is looked at (索引中的著录)."""

from abc import ABC, abstractmethod
from functools import cached_property
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from tantivy import DocAddress, Document, Searcher

from guiju.core.records.span import Span, state_of_span
from guiju.search.soundness import told


class Source(Protocol):
    """What the hits of one answer have in common; `day` is the one for which states are told."""

    @property
    def root(self) -> Path: ...
    @property
    def searcher(self) -> Searcher: ...
    @property
    def day(self) -> int: ...


class Spanned(Protocol):
    """A row of an edition, or of a part of one."""

    @property
    def span(self) -> Span | None: ...


SourceT = TypeVar("SourceT", bound=Source)
RowT = TypeVar("RowT", bound=Spanned)


class Stored(ABC, Generic[SourceT, RowT]):
    """One thing found. What is not looked at is not read from the index."""

    def __init__(self, source: SourceT, address: DocAddress) -> None:
        self._source = source
        self._address = address

    @abstractmethod
    def _read(self, document: Document) -> RowT: ...

    @cached_property
    def _document(self) -> Document:
        with told(self._source.root):
            return self._source.searcher.doc(self._address)

    @cached_property
    def row(self) -> RowT:
        return self._read(self._document)

    @property
    def state(self) -> str:
        """That of the edition on the day asked for."""
        span = self.row.span
        return state_of_span(span, self._source.day) if span else "unknown"
