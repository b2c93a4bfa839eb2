"""Odd files are kept whole, viewed whole, and written valid from the view."""

import pytest

from guiju.core.documents.sts import parse, view, write
from tests.core.documents.sts.odd import FILES
from tests.core.documents.sts.test_round_trip import complaints, first_difference, without_lines
from tests.core.documents.sts.test_storage import everything
from tests.core.documents.sts.test_view import unsaid

# Said in the view by a number or a nature alone.
OTHERWISE = {"(1)", "(2)", "图1", "表1", "表2", "附录A", "（规范性）"}


@pytest.mark.parametrize("name", FILES)
def test_the_file_is_kept(name):
    assert everything(parse(FILES[name]).write()) == everything(FILES[name])


@pytest.mark.parametrize("name", FILES)
def test_all_its_words_are_viewed(name):
    assert [one for one in unsaid(parse(FILES[name])) if one[1] not in OTHERWISE] == []


@pytest.mark.parametrize("name", FILES)
def test_it_is_written_valid_from_the_view(name):
    document = view(parse(FILES[name]))
    written = write(document)
    assert complaints(written) == []
    again = view(parse(written))
    assert first_difference(without_lines(document), without_lines(again)) == ""


NATIONAL = ("GB/T 99999—2030", (("zh", "国家题"), ("en", "National title"), ("fr", "Titre")))


@pytest.mark.parametrize(
    ("name", "number", "titles", "adopts"),
    [
        ("everything", *NATIONAL, ()),
        ("nested adoption", *NATIONAL, (("EN 99998:2029", ""), ("ISO 99998:2029", ""))),
        ("metadata of three bodies", *NATIONAL, (("EN 99998:2029", ""), ("ISO 99998:2029", ""))),
        ("std-doc-meta", "GB/T 2", (("zh", "题"),), ()),
    ],
)
def test_what_it_says_of_itself(name, number, titles, adopts):
    meta = view(parse(FILES[name])).meta
    assert (meta.number, meta.titles, meta.adopts) == (number, titles, adopts)
