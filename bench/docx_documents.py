"""How long it takes to write and read a DOCX of a long standard, beside python-docx opening it.

python bench/docx_documents.py [chapters]: the figures are seconds, the best of three.
"""

import io
import sys
import time
from collections.abc import Callable
from typing import Any

import docx as python_docx

from guiju.core.documents import docx
from guiju.core.documents import model as m
from guiju.core.documents.addresses import addressed

SENTENCE = "示例产品在规定的条件下应能正常工作，其各项性能应符合本文件的要求。"


def paragraph(words: str) -> m.Paragraph:
    return m.Paragraph(text=m.Text(words))


def clause(chapter: int, at: int) -> m.Section:
    label = f"{chapter}.{at}"
    rows = tuple(
        tuple(m.Cell(blocks=(paragraph(f"{row * column}"),), column=column) for column in range(4))
        for row in range(8)
    )
    table = m.Table(label=f"{chapter * 100 + at}", title=m.Text("限量"), head=(), body=rows)
    blocks = (*(paragraph(SENTENCE * 4) for _ in range(6)), table)
    return m.Section(kind="clause", label=label, title=m.Text("要求"), level=2, blocks=blocks)


def standard(chapters: int) -> m.Document:
    made = tuple(
        m.Section(
            kind="clause", label=str(one), title=m.Text("总则"), level=1,
            sections=tuple(clause(one, at) for at in range(1, 11)),
        )
        for one in range(1, chapters + 1)
    )  # fmt: skip
    return addressed(m.Document(meta=m.Meta(number="GB/T 99901—2030"), sections=made))


def best(work: Callable[[], Any]) -> float:
    taken = []
    for _ in range(3):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return min(taken)


def main() -> None:
    document = standard(int(sys.argv[1]) if len(sys.argv) > 1 else 40)
    data = docx.write(document)

    def peer() -> list[str]:
        opened = python_docx.Document(io.BytesIO(data))
        words = [one.text for one in opened.paragraphs]
        return words + [cell.text for table in opened.tables for cell in table._cells]

    print(f"file {len(data):,} bytes, {sum(map(len, peer())):,} characters")
    print(f"write                     {best(lambda: docx.write(document)):.2f} s")
    print(f"read to the tree          {best(lambda: docx.read(data)):.2f} s")
    print(f"python-docx, flat text    {best(peer):.2f} s")


if __name__ == "__main__":
    main()
