"""Which number at the start of a line is a label, and which may follow which."""

import pytest

from guiju.core.documents.structure import labels

READ = (
    ("5.4.10 标题", "5.4.10"),
    ("5.4.10　标题", "5.4.10"),
    ("５．４　标题", "5.4"),
    ("1范围", "1"),
    ("A.1.2 方法", "A.1.2"),
    ("A. 1 方法", "A.1"),
    ("3.1", "3.1"),
    ("1. Scope", "1"),
    ("7.10 3,3'-二氯", "7.10"),
    ("3.5 mm", None),
    ("2.0", None),
    ("20 kg 重物", None),
    ("3.5%", None),
    ("5.4.1的检验", None),
    ("6至12岁", None),
    ("1——边线", None),
    ("2024年", None),
    ("1 500 h后", None),
    ("5.9、5.10", None),
    ("0.5 要求", None),
    ("3) 样品", None),
    ("", None),
)


@pytest.mark.parametrize(("text", "label"), READ)
def test_reads_a_label(text: str, label: str | None) -> None:
    found = labels.read(text)
    assert (found.text if found else None) == label


FOLLOWS = (
    ("1", "", "next"),
    ("2", "1", "next"),
    ("5.1", "5", "next"),
    ("5.4.10", "5.4.9", "next"),
    ("5.5", "5.4.10", "next"),
    ("6", "5.5.2.1", "next"),
    ("A.1", "A", "next"),
    ("A.2", "A.1.3", "next"),
    ("5.6", "5.4", "gap"),
    ("5.5.1", "5.4.2", "gap"),
    ("5.4", "5.4", ""),
    ("5.3", "5.4", ""),
    ("5.9", "5.4", ""),
    ("B.1", "A.2", ""),
    ("4.1", "B.4", ""),
    ("6.12", "6.2.3", ""),
)


@pytest.mark.parametrize(("label", "last", "answer"), FOLLOWS)
def test_follows(label: str, last: str, answer: str) -> None:
    before = tuple(last.split(".")) if last else ()
    assert labels.follows(tuple(label.split(".")), before) == answer
