"""How long it takes to read PDFs into trees, beside pdfium's own plain text of the same files.

python bench/pdf_documents.py FILE.pdf …: seconds of processor a page, the best of three. Without a
file the examples of the tests are read.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium

from guiju.core.documents import pdf

EXAMPLES = Path(__file__).parents[1] / "tests" / "core" / "documents" / "pdf" / "made"


def best(work: Callable[[], Any]) -> float:
    taken = []
    for _ in range(3):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


def flat(data: bytes) -> list[str]:
    """The peer: characters in the order of the file, no structure."""
    document = pdfium.PdfDocument(data)
    texts = [document[at].get_textpage().get_text_range() for at in range(len(document))]
    document.close()
    return texts


def main() -> None:
    print(f"{'file':24} pages  tree s/page  flat text s/page")
    for name in sys.argv[1:] or sorted(map(str, EXAMPLES.glob("*.pdf"))):
        data = Path(name).read_bytes()
        pages = len(flat(data))
        tree, text = best(lambda: pdf.read(data)) / pages, best(lambda: flat(data)) / pages  # noqa: B023
        print(f"{Path(name).name:24} {pages:5}  {tree:11.4f}  {text:16.4f}")


if __name__ == "__main__":
    main()
