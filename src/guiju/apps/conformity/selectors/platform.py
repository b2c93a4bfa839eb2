"""The rule sets of the rulebook (平台规则集): reviewed by the platform, changed by nobody."""

from dataclasses import dataclass
from functools import cache
from importlib import resources

from guiju.core.provisions.files.loading import read_rule_set
from guiju.core.provisions.model import RuleSet
from guiju.core.records.identity import identity


@dataclass(frozen=True, slots=True)
class PlatformSet:
    """A file of the rulebook; `name` is its name without its ending, by which pages call it."""

    name: str
    text: str
    rules: RuleSet
    key: str
    work: str


@cache
def platform_sets() -> tuple[PlatformSet, ...]:
    """All of them, in the order of their names."""
    folder = resources.files("guiju.rulebook") / "standards"
    names = sorted(one.name for one in folder.iterdir() if one.name.endswith(".yaml"))
    return tuple(
        _platform_set(name.removesuffix(".yaml"), (folder / name).read_text("utf-8"))
        for name in names
    )


def _platform_set(name: str, text: str) -> PlatformSet:
    rules = read_rule_set(text, name)
    known = identity(rules.standard)
    return PlatformSet(name, text, rules, known.key, known.work)
