"""What one index holds (索引结构): its fields, and what becomes of an entry. There are two of them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from tantivy import Document, Schema


class HasId(Protocol):
    """An entry is replaced as a whole, by its id."""

    @property
    def id(self) -> int: ...


E = TypeVar("E", bound=HasId)


@dataclass(frozen=True, slots=True)
class Layout(Generic[E]):
    """`documents` are those of an entry; the field `id` of each holds the id of the entry."""

    schema: Callable[[], Schema]
    documents: Callable[[E], Iterable[Document]]
