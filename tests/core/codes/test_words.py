"""The words of the catalogue: each value of the records has a name in both languages."""

import pytest

from guiju.core.codes.words import kinds, value_of, word, words
from guiju.core.records import model


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("state", model.STATES),
        ("relation", model.RELATIONS),
        ("relation_inverse", model.RELATIONS),
        ("role", model.ROLES),
        (
            "level",
            (
                "national",
                "industry",
                "local_province",
                "local_city",
                "group",
                "enterprise",
                "international",
                "regional",
                "foreign",
            ),
        ),
        ("nature", ("mandatory", "recommended", "guidance", "sample")),
    ],
)
def test_every_value_of_the_model_has_words_in_its_order(kind, values):
    assert tuple(words(kind)) == tuple(values)


def test_no_two_values_of_a_kind_share_a_name():
    for kind in kinds():
        names = list(words(kind).values())
        assert len({name.zh for name in names}) == len(names)
        assert len({name.en for name in names}) == len(names)


def test_every_name_and_value_is_read_back():
    for kind in kinds():
        for value, name in words(kind).items():
            read = {value_of(kind, value), value_of(kind, name.zh), value_of(kind, name.en)}
            assert (kind, read) == (kind, {value})


@pytest.mark.parametrize(
    ("kind", "written", "value"),
    [
        ("nature", "强制", "mandatory"),
        ("kind", "方法", "method"),
        ("function", "规程", "code_of_practice"),
        ("state", "有效", "in_force"),
        ("state", " 现行。", "in_force"),
        ("degree", "idt", "IDT"),
        ("state", "", None),
        ("level", "甲", None),
    ],
)
def test_forms_that_sources_write_are_understood(kind, written, value):
    assert value_of(kind, written) == value


def test_an_unknown_value_stands_for_itself():
    assert word("kind", "toy") == ("toy", "toy")
