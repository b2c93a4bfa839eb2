"""The page on rule files: its example is one, and every key that is read is explained in both languages."""

import re
from pathlib import Path

import pytest

from guiju.core.provisions.files.linting import lint
from guiju.core.provisions.files.loading import read_rule_set
from guiju.core.provisions.files.nodes import Node

PAGE = (Path(__file__).parents[3] / "docs" / "reference" / "rule-file.md").read_text("utf-8")
EXAMPLE = re.search(r"```yaml\n(.*?)```", PAGE, re.DOTALL)[1]


def test_the_example_is_a_rule_file_without_a_problem():
    assert lint(EXAMPLE, "rule-file.md") == ()


@pytest.mark.parametrize("language", ["中文", "English"])
def test_every_key_that_the_example_could_have_is_explained(language, monkeypatch):
    known, only = set(), Node.only

    def noted(node, *keys):
        known.update(keys)
        only(node, *keys)

    monkeypatch.setattr(Node, "only", noted)
    rules = read_rule_set(EXAMPLE, "rule-file.md")
    assert all((rules.rules, rules.ladders, rules.indices, rules.tables))
    assert all((rules.derived, rules.statistics, rules.scores, rules.omitted))
    part = PAGE.split(f"\n## {language}\n")[1].split("\n## ")[0]
    assert len(known) > 60
    assert {key for key in known if f"`{key}`" not in part and f"`{key}:" not in part} == set()
