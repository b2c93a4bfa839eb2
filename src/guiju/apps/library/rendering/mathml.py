"""Formulas of a file on a page (公式): only what MathML needs passes."""

from functools import lru_cache

from django.utils.safestring import SafeString, mark_safe

from guiju.core.documents.outputs.mathml import safe


@lru_cache(maxsize=2000)
def mathml(source: str, *, block: bool = False) -> SafeString | None:
    """The formula, or None where it cannot be read."""
    drawn = safe(source, display=block)
    return mark_safe(drawn) if drawn else None  # noqa: S308 - known elements and attributes only
