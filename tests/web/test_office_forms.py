"""Forms as LibreOffice opens them: portrait and landscape, all on their pages."""

from datetime import date

import pypdfium2
import pytest

from guiju.core.forms.comments.model import CommentRow
from guiju.core.forms.comments.writing import write_comments
from guiju.core.forms.files.rulebook import form
from guiju.core.forms.filling import fill
from guiju.core.forms.writing.writing import write_form
from guiju.web import office

needs_office = pytest.mark.skipif(not office.is_there(), reason="LibreOffice is not installed")


@needs_office
@pytest.mark.once
def test_a_long_table_repeats_its_head_and_counts_its_pages():
    rows = [CommentRow(clause=f"5.{at}", text=f"示例意见 {at}") for at in range(60)]
    pdf = pypdfium2.PdfDocument(office.pdf_of_docx(write_comments(rows, {}, {})))
    texts = ["".join(page.get_textpage().get_text_range().split()) for page in pdf]
    assert len(texts) > 1
    assert all("标准章条编号" in text for text in texts[:-1])
    assert [f"共{len(texts)}页第{at}页" in text for at, text in enumerate(texts, 1)] == [
        True
    ] * len(texts)
    assert {page.get_width() > page.get_height() for page in pdf} == {True}


@needs_office
@pytest.mark.once
def test_a_letter_is_one_upright_page():
    data = write_form(fill(form("consultation-notice", date(2026, 1, 1)), {}))
    pdf = pypdfium2.PdfDocument(office.pdf_of_docx(data))
    assert [page.get_width() < page.get_height() for page in pdf] == [True]
