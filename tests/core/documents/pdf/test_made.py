"""PDFs as programs make them (示例文件): the tree that is read is the tree that was written.

office.pdf is our DOCX, its tables without upright lines (三线表), exported by LibreOffice, with a table
on two pages, footnotes, a picture and a formula. browser.pdf is a page in the look of GB/T printed by
Chromium: tight type, such tables, one of them on a wide page, notes below the last line. Both texts
are examples; beside each stands the tree from which it was written.
"""

from pathlib import Path

import pytest

from guiju.core.documents import pdf
from tests.core.documents.trees import dumped

MADE = Path(__file__).parent / "made"


@pytest.mark.parametrize("name", ["office", "browser"])
def test_what_was_written_is_read(name: str) -> None:
    reading = pdf.read((MADE / f"{name}.pdf").read_bytes(), name=name)
    assert dumped(reading.document) == (MADE / f"{name}.txt").read_text("utf-8")
    assert [one.code for one in reading.doubts] == []
