"""A text as HTML (阅读页): plain functions from the tree to safe markup, without scripts or styles.

pieces(document, look) → (Piece, …)   headings and blocks in reading order, each with its address
outline(document, look) → markup      the table of contents
"""

from guiju.apps.library.rendering.look import Hit, Look, Marked, Standing
from guiju.apps.library.rendering.outline import outline
from guiju.apps.library.rendering.pieces import Piece, pieces

__all__ = ["Hit", "Look", "Marked", "Piece", "Standing", "outline", "pieces"]
