"""The examples in the docstrings hold."""

import doctest
import importlib
import pkgutil

import pytest

import guiju.core.numbers as package

MODULES = sorted(
    module.name for module in pkgutil.walk_packages(package.__path__, "guiju.core.numbers.")
)


@pytest.mark.parametrize("name", MODULES)
def test_examples(name):
    assert doctest.testmod(importlib.import_module(name)).failed == 0
