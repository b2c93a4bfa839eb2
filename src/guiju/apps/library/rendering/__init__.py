"""What the reading page adds to a text (阅读页): the day's standards, terms, findings, hits of a search.

The text itself is drawn by `core.documents.outputs.html`; a `Look` is its hooks.
"""

from guiju.apps.library.rendering.look import Hit, Look, Marked, Standing
from guiju.core.documents.outputs.html import Piece, outline, pieces

__all__ = ["Hit", "Look", "Marked", "Piece", "Standing", "outline", "pieces"]
