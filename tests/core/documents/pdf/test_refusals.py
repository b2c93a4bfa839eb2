"""What cannot be read is refused with a sentence that says what to do."""

import pytest

from guiju.core.documents import pdf
from guiju.core.documents.pdf import reading
from guiju.core.errors import InputError

from .pages import line, words
from .pages import pdf as made

CASES = (
    (b"", pdf.BrokenPdf),
    (b"no PDF at all", pdf.BrokenPdf),
    (b"%PDF-1.7\n" + bytes(range(256)), pdf.BrokenPdf),
    (made(words(70, 700, "1 Scope"), encrypt=True), pdf.EncryptedPdf),
    (made("0 0 100 100 re f\n", "0 0 1 1 re f\n"), pdf.ScannedPdf),
    (made(f"BT /C 10 Tf 70 700 Td <{'E9F0' * 40}> Tj ET\n"), pdf.GarbledPdf),
)


@pytest.mark.parametrize(("data", "error"), CASES)
def test_refusals(data: bytes, error: type[InputError]) -> None:
    with pytest.raises(error) as raised:
        pdf.read(data, name="例.pdf")
    assert "例.pdf" in raised.value.sentence.zh
    assert "例.pdf" in raised.value.sentence.en


@pytest.mark.parametrize("bound", ["MOST_BYTES", "MOST_PAGES", "MOST_SIGNS", "MOST_SHAPES"])
def test_bounds(bound: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, bound, 1)
    pages = [words(70, 700, "1 Scope of this example") + line(70, 690, 90, 690)] * 2
    with pytest.raises(pdf.HugePdf):
        pdf.read(made(*pages), name="例.pdf")


BOXES = ("-20000 -20000 20000 20000", "0 0 0 0", "595 842 0 0", "-100 -100 495 742")


@pytest.mark.parametrize("box", BOXES)
def test_pages_of_any_size_are_read(box: str) -> None:
    data = made(words(70, 700, "1 Scope") + words(70, 680, "This is an example."), box=box)
    assert [one.text.content for one in pdf.lines(data)] == ["1 Scope", "This is an example."]


def test_a_page_full_of_lines_is_no_table() -> None:
    drawn = "".join(line(at % 500, at % 790, at % 480 + 40, at % 770 + 60) for at in range(4000))
    (only,) = pdf.lines(made(words(70, 810, "1 Scope of this example") + drawn))
    assert only.text.content == "1 Scope of this example"
