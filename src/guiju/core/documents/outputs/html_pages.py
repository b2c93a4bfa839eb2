"""A page around the text (独立网页), for a file of its own."""

from guiju.core.documents.model import Document
from guiju.core.documents.outputs.html_parts import attributes, escaped, language


def page(document: Document, inside: str) -> str:
    """A whole HTML file, without style or script."""
    meta = document.meta
    own = dict(reversed(meta.titles)).get(meta.language) or next((t for _, t in meta.titles), "")
    title = escaped(" ".join(one for one in (meta.number, own) if one) or "—")
    return (
        f"<!DOCTYPE html>\n<html{attributes(lang=language(meta.language))}>\n"
        f'<head><meta charset="utf-8"><title>{title}</title></head>\n'
        f"<body>\n<main>{inside}</main>\n</body>\n</html>\n"
    )
