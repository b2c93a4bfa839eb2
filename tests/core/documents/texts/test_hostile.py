"""Texts made to be slow are read all the same."""

import pytest

from guiju.core.documents.pointers import linked
from guiju.core.documents.texts import asciidoc, markdown, plain

SIGNS = (
    ".",
    "—",
    "1.",
    "[",
    "<<",
    "**",
    "_a",
    "(a)",
    "|",
    "$",
    "[a]#",
    "a::",
    "![",
    "表1",
    "stem:[",
)


@pytest.mark.parametrize("read", [plain.read, markdown.read, asciidoc.read])
@pytest.mark.parametrize("sign", SIGNS)
def test_one_sign_many_times(read, sign: str) -> None:
    reading = read(f"== 1 范围\n\n甲{sign * 12_000}\n".encode())
    assert len(linked(reading.document).sections) == len(reading.document.sections)
