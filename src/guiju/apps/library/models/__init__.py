"""The models of the library (标准文本)."""

from guiju.apps.library.models.marks import Mark
from guiju.apps.library.models.parts import Doubt, Passage, TermEntry
from guiju.apps.library.models.rule_offs import RuleOff
from guiju.apps.library.models.texts import Image, PassageTask, Text

__all__ = ["Doubt", "Image", "Mark", "Passage", "PassageTask", "RuleOff", "TermEntry", "Text"]
