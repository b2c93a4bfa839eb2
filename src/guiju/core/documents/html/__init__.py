"""HTML pages (网页): headings, paragraphs, lists, tables, formulas; nothing is fetched or run.

read(data, name=…) -> Reading
"""

from guiju.core.documents.html.parsing import BrokenHtml
from guiju.core.documents.html.reading import read

__all__ = ["BrokenHtml", "read"]
