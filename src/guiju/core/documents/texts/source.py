"""The rows of a text file (文本的行): decoded, stray NULs left out, numbered from 1."""

from guiju.core.decoding import decode, without_nuls
from guiju.core.documents.texts.doubts import Told

Row = tuple[int, str]


def rows_of(data: bytes, name: str, told: Told) -> list[Row]:
    """The lines of a file. Raises NotText and Undecodable."""
    clean = without_nuls(data)
    if len(clean) < len(data):
        told.add("nul", str(len(data) - len(clean)))
    text, _ = decode(clean, name=name)
    return list(enumerate(text.lstrip("\ufeff").splitlines(), 1))
