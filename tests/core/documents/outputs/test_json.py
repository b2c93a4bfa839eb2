"""JSON says the whole tree, and only what the schema allows comes back."""

import json

import pytest
from hypothesis import given, settings

from guiju.core.documents.model import Document, Mark, Meta, Paragraph, Section, Text
from guiju.core.documents.outputs.errors import NotADocument
from guiju.core.documents.outputs.json import FORMAT, from_json, images_of, of_images, to_json
from tests.core.documents.strategies import documents


@settings(max_examples=12, deadline=None)
@given(documents())
def test_what_is_written_reads_back_equal(document):
    assert from_json(json.loads(json.dumps(to_json(document), ensure_ascii=False))) == document


def small():
    text = Text("见5.4", (Mark(1, 4, "internal", "5.4"),))
    return Document(
        meta=Meta(titles=(("zh", "示例"),), adopts=(("ISO 1", "IDT"),)),
        sections=(
            Section(
                kind="scope", label="1", title=Text("范围"), level=1, address="1",
                blocks=(Paragraph(text=text, address="1/p1", line=3),),
            ),
        ),
    )  # fmt: skip


def test_the_names_are_those_of_the_model():
    value = to_json(small())
    assert list(value) == ["format", "meta", "sections", "footnotes"]
    assert value["meta"]["titles"] == [{"language": "zh", "title": "示例"}]
    assert value["meta"]["adopts"] == [{"number": "ISO 1", "degree": "IDT"}]
    assert value["sections"][0]["blocks"] == [
        {
            "type": "paragraph",
            "text": {
                "content": "见5.4",
                "marks": [{"start": 1, "end": 4, "kind": "internal", "value": "5.4"}],
            },
            "address": "1/p1",
            "line": 3,
        }
    ]


def test_what_is_absent_has_its_default():
    value = {
        "format": FORMAT,
        "meta": {},
        "sections": [{"kind": "scope", "label": "1", "title": {"content": "范围"}, "level": 1}],
    }
    assert from_json(value) == Document(
        meta=Meta(), sections=(Section(kind="scope", label="1", title=Text("范围"), level=1),)
    )


def changed(path, new):
    value = to_json(small())
    at = value
    *way, last = path
    for step in way:
        at = at[step]
    at[last] = new
    return value


FIRST = ("sections", 0, "blocks", 0)


@pytest.mark.parametrize(
    ("path", "new", "place"),
    [
        (("format",), "guiju.document/9", "format"),
        (("sections",), {}, "/sections"),
        (("sections", 0, "kind"), "chapter", "/sections/0/kind"),
        (("sections", 0, "level"), "1", "/sections/0/level"),
        (("sections", 0, "level"), True, "/sections/0/level"),
        (("sections", 0, "level"), -1, "/sections/0/level"),
        (("sections", 0, "titel"), "", "/sections/0/titel"),
        ((*FIRST, "type"), "chapter", "/sections/0/blocks/0/type"),
        ((*FIRST, "type"), ["paragraph"], "/sections/0/blocks/0/type"),
        ((*FIRST, "text"), {"marks": [{"start": 0, "end": 1}]}, "/sections/0/blocks/0/text/marks/0/kind"),
        ((*FIRST, "text", "content"), "\ud800", "/sections/0/blocks/0/text/content"),
        ((*FIRST, "text", "marks", 0, "end"), 99, "/sections/0/blocks/0/text/marks/0"),
        ((*FIRST, "text", "marks", 0, "kind"), [], "/sections/0/blocks/0/text/marks/0/kind"),
        (("meta", "titles", 0), ["zh", "示例"], "/meta/titles/0"),
        (("meta", "titles", 0), {"language": "zh"}, "/meta/titles/0"),
        (("footnotes",), [{"type": "paragraph", "id": "1", "label": "", "blocks": []}], "/footnotes/0/type"),
        (
            (*FIRST,),
            {"type": "table", "label": "", "title": {}, "head": [], "body": [[{"blocks": [], "column": 0, "rows": 0}]]},
            "/sections/0/blocks/0/body/0/0",
        ),
    ],
)  # fmt: skip
def test_a_wrong_value_is_refused_with_its_place(path, new, place):
    with pytest.raises(NotADocument) as refused:
        from_json(changed(path, new))
    assert refused.value.subject == place


@pytest.mark.parametrize("value", [None, [], "text", {}, {"format": 1}])
def test_what_is_no_document_is_refused(value):
    with pytest.raises(NotADocument):
        from_json(value)


def test_endless_nesting_is_refused():
    inner = []
    for _ in range(300):
        inner = [{"type": "quote", "blocks": inner}]
    with pytest.raises(NotADocument) as refused:
        from_json(changed(("sections", 0, "blocks"), inner))
    assert "100" in refused.value.sentence.en


def test_pictures_stand_beside_the_tree():
    pictures = {"a.png": b"\x89PNG\x00"}
    assert images_of({"images": of_images(pictures)}) == pictures
    with pytest.raises(NotADocument):
        images_of({"images": {"a.png": "no base 64!"}})
