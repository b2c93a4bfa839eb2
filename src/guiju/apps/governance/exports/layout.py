"""The working ledger as a sheet (工作台账): the rows and columns that XLSX and DOCX both draw."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from unicodedata import category, east_asian_width

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from guiju.apps.governance.selectors.values import ActionLine, Body, Ledger, MeasureLine, NoteLine
from guiju.apps.governance.selectors.words import RISK_WORDS, STATE_WORDS, in_language
from guiju.core.plans.quarters import Quarter

Cell = str | int | date


def width_of(text: str) -> int:
    """How many Latin characters wide a line is; a Chinese character takes two.

    >>> width_of("GB/T 标准")
    9
    """
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def _clean(value: Cell) -> Cell:
    """Without the control characters and half characters that no XML can hold."""
    if not isinstance(value, str):
        return value
    return "".join(sign for sign in value if sign == "\n" or category(sign) not in {"Cc", "Cs"})


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head and its width in characters of the body font.

    `merge` says whether equal neighbours of one measure become one cell; short words are
    `centred`.
    """

    name: str
    head: str
    width: int
    merge: bool = False
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """The rows of one measure."""

    rows: tuple[tuple[Cell, ...], ...]

    def spans(self, column: int) -> list[tuple[int, int]]:
        """The runs `[first, last]` of equal cells in a column."""
        found, at = [], 0
        for _value, run in groupby(row[column] for row in self.rows):
            length = len(list(run))
            found.append((at, at + length - 1))
            at += length
        return found


@dataclass(frozen=True, slots=True)
class Sheet:
    """A ledger laid out for a day: title, the line beneath it, columns, and a block for each measure."""

    language: str
    on: date
    title: str
    subtitle: str
    columns: tuple[Column, ...]
    blocks: tuple[Block, ...]
    footnote: str


@dataclass(frozen=True, slots=True)
class _Row:
    measure: MeasureLine
    action: ActionLine | None
    first: bool


def sheet(ledger: Ledger, language: str) -> Sheet:
    """The ledger in one language; those outside the plan get the columns for the public."""
    with translation.override(language):
        columns = _columns(inside=ledger.plan.inside)
        blocks = tuple(
            Block(
                tuple(
                    tuple(_clean(fill(row)) for _column, fill in columns) for row in _rows(measure)
                )
            )
            for measure in ledger.measures
        )
        title = in_language(ledger.plan.title)[0]
        as_of = _("As of %(day)s") % {"day": ledger.on.isoformat()}
        marks = [ledger.plan.document_number, as_of]
        if ledger.plan.is_example:
            marks.append(_("Example"))
        return Sheet(
            language=language,
            on=ledger.on,
            title=_("%(title)s: working ledger") % {"title": title},
            subtitle="　".join(mark for mark in marks if mark),
            columns=tuple(column for column, _fill in columns),
            blocks=blocks,
            footnote=_("State, progress and overdue as recorded on that day."),
        )


def _rows(measure: MeasureLine) -> list[_Row]:
    if not measure.actions:
        return [_Row(measure, None, first=True)]
    return [_Row(measure, action, first=at == 0) for at, action in enumerate(measure.actions)]


Fill = Callable[[_Row], Cell]


def _columns(*, inside: bool) -> list[tuple[Column, Fill]]:
    both = {"merge": True, "centred": True}
    found: list[tuple[Column, Fill]] = [
        (Column("no", _("No."), 6, **both), _number),
        (Column("measure", _("Key task (measure)"), 18, merge=True), _measure),
        (Column("task", pgettext("column", "Task"), 34), _task),
        (Column("outputs", _("Outputs"), 18), _outputs),
        (Column("lead", _("Leading"), 17, **both), _named("lead")),
        (Column("shared", _("Responsible"), 24, merge=True), _shared),
        (Column("cooperating", _("Cooperating"), 15, **both), _named("cooperating")),
        (Column("due", pgettext("column", "Last day"), 14, centred=True), _due),
        (Column("progress", _("Progress"), 30), _progress),
        (Column("state", pgettext("column", "State"), 10, centred=True), _state),
    ]
    if inside:
        found.append((Column("risk", _("Risk"), 11, **both), _risk))
    return [*found, (Column("remarks", _("Remarks"), 13, merge=True), _remarks)]


def _number(row: _Row) -> Cell:
    number = row.measure.number
    return int(number) if number.isdecimal() else number


def _task(row: _Row) -> str:
    return row.action.text if row.action else ""


def _measure(row: _Row) -> str:
    return in_language(row.measure.title)[0]


def _outputs(row: _Row) -> str:
    """The outputs that the task orders; the first row also has those that no task orders."""
    own = row.action.outputs if row.action else ()
    tasks = {action.pk for action in row.measure.actions}
    loose = [one for one in row.measure.outputs if row.first and one.action not in tasks]
    return "\n".join(one.name for one in (*own, *loose))


def _notes(row: _Row) -> tuple[NoteLine, ...]:
    """The note of the task; a task without one, or a measure without tasks, has all."""
    if row.action and row.action.note:
        return (row.action.note,)
    return row.measure.notes


def _names(bodies: Iterable[Body]) -> str:
    names = dict.fromkeys(in_language(body.short)[0] for body in bodies)
    return pgettext("between names", ", ").join(names)


def _named(role: str) -> Fill:
    def fill(row: _Row) -> str:
        return _names(body for note in _notes(row) for body in note.bodies(role))

    return fill


def _shared(row: _Row) -> str:
    notes = _notes(row)
    shared = [body for note in notes for body in note.bodies("shared")]
    names = _names(body for body in shared if not body.is_collective)
    if names and any(note.others for note in notes):
        names = _("%(names)s and others") % {"names": names}
    meant = _names(body for body in shared if body.is_collective)
    return pgettext("between names", ", ").join(one for one in (names, meant) if one)


def _due(row: _Row) -> Cell:
    return (row.action and row.action.due) or ""


def _progress(row: _Row) -> str:
    said = []
    colon = pgettext("after a name", ": ")
    for report in row.measure.reports:
        quarter = Quarter.read(report.period).label.say(translation.get_language() or "zh")
        who = f"{quarter} {in_language(report.body.short)[0]}"
        if report.is_example:
            who += " " + _("(example)")
        words = [report.text] if row.first else []
        line = report.lines.get(row.action.pk) if row.action else None
        words += [line] if line else []
        if words:
            said.append(f"{who}{colon}" + "\n".join(words))
    return "\n".join(said)


def _state(row: _Row) -> str:
    state = row.action.state if row.action else row.measure.state
    words = str(STATE_WORDS[state])
    return f"{words}\n{STATE_WORDS['overdue']}" if row.action and row.action.overdue else words


def _risk(row: _Row) -> str:
    words = str(RISK_WORDS[row.measure.risk])
    return "\n".join(one for one in (words, row.measure.risk_note) if one)


def _remarks(row: _Row) -> str:
    guiding = _names(body for note in _notes(row) for body in note.bodies("guiding"))
    return _("Guided by %(names)s") % {"names": guiding} if guiding else ""
