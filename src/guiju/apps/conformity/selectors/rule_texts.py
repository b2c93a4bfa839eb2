"""What a rule file says of itself (规则文件的内容): read once, however broken."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from guiju.core.errors import Bilingual
from guiju.core.provisions.files.linting import lint
from guiju.core.provisions.files.loading import read_rule_set
from guiju.core.provisions.files.nodes import RuleFileError
from guiju.core.provisions.files.problems import Problem
from guiju.core.provisions.model import RuleSet
from guiju.core.records.identity import identity

_STANDARD = re.compile(r"^standard:[ \t]*(.*?)[ \t]*(?:#.*)?$", re.MULTILINE)
_LONGEST_NUMBER, _LONGEST_TITLE = 200, 300
KEPT = 64


@dataclass(frozen=True, slots=True)
class Said:
    """The head of a file: as far as it can be read, the number at least as it is typed."""

    standard: str
    key: str
    work: str
    title: Bilingual
    since: date | None = None
    until: date | None = None
    certainty: str = ""


@dataclass(frozen=True, slots=True)
class Read:
    """A file's rules, None where it has errors, and its problems in the order of lines."""

    rules: RuleSet | None
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        return tuple(one for one in self.problems if one.severity == "error")


@lru_cache(maxsize=KEPT)
def read_rules(text: str) -> Read:
    """The rules of a text with all that is wrong with it."""
    problems = lint(text, "—")
    if any(one.severity == "error" for one in problems):
        return Read(None, problems)
    try:
        return Read(read_rule_set(text, "—"), problems)
    except RuleFileError as error:
        said = error.values
        why, nothing = said["why"], Bilingual("", "")
        last = Problem(said["line"], "error", why.zh, why.en, said.get("mend", nothing))
        return Read(None, (*problems, last))


def said_in(text: str) -> Said:
    """What the head of a file says."""
    rules = read_rules(text).rules
    if rules is None:
        found = _STANDARD.search(text)
        return _said(found[1].strip("\"'") if found else "", Bilingual("", ""))
    said = _said(rules.standard, rules.title)
    return Said(
        said.standard, said.key, said.work, said.title, rules.since, rules.until, rules.certainty
    )


def _said(number: str, title: Bilingual) -> Said:
    number = number[:_LONGEST_NUMBER]
    known = identity(number) if number else None
    return Said(
        standard=known.display[:_LONGEST_NUMBER] if known else "",
        key=known.key if known else "",
        work=known.work if known else "",
        title=Bilingual(title.zh[:_LONGEST_TITLE], title.en[:_LONGEST_TITLE]),
    )
