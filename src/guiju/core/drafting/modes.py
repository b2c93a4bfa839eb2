"""Purposes of a check (检查目的): what an editor, a secretary and an adopter want to hear."""

from datetime import date
from typing import Literal

from guiju.core.drafting.rulebook import words

Mode = Literal["draft", "submission", "adoption"]


def is_asked(rule_modes: tuple[str, ...], mode: Mode, *, adopts: bool) -> bool:
    """Whether what is marked for these modes is said now; unmarked means always.

    What concerns an adoption is asked of each document that says it adopts, whatever the mode.
    """
    return not rule_modes or mode in rule_modes or (adopts and "adoption" in rule_modes)


def edition_changed() -> date:
    """The day from which documents follow the edition of 2020 of GB/T 1.1."""
    day = words("editions")["present_since"]
    if not isinstance(day, date):
        raise TypeError(day)
    return day
