"""The examples in the docstrings hold."""

import doctest
from types import ModuleType

import pytest

from guiju.core import patterns, units
from guiju.core.documents import pointing
from guiju.core.drafting import sentences


@pytest.mark.parametrize(
    "module", [patterns, pointing, units, sentences], ids=lambda one: one.__name__
)
def test_examples(module: ModuleType) -> None:
    found = doctest.testmod(module)
    assert (found.failed, found.attempted > 0) == (0, True)
