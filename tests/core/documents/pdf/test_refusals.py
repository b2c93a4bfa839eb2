"""What cannot be read is refused with a sentence that says what to do."""

import pytest

from guiju.core.documents import pdf
from guiju.core.documents.pdf import reading
from guiju.core.errors import InputError

from .pages import pdf as made
from .pages import words

CASES = (
    (b"", pdf.BrokenPdf),
    (b"no PDF at all", pdf.BrokenPdf),
    (b"%PDF-1.7\n" + bytes(range(256)), pdf.BrokenPdf),
    (made(words(70, 700, "1 Scope"), encrypt=True), pdf.EncryptedPdf),
    (made("0 0 100 100 re f\n", "0 0 1 1 re f\n"), pdf.ScannedPdf),
)


@pytest.mark.parametrize(("data", "error"), CASES)
def test_refusals(data: bytes, error: type[InputError]) -> None:
    with pytest.raises(error) as raised:
        pdf.read(data, name="例.pdf")
    assert "例.pdf" in raised.value.sentence.zh
    assert "例.pdf" in raised.value.sentence.en


@pytest.mark.parametrize("bound", ["MOST_BYTES", "MOST_PAGES"])
def test_bounds(bound: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, bound, 1)
    pages = [words(70, 700, "1 Scope of this example")] * 2
    with pytest.raises(pdf.HugePdf):
        pdf.read(made(*pages), name="例.pdf")
