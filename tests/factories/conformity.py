"""Rule files for tests, through the real doors.

draft()                    a draft of somebody's organisation
submitted(text=LIMITS)     handed in
reviewed()                 accepted by somebody else
"""

from typing import Any

from guiju.apps.conformity.models import RuleFile
from guiju.apps.conformity.selectors.platform import platform_sets
from guiju.apps.conformity.services.reviewing import accept_rule_file
from guiju.apps.conformity.services.rule_files import add_rule_file, submit_rule_file
from guiju.web.viewer import Viewer
from tests.factories import accounts

__all__ = ["accept_rule_file", "platform_sets"]
NUMBER = "T/EXAMPLE 1-2026"
LIMITS = """standard: T/EXAMPLE 1-2026
title: [示例：折叠水壶　规范, Example of a bottle]
in_force: {from: 2026-09-01}
basis: 示例
certainty: checked
characteristics:
  spout: {name: [壶嘴拉脱力, Pull-off force], unit: N}
rules:
  - {id: r1, clause: 表2 序号2, of: spout, limit: "≥60"}
"""
BROKEN = LIMITS.replace("≥60", "六十").replace("of: spout", "of: spuot")


def author() -> Viewer:
    return accounts.viewer(accounts.seated("liaison"))


def reviewer() -> Viewer:
    return accounts.viewer(accounts.seated("cataloguer"))


def draft(text: str = LIMITS, *, by: Viewer | None = None, **values: Any) -> RuleFile:
    return add_rule_file(text=text, by=by or author(), **values)


def submitted(text: str = LIMITS, *, by: Viewer | None = None, **values: Any) -> RuleFile:
    by = by or author()
    file = draft(text, by=by)
    return submit_rule_file(file=file, seen=file.version, by=by, **values)


def reviewed(text: str = LIMITS, **values: Any) -> RuleFile:
    file = submitted(text, **values)
    return accept_rule_file(file=file, seen=file.version, by=reviewer())
