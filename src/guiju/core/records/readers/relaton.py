"""Relaton bibliographic items, YAML and JSON, of both generations of the model (Relaton 著录).

A file holds one item, a list of them, or several YAML documents. Relations to which the catalogue
has no type stay in `extra`, so that nothing is lost.
"""

from collections.abc import Iterator
from reprlib import Repr
from typing import Any

from guiju.core.decoding import decode
from guiju.core.records.model import Record
from guiju.core.records.readers.base import (
    DEFAULT,
    BadRecord,
    Limits,
    Refused,
    Source,
    name_of,
    read_whole,
)
from guiju.core.records.readers.bearable import bearable
from guiju.core.records.readers.json_text import load_json
from guiju.core.records.readers.lines import excerpt
from guiju.core.records.readers.relaton_item import record_of
from guiju.core.records.readers.yaml_text import load_yaml

_SHORTLY = Repr()  # aliases can make of a small item a text without end
_SHORTLY.maxlevel, _SHORTLY.maxstring, _SHORTLY.maxother = 3, 200, 200


def read(
    source: Source, *, as_of: str = "", skip: int = 0, limits: Limits = DEFAULT
) -> Iterator[Record | Refused]:
    """The items of a file, those after the first `skip`."""
    name = name_of(source)
    text, _ = decode(read_whole(source, limits.file), name=name)
    for position, item in enumerate(_items(text.lstrip("\ufeff"), limits), 1):
        if position <= skip:
            continue
        if isinstance(item, BadRecord):
            yield Refused(position, item.reason, excerpt(text))
            continue
        try:
            yield bearable(record_of(item, as_of))
        except BadRecord as bad:
            yield Refused(position, bad.reason, excerpt(_SHORTLY.repr(item)))


def _items(text: str, limits: Limits) -> Iterator[Any]:
    """Each item, or the reason for which the rest of the text cannot be read."""
    try:
        if text.lstrip()[:1] in ("{", "["):
            yield from _spread(load_json(text))
        else:
            for document in load_yaml(text, limits.aliases):
                yield from _spread(document)
    except BadRecord as bad:
        yield bad


def _spread(content: Any) -> Iterator[Any]:
    """A list, a collection (`items`) or one item, wrapped in `bibitem` or `bibdata` or bare."""
    if isinstance(content, dict):
        for name in ("root", "relaton-collection"):
            content = content.get(name, content) if isinstance(content, dict) else content
    inner = content.get("items") if isinstance(content, dict) else content
    if isinstance(inner, list):
        for one in inner:
            yield _bare(one)
    elif content is not None:
        yield _bare(content)


def _bare(item: Any) -> Any:
    if isinstance(item, dict):
        for name in ("bibdata", "bibitem"):
            if isinstance(item.get(name), dict):
                return item[name]
    return item
