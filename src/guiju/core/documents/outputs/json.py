"""A document as JSON (JSON 格式): every field of the model under its name, addresses among them.

A block says its kind as `type`. Pairs are objects with names. What is absent on the way back has
the model's default; an unknown name is refused, so that a misspelt one cannot be lost.
"""

from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from guiju.core.documents.model import Document
from guiju.core.documents.outputs.errors import NotADocument
from guiju.core.documents.outputs.json_shapes import PAIRS, TYPE_OF
from guiju.core.documents.outputs.json_values import Decoder

FORMAT = "guiju.document/1"


def to_json(document: Document) -> dict[str, Any]:
    """The whole tree as plain values."""
    return {"format": FORMAT, **_plain(document)}


def from_json(value: Any) -> Document:
    """The document that such a value says. Raises NotADocument with the place that is wrong."""
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise NotADocument(
            "format", reason_zh=f"应为“{FORMAT}”", reason_en=f"“{FORMAT}” is expected"
        )
    rest = {name: one for name, one in value.items() if name not in ("format", "images", "doubts")}
    document: Document = Decoder().value(Document, rest, "")
    return document


def _plain(one: Any) -> Any:
    if isinstance(one, str | int | bool) or one is None:
        return one
    if hasattr(one, "_asdict"):
        return one._asdict()
    if isinstance(one, tuple):
        return [_plain(part) for part in one]
    made: dict[str, Any] = {}
    kind = TYPE_OF.get(type(one))
    if kind:
        made["type"] = kind
    for field in fields(one):
        value = getattr(one, field.name)
        names = PAIRS.get((type(one), field.name))
        if names:
            value = [dict(zip(names, map(_plain, pair), strict=True)) for pair in value]
        made[field.name] = _plain(value) if not names else value
    return made


def of_images(images: Mapping[str, bytes]) -> dict[str, str]:
    """Pictures by name, in base 64; they stand beside the tree as `images`."""
    return {name: b64encode(content).decode() for name, content in images.items()}


def images_of(value: Mapping[str, Any]) -> dict[str, bytes]:
    """The pictures that stand beside the tree. Raises NotADocument."""
    given = value.get("images", {})
    if not isinstance(given, dict):
        raise NotADocument("images", reason_zh="应为对象", reason_en="an object is expected")
    made: dict[str, bytes] = {}
    for name, content in given.items():
        try:
            made[name] = b64decode(content, validate=True)
        except (TypeError, ValueError):
            raise NotADocument(
                f"images/{name[:60]}", reason_zh="应为 base64 文字", reason_en="base 64 is expected"
            ) from None
    return made
