"""Policy text → measures, actions, responsibilities (政策文本变成任务).

read(data, name=…, limit=…) → Reading       bytes of a file to text
parse(text) → PlanText                      text to measures
to_json(plan) → dict                        the values that `guiju plan parse --json` prints
compare(old, new) → tuple[Match, …]         two versions of one text
normal_name(name) → str                     a body's name, folded for matching
"""

from guiju.core.plans.compare import Keyed, Match, compare
from guiju.core.plans.model import (
    Action,
    Body,
    Deadline,
    Default,
    Doubt,
    Measure,
    Output,
    PlanText,
    Remark,
    Responsibility,
    Section,
    Span,
)
from guiju.core.plans.names import normal_name
from guiju.core.plans.parsing import parse
from guiju.core.plans.reading import Reading, read
from guiju.core.plans.rendering import to_json

__all__ = [
    "Action",
    "Body",
    "Deadline",
    "Default",
    "Doubt",
    "Keyed",
    "Match",
    "Measure",
    "Output",
    "PlanText",
    "Reading",
    "Remark",
    "Responsibility",
    "Section",
    "Span",
    "compare",
    "normal_name",
    "parse",
    "read",
    "to_json",
]
