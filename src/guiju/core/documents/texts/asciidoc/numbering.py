"""Numbers that the printed document will have (编号): clauses, annexes, tables, figures, formulas."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Numbering:
    """Counts on; `prefix` is the letter of the annex that is open."""

    path: list[int] = field(default_factory=list)
    prefix: str = ""
    annexes: int = 0
    chapters: int = 0
    counts: dict[str, int] = field(default_factory=dict)

    def section(self, level: int) -> str:
        """The label of the next section of this level, 1 for a chapter."""
        if self.prefix and level == 1:  # a chapter behind the annexes counts on
            self.prefix, self.path = "", [self.chapters]
        depth = level if not self.prefix else level - 1
        self.path = (self.path + [0] * depth)[:depth]
        self.path[-1] += 1
        if not self.prefix:
            self.chapters = self.path[0]
        own = ".".join(map(str, self.path))
        return f"{self.prefix}.{own}" if self.prefix else own

    def annex(self) -> str:
        self.prefix = chr(ord("A") + min(self.annexes, 25))
        self.annexes += 1
        self.path, self.counts = [], {}
        return self.prefix

    def counted(self, kind: str) -> str:
        """The number of the next table, figure or formula."""
        self.counts[kind] = self.counts.get(kind, 0) + 1
        number = str(self.counts[kind])
        return f"{self.prefix}.{number}" if self.prefix else number
