"""Pictures of a text: shown where they are kept, and never as a page of ours."""

import pytest

from guiju.core.documents.addresses import addressed
from guiju.core.documents.model import Document, Figure, Meta, Reading, Section, Text
from guiju.core.documents.writing import write
from tests.factories import library as make

pytestmark = pytest.mark.django_db
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"></svg>'
PAGE = "/standards/GB/T_1-2020/text/"


def with_picture(data, **values):
    figures = tuple(
        Figure(label=label, title=Text("示例图"), images=(name,))
        for label, name in (("1", "one.svg"), ("2", "missing.svg"))
    )
    section = Section(kind="clause", label="1", title=Text("示例"), level=1, blocks=figures)
    document = addressed(Document(meta=Meta(language="zh"), sections=(section,)))
    file = write(Reading(document=document, images={"one.svg": data}), "a.json")
    return make.written("GB/T 1-2020", file, name="a.json", **values)


def address(text):
    return f"/texts/{text.pk}/images/{text.images.get().pk}/"


def test_a_picture_is_shown_and_a_missing_one_is_named(client):
    text = with_picture(SVG)
    found = client.get(PAGE).content.decode()
    assert f'<img src="{address(text)}" alt="示例图" loading="lazy">' in found
    assert "图片 missing.svg 没有收录。" in found


def test_what_a_picture_holds_runs_nothing(client):
    answer = client.get(address(with_picture(SVG)))
    assert (answer.status_code, answer["Content-Type"], answer.content) == (
        200,
        "image/svg+xml",
        SVG,
    )
    assert answer["Content-Security-Policy"].endswith("sandbox")
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_what_is_no_picture_is_not_sent(client):
    assert client.get(address(with_picture(b"<html><script></script></html>"))).status_code == 404


def test_pictures_of_a_text_that_is_not_open_are_not_public(client):
    text = with_picture(SVG, is_open=False)
    assert client.get(address(text)).status_code == 403


def test_a_picture_belongs_to_its_text(client):
    text = with_picture(SVG)
    other = make.written("GB/T 2-2020")
    wrong = address(text).replace(f"/{text.pk}/", f"/{other.pk}/", 1)
    assert client.get(wrong).status_code == 404
