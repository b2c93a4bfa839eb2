"""What is written is read again: the same tree, up to the normal form."""

from hypothesis import HealthCheck, given, settings

from guiju.core.documents import docx
from tests.core.documents.docx.bare import bare
from tests.core.documents.docx.standards import PNG, standards
from tests.core.documents.strategies import documents

IMAGES = {"甲.png": PNG}
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]


@settings(max_examples=25, deadline=None, suppress_health_check=SLOW)
@given(standards())
def test_a_standard_comes_back(document):
    reading = docx.read(docx.write(document, images=IMAGES))
    again = bare(reading.document)
    wanted = bare(document)
    assert again.meta == wanted.meta
    assert again.sections == wanted.sections
    assert sorted(again.footnotes, key=lambda one: one.label) == sorted(
        wanted.footnotes, key=lambda one: one.label
    )


@settings(max_examples=8, deadline=None, suppress_health_check=SLOW)
@given(standards())
def test_addresses_stay(document):
    again = docx.read(docx.write(document, images=IMAGES)).document
    assert [one.address for one in again.sections] == [one.address for one in document.sections]


@settings(max_examples=15, deadline=None, suppress_health_check=SLOW)
@given(documents())
def test_any_tree_is_written_and_read(document):
    written = docx.write(document)
    assert docx.write(document) == written
    assert docx.write(docx.read(written).document)
