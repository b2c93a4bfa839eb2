"""What our DOCX keeps when LibreOffice opens and saves it: words that went, and what changed its place.

python bench/docx_office.py: real documents from the folder that GUIJU_SHARED names, or ../shared, are
written, converted by soffice (skipped where it is not installed), and read again. Beside it stands
the same file read without the way through LibreOffice.
"""

import os
import re
import shutil
import subprocess
import tempfile
import time
from collections import Counter
from pathlib import Path

from guiju.core.documents import docx
from guiju.core.documents.model import Document
from guiju.core.documents.reading import read
from guiju.core.documents.structure.left import letters, strings
from guiju.core.documents.walking import blocks, sections

NAMES = ("rice-body-zh.adoc", "rice-body-en.adoc", "rice-gb.xml", "rice-en.cd.metanorma.xml")
SHARED = Path(os.environ.get("GUIJU_SHARED", str(Path(__file__).resolve().parents[2] / "shared")))


def words(document: Document) -> set[str]:
    """Runs of letters that are long enough to be looked for."""
    found = re.findall(r"\w+", "\n".join(strings(document.sections)))
    return {letters(one) for one in found if len(letters(one)) > 3}


def shape(document: Document) -> Counter[str]:
    """How many clauses, and blocks of each kind."""
    kinds = Counter(type(block).__name__ for _, block in blocks(document))
    return kinds + Counter(clauses=sum(1 for _ in sections(document)))


def through_office(data: bytes, folder: Path) -> bytes:
    source, target = folder / "a.docx", folder / "out"
    source.write_bytes(data)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "docx",
        "--outdir",
        str(target),
        str(source),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return (target / "a.docx").read_bytes()


def row(name: str, folder: Path) -> None:
    reading = read((SHARED / "data/documents/metanorma" / name).read_bytes(), name)
    data = docx.write(reading.document, images=reading.images)
    own = docx.read(data).document
    began = time.perf_counter()
    other = docx.read(through_office(data, folder)).document
    seconds = time.perf_counter() - began
    there = letters("".join(strings(other)))
    lost = [one for one in words(own) if one not in there and one not in addresses(own)]
    moved = shape(own) - shape(other)
    print(f"{name:<28}{len(words(own)):>8}{len(lost):>8}{seconds:>9.1f}  {dict(moved)}")


def addresses(document: Document) -> str:
    """Addresses are no words of the text."""
    return letters("".join(block.address for _, block in blocks(document)))


def main() -> None:
    if shutil.which("soffice") is None:
        print("soffice is not installed: skipped")
        return
    print(f"{'':<28}{'words':>8}{'lost':>8}{'seconds':>9}  blocks read as others")
    for name in NAMES:
        with tempfile.TemporaryDirectory() as folder:
            row(name, Path(folder))


if __name__ == "__main__":
    main()
