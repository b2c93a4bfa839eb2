"""What is written is read back: every form, and comments of any text."""

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from guiju.core.forms.comments.model import CommentRow
from guiju.core.forms.comments.reading import read_comments
from guiju.core.forms.comments.writing import write_comments
from guiju.core.forms.files.rulebook import forms
from guiju.core.forms.filling import fill
from guiju.core.forms.readers.reading import read_form
from guiju.core.forms.writing.writing import write_form
from tests.core.forms.samples import values

HEADER = {"title": "示例标准", "plan": "20260001-T-469", "drafter": "示例单位", "person": "示例人",
          "phone": "010-00000000", "filled_on": "2026-03-05"}  # fmt: skip
FOOTER = {"sent": "20", "replied": "12", "with_comments": "5", "silent": "8"}
KINDS = ("docx", "xlsx", "csv")

signs = st.sampled_from("条款应为是甲乙丙 ab19=+-@'\"，。；;,|\t\n（）(").map(str)
words = st.lists(signs, max_size=40).map("".join).map(str.strip)
named = words.map(lambda text: "示例" + text.replace("\n", " ").replace("\t", " "))


@st.composite
def comments(draw):
    disposition = draw(st.sampled_from(["", "adopted", "partly", "not_adopted"]))
    return CommentRow(
        clause=draw(st.sampled_from(["", "5", "5.1", "10.2.3", "附录A", "A.1", "前言"])),
        place=draw(st.sampled_from(["", "表1", "图 2", "第2段"])),
        line=draw(st.sampled_from(["", "12", "3-5"])),
        kind=draw(st.sampled_from(["", "ge", "te", "ed"])),
        text=draw(named.flatmap(lambda start: words.map(lambda end: (start + end).strip()))),
        original=draw(words),
        proposed=draw(words),
        by=draw(st.sampled_from(["", "示例人"])),
        unit=draw(st.sampled_from(["", "示例公司", "CN"])),
        disposition=disposition,
        reason=draw(words) if disposition else "",
        remark=draw(st.sampled_from(["", "备注示例\n第二行"])),
    )


def plain(rows):
    return [replace(one, row=0) for one in rows]


@pytest.mark.parametrize("kind", ["table", "iso"])
@pytest.mark.parametrize("file", KINDS)
@example(rows=[CommentRow(text="示例", proposed="'\t条")])
@example(rows=[CommentRow(text="示例", original="条", remark="备注示例\n第二行")])
@settings(max_examples=8)
@given(rows=st.lists(comments(), min_size=1, max_size=6))
def test_comments_come_back_as_they_were(kind, file, rows):
    # The columns of an ISO table are read as one: a place alone in a clause's cell is a place.
    read = read_comments(write_comments(rows, HEADER, FOOTER, kind, file), f"x.{file}")
    assert plain(read.rows) == rows
    assert read.problems == ()
    if kind == "table":
        assert read.around == HEADER | FOOTER


@pytest.mark.parametrize("file", KINDS)
def test_a_very_long_comment_is_whole(file):
    long = "示例" * 20_000 + "\n\n" + "\n".join(f"第{at}行" for at in range(300))
    rows = [CommentRow(clause="5.1", text=long), CommentRow(clause="5.2", text="=1+1")]
    read = read_comments(write_comments(rows, HEADER, FOOTER, "table", file), "x")
    assert plain(read.rows) == rows


@pytest.mark.parametrize("one", forms(), ids=lambda one: one.id)
@pytest.mark.parametrize("file", KINDS)
def test_every_form_comes_back(one, file):
    data = {"project": {"procedure": next(iter(one.serves), ""), "action": "revision"}}
    filled = fill(one, data, values(one))
    for language in ("zh", "en", "both"):
        written = write_form(filled, file, language)
        assert written == write_form(filled, file, language)
        found, problems = read_form(one, written, f"x.{file}")
        assert found == filled.values
        assert problems == ()


@pytest.mark.parametrize("one", forms(), ids=lambda one: one.id)
def test_a_blank_form_has_no_values(one):
    found, _ = read_form(one, write_form(fill(one, {})), "blank.docx")
    printed = {one.field("under").id} if one.id == "tbt-notification" else set()
    assert {key for key, value in found.items() if value} - printed == set()
