"""The rule sets of the rulebook, read once."""

from functools import cache
from importlib import resources

from guiju.core.provisions.files.loading import read_rule_set


@cache
def rule_set(name):
    file = resources.files("guiju.rulebook") / "standards" / name
    return read_rule_set(file.read_text("utf-8"), name)
