"""The recogniser of structure (结构识别): lines of running text to the tree of a standard.

build(lines, meta=…, images=…, footnotes=…) -> Reading
"""

from guiju.core.documents.structure.building import build
from guiju.core.documents.structure.seen import TooLarge

__all__ = ["TooLarge", "build"]
