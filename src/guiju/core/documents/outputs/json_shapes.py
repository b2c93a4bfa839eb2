"""Which names the JSON has (JSON 的名称): what the model itself does not say."""

from guiju.core.documents.model import (
    Figure,
    Footnote,
    Formula,
    Items,
    Meta,
    Note,
    Opaque,
    Paragraph,
    Quote,
    Reference,
    Table,
    Term,
)

TYPES: dict[str, type] = {
    "paragraph": Paragraph,
    "items": Items,
    "note": Note,
    "table": Table,
    "figure": Figure,
    "formula": Formula,
    "quote": Quote,
    "reference": Reference,
    "term": Term,
    "footnote": Footnote,
    "opaque": Opaque,
}
TYPE_OF = {made: name for name, made in TYPES.items()}
PAIRS: dict[tuple[type, str], tuple[str, str]] = {
    (Meta, "titles"): ("language", "title"),
    (Meta, "adopts"): ("number", "degree"),
    (Term, "definitions"): ("language", "text"),
}
