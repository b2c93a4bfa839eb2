"""Writing DOCX (写出): the page of GB/T 1.1, whose measures stand in rulebook/drafting/layout.yaml."""

from guiju.core.documents.docx.writing.whole import write

__all__ = ["write"]
