"""Every error of core has a code of its own and a filled sentence in both languages."""

import importlib
import pkgutil
import string

import pytest

import guiju.core
from guiju.core.errors import Bilingual, GuijuError, RefusedError

for module in pkgutil.walk_packages(guiju.core.__path__, "guiju.core."):
    importlib.import_module(module.name)


def all_errors(root=GuijuError):
    found = [root]
    for kind in root.__subclasses__():
        found += all_errors(kind)
    return [kind for kind in found if kind.__module__.startswith("guiju.core")]


def fields_of(template):
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def is_chinese(sign):
    return "\u4e00" <= sign <= "\u9fff"


@pytest.mark.parametrize("kind", all_errors(), ids=lambda kind: kind.__name__)
def test_each_language_speaks_for_itself(kind):
    assert not [name for name in fields_of(kind.zh) if name.endswith("_en")]
    assert not [name for name in fields_of(kind.en) if name.endswith("_zh")]
    assert any(is_chinese(sign) for sign in kind.zh)
    # An English sentence may quote the signs of a text, such as 一、, but is not made of them.
    assert sum(is_chinese(sign) for sign in kind.en) * 10 < len(kind.en)


def test_codes_are_unique():
    codes = [kind.code for kind in all_errors() if "code" in vars(kind)]
    assert sorted(set(codes)) == sorted(codes)


def test_a_refusal_says_the_rule_s_sentence():
    error = RefusedError("x.y", Bilingual("不行。", "No."))
    assert error.sentence == ("不行。", "No.")
    assert str(error) == "不行。 No."
