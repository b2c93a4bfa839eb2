"""AsciiDoc as Metanorma writes it (AsciiDoc): sections numbered as they will be printed.

read(data, name=…) -> Reading
"""

from guiju.core.documents.texts.asciidoc.reading import read

__all__ = ["read"]
