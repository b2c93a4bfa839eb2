"""Markdown as OCR makes it (OCR 产生的 Markdown): wrong levels, bold headings, broken paragraphs.

The number of a heading decides where it stands, not the count of its #.

read(data, name=…) -> Reading
"""

from guiju.core.documents.texts.markdown.reading import read

__all__ = ["read"]
