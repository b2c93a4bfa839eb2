"""Provisions and contradictions of whole documents."""

import itertools
import json

import pytest

from guiju.core.documents.model import Item, Items, Note, Term, Text
from guiju.core.drafting.provisions import conflicts, extract, provisions, to_json
from guiju.core.drafting.sentences import whole
from tests.shared_data import shared

from .making import document, paragraph, reference, section, table

MADE = document(
    section("", "前言", paragraph("本文件由示例协会提出。"), kind="foreword"),
    section("1", "范围", paragraph("本文件规定了示例面层的要求。"), kind="scope"),
    section(
        "2",
        "规范性引用文件",
        reference("GB/T 99999.1—2020"),
        kind="normative-references",
    ),
    section(
        "3",
        "术语和定义",
        Term(label="3.1", designations=(), definitions=(("zh", Text("示例场地的表层。")),)),
        kind="terms",
    ),
    section(
        "4",
        "要求",
        paragraph("面层应平整。面层宜为绿色。"),
        paragraph("面层应符合下列要求："),
        Items(
            items=(
                Item(label="a)", blocks=(paragraph("厚度不小于9 mm；"),)),
                Item(label="b)", blocks=(paragraph("坡度可按5.1测量。"),)),
            )
        ),
        Note(kind="note", label="注", blocks=(paragraph("颜色应与示例一致。"),)),
        table([["项目", "要求"]], [["硬度/度", "50~60"]]),
    ),
    section("5", "试验方法", paragraph("用游标卡尺测量厚度。")),
    section("A", "示例", paragraph("面层宜遮光。"), kind="annex", nature="informative"),
)


def test_every_sentence_in_order() -> None:
    assert [(one.address, one.kind, one.normative) for one in provisions(MADE)] == [
        ("foreword/p1/s1", "statement", False),
        ("1/p1/s1", "statement", True),
        ("3.1/s1", "statement", True),
        ("4/p1/s1", "requirement", True),
        ("4/p1/s2", "recommendation", True),
        ("4/p2/s1", "requirement", True),
        ("4/a/p1/s1", "requirement", True),
        ("4/b/p1/s1", "permission", True),
        ("4/note-1/p1/s1", "requirement", False),
        ("table-1/r2/c2/s1", "requirement", True),
        ("5/p1/s1", "instruction", True),
        ("A/p1/s1", "recommendation", False),
    ]


def test_an_item_takes_the_word_of_its_lead() -> None:
    item = next(one for one in provisions(MADE) if one.address == "4/a/p1/s1")
    assert [(one.characteristic, one.kind, one.address) for one in item.limits] == [
        ("厚度", "requirement", "4/a/p1/s1")
    ]


def test_as_json() -> None:
    one = next(one for one in provisions(MADE) if one.address == "table-1/r2/c2/s1")
    printed = json.loads(json.dumps(to_json(one)))
    assert {key: printed[key] for key in ("clause", "bindingness", "characteristic", "unit")} == {
        "clause": "4",
        "bindingness": "normative",
        "characteristic": "硬度",
        "unit": "度",
    }
    assert printed["interval"] == {
        "operator": "between",
        "written": "50~60",
        "unit": "度",
        "low": "50",
        "high": "60",
        "low_included": True,
        "high_included": True,
        "of": "",
    }


def test_a_document_that_agrees_with_itself() -> None:
    assert conflicts(MADE) == ()


def found(*given: tuple[str, str]) -> list[tuple[str, tuple[str, ...]]]:
    """Contradictions of a document with these clauses (label, text) and one reference."""
    listed = section(
        "2", "规范性引用文件", reference("GB/T 99999.1—2020"), kind="normative-references"
    )
    made = document(listed, *(section(label, "示例", paragraph(text)) for label, text in given))
    return [(one.code, one.addresses) for one in conflicts(made)]


CASES = [
    (("4", "应符合GB/T 99999.1—2020的规定。"), []),
    (("4", "应符合GB/T 99999.1的规定。"), []),
    (
        ("4", "应符合GB/T 99999.1—2009的规定。"),
        [("reference-dates", ("2/ref-1", "4/p1"))],
    ),
    (("4", "按GB/T 99999.1规定的方法测定。"), []),
    (("4", "按GB/T 99999.7规定的方法测定。"), [("method-not-listed", ("4/p1/s1",))]),
    (("4", "示例资料见GB/T 99999.7。"), []),
]


@pytest.mark.parametrize(("given", "expected"), CASES, ids=[text for (_, text), _ in CASES])
def test_references(given: tuple[str, str], expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert found(given) == expected


PAIRS = [
    ("面层的厚度不应小于9 mm。", "面层的厚度不应小于9 mm。", False),
    ("面层的厚度不应小于9 mm。", "面层的厚度不应小于8 mm。", True),
    ("面层的厚度不应小于9 mm。", "面层的厚度不应大于8 mm。", True),
    ("面层的厚度不应小于9 mm。", "面层的厚度不应大于20 mm。", False),
    ("面层的厚度不应小于9 mm。", "底层的厚度不应小于8 mm。", False),
    ("面层的厚度不应小于9 mm。", "当温度大于5 ℃时，面层的厚度不应小于8 mm。", False),
    ("面层的厚度不应小于9 mm。", "面层的厚度不应小于0.9 cm。", False),
    ("面层的厚度不应小于9 mm。", "面层的厚度不应小于0.8 cm。", True),
    ("面层的铅含量不应大于1 000 mg/kg。", "面层的铅含量不应大于0.1 %。", False),
    ("面层的铅含量不应大于1 000 mg/kg。", "面层的铅含量不应大于1 g/kg。", False),
    ("面层的铅含量不应大于1 000 mg/kg。", "面层的铅含量不应大于1 %。", True),
    ("面层的渗水量不应小于6 m3/h。", "面层的渗水量不应小于100 L/min。", False),
    ("面层的渗水量不应小于6 m3/h。", "面层的渗水量不应小于10 L/min。", True),
    ("面层的压力不应大于1 MPa。", "面层的压力不应大于1 000 kPa。", False),
    ("面层的压力不应大于1 MPa。", "面层的压力不应大于1 000 N/mm2。", True),
    ("面层的温升不应大于60 K。", "面层的温升不应大于65 ℃。", False),
    ("面层的铅含量不应大于90 mg/kg。", "面层的铅含量不应大于50 mg/L。", False),
    ("面层的含量不应小于5 mg/kg。", "面层的含量不应大于0.000 5 %。", False),
    ("面层的含量不应小于5 mg/kg。", "面层的含量不应大于0.000 4 %。", True),
]


@pytest.mark.parametrize(("first", "second", "differs"), PAIRS)
def test_limits_in_two_places(first: str, second: str, differs: bool) -> None:
    expected = [("limit", ("4/p1/s1", "5/p1/s1"))] if differs else []
    assert found(("4", first), ("5", second)) == expected


@pytest.mark.parametrize(
    ("unit", "text", "differs"),
    [("mm", "≥9", False), ("mm", "≥8", True), ("cm", "≥0.9", False), ("cm", "≥9", True)],
)
def test_a_limit_in_text_and_table(unit: str, text: str, differs: bool) -> None:
    made = document(
        section(
            "4",
            "要求",
            paragraph("示例面层的厚度不应小于9 mm。"),
            table([["项目", "要求"]], [[f"厚度/{unit}", text]], title="示例面层的性能"),
        )
    )
    (*told,) = conflicts(made)
    assert [one.addresses for one in told] == [("4/p1/s1", "table-1/r2/c2")] * differs
    assert all(one.zh and one.en for one in told)


def test_labelled_sentences_of_building_codes() -> None:
    """All numbers that the labels give behind 不应小于 and its like are read, but for a few."""
    file = shared("data/clauses/zh-code-clauses.jsonl")
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    asked = read = 0
    for row in rows:
        text, spans = row["text"], sorted(row["label"])
        own = {text[one.start : one.end].replace(" ", "") for one in extract(whole(text))}
        for (start, end, kind), (value_start, value_end, _) in itertools.pairwise(spans):
            value = text[value_start:value_end]
            if (
                kind == "cmp"
                and end == value_start
                and "小于" in text[start:end]
                and value[:1].isdigit()
            ):
                asked += 1
                read += any(one.endswith(text[start:value_end].replace(" ", "")) for one in own)
    assert asked == 140
    assert read / asked > 0.96
