"""Metanorma XML (元规范 XML), semantic or presentation, of the ISO and GB flavours.

read(data) -> Reading
"""

from guiju.core.documents.metanorma.reading import read

__all__ = ["read"]
