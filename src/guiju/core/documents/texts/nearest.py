"""The next of many signs (最近的标记): each pattern is searched on, never twice over the same words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(slots=True)
class Nearest:
    """Looks for patterns in one source, going forward."""

    patterns: Sequence[tuple[str, re.Pattern[str]]]
    source: str
    found: dict[str, re.Match[str] | None] = field(default_factory=dict)

    def after(self, at: int) -> tuple[str, re.Match[str]] | None:
        """The first match that begins at or after a place, of the pattern named first."""
        best: tuple[str, re.Match[str]] | None = None
        for name, pattern in self.patterns:
            match = self.found.get(name)
            if name not in self.found or (match is not None and match.start() < at):
                match = self.found[name] = pattern.search(self.source, at)
            if match is not None and (best is None or match.start() < best[1].start()):
                best = name, match
        return best
