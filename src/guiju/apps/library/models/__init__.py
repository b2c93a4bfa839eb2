"""The models of the library (标准文本)."""

from guiju.apps.library.models.parts import Doubt, Passage, TermEntry
from guiju.apps.library.models.texts import Image, Text

__all__ = ["Doubt", "Image", "Passage", "TermEntry", "Text"]
