"""Which lines of the detail table are asked for (明细表筛选)."""

from dataclasses import dataclass

from guiju.apps.catalogue.selectors.systems.values import Line, SystemView

NONE = "none"


@dataclass(frozen=True, slots=True)
class LineFilter:
    """Empty means any. `node` takes the whole branch; `gap` is "yes" or "no"."""

    node: int | None = None
    level: str = ""
    state: str = ""
    gap: str = ""


def narrowed(view: SystemView, asked: LineFilter) -> list[Line]:
    """The lines that fit, in the order of the table."""
    branch = None
    if asked.node is not None:
        box = view.box(asked.node)
        branch = {one.pk for one in box.walk()} if box else set()
    return [
        line
        for line in view.lines
        if (branch is None or line.node in branch)
        and (not asked.level or line.level == ("" if asked.level == NONE else asked.level))
        and (not asked.state or line.state == asked.state)
        and (not asked.gap or line.is_gap == (asked.gap == "yes"))
    ]
