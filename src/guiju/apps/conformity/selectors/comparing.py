"""Limits side by side (对标): of two standards, or of own indicators and a standard."""

import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO

from guiju.apps.conformity.selectors.judged_tables import speaking_of
from guiju.apps.conformity.selectors.judging_rules import judging_rules
from guiju.core.errors import Bilingual
from guiju.core.provisions.against.comparing import compare
from guiju.core.provisions.against.indicators import read_indicators
from guiju.core.provisions.against.model import Against
from guiju.core.provisions.against.summing import own_summary, summary
from guiju.web.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Comparison:
    """The cases, what they come to, and rows of own indicators that could not be read."""

    against: Against
    summary: Bilingual
    refused: tuple[Bilingual, ...] = ()


def two_standards(viewer: Viewer, first: str, second: str, on: date) -> Comparison:
    """How the limits of the first lie to those of the second."""
    rules = [judging_rules(viewer, one, on).rules for one in (first, second)]
    found = compare(rules[0], rules[1], on)
    return Comparison(found, summary(found))


def own_indicators(
    viewer: Viewer, file: IO[bytes], name: str, form: str, standard: str, on: date
) -> Comparison:
    """Indicators in a table against a standard. Nothing is stored."""
    rules = judging_rules(viewer, standard, on).rules.on(on)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{Path(name).stem[:80] or 'indicators'}{form}"
        path.write_bytes(file.read())
        with speaking_of(name):
            own = read_indicators(path)
    found = compare(own.rules, rules)
    return Comparison(found, own_summary(found), own.refused)
