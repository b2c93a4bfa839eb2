"""view ∘ parse ∘ write is the same document; what we write is valid."""

from dataclasses import fields, is_dataclass, replace
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from guiju.core.documents.sts import parse, view, write
from tests.core.documents.strategies import documents
from tests.shared_data import shared

SCHEMA = "data/schemas/NISO-STS-interchange-1-MathML3-XSD/NISO-STS-interchange-1-mathml3.xsd"
FILES = ("isosts-feature_doc.xml", "rice-en.final.sts.xml", "tbx-nisosts-0.2-formatted.xml")


def without_lines(thing):
    """The value with line 0 everywhere: a line is that of the file it was read from."""
    if isinstance(thing, tuple) and not hasattr(thing, "_fields"):
        return tuple(map(without_lines, thing))
    if not is_dataclass(thing):
        return thing
    changed = {
        one.name: 0 if one.name == "line" else without_lines(getattr(thing, one.name))
        for one in fields(thing)
    }
    return replace(thing, **changed)


def first_difference(a, b, where="document"):
    """Where two values begin to differ; "" when they are equal."""
    if a == b:
        return ""
    if is_dataclass(a) and type(a) is type(b):
        for one in fields(a):
            found = first_difference(
                getattr(a, one.name), getattr(b, one.name), f"{where}.{one.name}"
            )
            if found:
                return found
    if isinstance(a, tuple) and isinstance(b, tuple) and len(a) == len(b):
        for at, (left, right) in enumerate(zip(a, b, strict=True)):
            found = first_difference(left, right, f"{where}[{at}]")
            if found:
                return found
    return f"{where}: {a!r} became {b!r}"


@given(documents())
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_document_comes_back(document):
    again = view(parse(write(document)))
    assert first_difference(document, without_lines(again)) == ""


@cache
def schema():
    return etree.XMLSchema(etree.parse(shared(SCHEMA)))


def complaints(written):
    """What the interchange schema says against a file."""
    schema().validate(etree.fromstring(written))
    return [f"{one.line}: {one.message}" for one in schema().error_log]


@given(documents())
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_document_is_written_valid(document):
    assert complaints(write(document)) == []


@pytest.mark.parametrize("name", FILES)
def test_real_files_come_back_from_the_view_and_are_valid(name):
    document = view(parse(shared(f"data/documents/sts/{name}").read_bytes()))
    written = write(document)
    again = view(parse(written))
    assert first_difference(without_lines(document), without_lines(again)) == ""
    assert complaints(written) == []
