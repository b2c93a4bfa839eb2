"""The diagram of a procedure as SVG (程序图): each step on its own row, a line from it to where it leads.

Presentation attributes and the colour of the text only, so that it stands on a page of any theme
under a policy without inline styles.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from guiju.core.procedures.drawing import step_label
from guiju.core.procedures.model import Procedure

_ROW, _LANE, _LEFT, _INDENT, _TEXT, _PAD = 26, 12, 12, 34, 15, 8


@dataclass(frozen=True, slots=True)
class _Line:
    """A step, from its row to the row of its target, in a lane of its own."""

    source: int
    target: int
    lane: int


def svg(procedure: Procedure, language: str, *, here: str = "") -> str:
    """The picture in one language, one row for each state and each step out of it.

    The state `here`, that of a running case, has a thick frame.
    """
    rows, lines = _rows(procedure, language), _lines(procedure)
    wide = _INDENT + max(_width(text) for _, text in rows) + 2 * _PAD
    width = wide + (2 + max((one.lane for one in lines), default=0)) * _LANE
    height = len(rows) * _ROW + 2 * _PAD
    title = escape(procedure.title.say(language))
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
            f'width="{width}" height="{height}" role="img" fill="none" stroke="currentColor" '
            f'font-family="sans-serif" font-size="{_TEXT}">',
            f"<title>{title}</title>",
            *_texts(rows, here),
            *(part for one in lines for part in _drawn(one, rows, wide)),
            "</svg>\n",
        )
    )


def _rows(procedure: Procedure, language: str) -> list[tuple[str, str]]:
    """The state of a row, empty for a step, and what is written there."""
    found = []
    for state in procedure.states.values():
        found.append((state.id, f"{state.stage}  {state.title.say(language)}"))
        found += [
            ("", step_label(procedure, step, language)) for step in procedure.leaving(state.id)
        ]
    return found


def _lines(procedure: Procedure) -> list[_Line]:
    heads: dict[str, int] = {}
    steps: list[tuple[int, str]] = []
    row = 0
    for state in procedure.states:
        heads[state], row = row, row + 1
        for step in procedure.leaving(state):
            steps.append((row, step.goes_to(state)))
            row += 1
    found: list[_Line] = []
    lanes: list[list[tuple[range, int]]] = []
    spans = sorted((abs(at - heads[to]), at, heads[to]) for at, to in steps)
    for _, at, to in spans:
        span = range(min(at, to), max(at, to) + 1)
        free = (no for no, used in enumerate(lanes) if not _crowded(used, span, to))
        lane = next(free, len(lanes))
        if lane == len(lanes):
            lanes.append([])
        lanes[lane].append((span, to))
        found.append(_Line(at, to, lane))
    return found


def _crowded(used: list[tuple[range, int]], span: range, to: int) -> bool:
    """Whether a lane is taken there; lines to the same state run together."""
    return any(
        span.start < other.stop and other.start < span.stop and target != to
        for other, target in used
    )


def _middle(row: int) -> int:
    return _PAD + row * _ROW + _ROW // 2


def _texts(rows: list[tuple[str, str]], here: str) -> Iterator[str]:
    for at, (state, text) in enumerate(rows):
        y, x = _middle(at), _LEFT if state else _INDENT
        weight = ' font-weight="bold"' if state else ""
        if state:
            width = _width(text) + 2 * _PAD
            thick = (
                ' stroke-width="3" fill="currentColor" fill-opacity="0.15"' if state == here else ""
            )
            yield f'<rect x="{x}" y="{y - 11}" width="{width}" height="22" rx="4"{thick}/>'
        yield (
            f'<text x="{x + _PAD}" y="{y + 5}" fill="currentColor" stroke="none"'
            f"{weight}>{escape(text)}</text>"
        )


def _drawn(line: _Line, rows: list[tuple[str, str]], wide: int) -> Iterator[str]:
    x, y, to = wide + (line.lane + 1) * _LANE, _middle(line.source), _middle(line.target)
    start = _INDENT + _PAD + _width(rows[line.source][1]) + 6
    tip = _LEFT + _width(rows[line.target][1]) + 2 * _PAD + 2
    yield f'<path d="M{start} {y}H{x}V{to}H{tip}" stroke-opacity="0.45"/>'
    yield f'<path d="M{tip + 7} {to - 4}L{tip} {to}L{tip + 7} {to + 4}"/>'


def _width(text: str) -> int:
    """About as wide as it will be: a Chinese character is square, a letter little more than half."""
    return sum(_TEXT if ord(one) > 0x2E7F else _TEXT * 6 // 10 for one in text)
