"""Numbers in addresses: exact both ways, and nothing that a browser or server would change."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guiju.apps.catalogue.address import key_of, slug_of


@pytest.mark.parametrize(
    ("key", "slug"),
    [
        ("GB/T 1.1-2020", "GB/T_1.1-2020"),
        ("GB/T 19001-2016/ISO 9001:2015", "GB/T_19001-2016/ISO_9001:2015"),
        ("T/CAS 115-2015", "T/CAS_115-2015"),
        ("Q/AB_1-2020", "Q/AB~_1-2020"),
        ("A~B", "A~~B"),
        ("../x", "~../x"),
        ("a/./b", "a/~./b"),
        ("a//b/", "a/~sb~s"),
        ("/a", "~sa"),
    ],
)
def test_both_ways(key, slug):
    assert (slug_of(key), key_of(slug)) == (slug, key)


@given(st.text(alphabet="GB/T 1.-_~sé标", min_size=1))
def test_every_number_comes_back(key):
    assert key_of(slug_of(key)) == key


@given(st.text(alphabet="a/. _~", min_size=1))
def test_nothing_is_left_that_is_rewritten_on_the_way(key):
    slug = slug_of(key)
    assert " " not in slug
    assert not re.search(r"//|^/|/$", slug)
    assert not {".", ".."} & set(slug.split("/"))
