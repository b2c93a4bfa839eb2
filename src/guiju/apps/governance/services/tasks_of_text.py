"""Writing the actions and the named outputs of a parsed text (任务与成果入账)."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from guiju.apps.governance.models import Action, Output
from guiju.apps.governance.selectors.differences import Item
from guiju.apps.governance.services.ledger import Writing, Written, save_rows, split, withdraw
from guiju.apps.governance.services.matching import align


def write_actions(writing: Writing, written: Sequence[Written]) -> None:
    """Write the actions of all measures, and the outputs that they order."""
    before: list[Action] = []
    outputs_before: list[Output] = []
    after: list[Action] = []
    outputs: list[Output] = []
    for measure in written:
        current, former = ([], []) if measure.is_new else split(measure.row.actions.all())
        before += current
        actions = _actions(measure, current, former)
        after += actions
        current, former = ([], []) if measure.is_new else split(measure.row.outputs.all())
        outputs_before += current
        outputs += _outputs(measure, actions, current, former)
    withdraw(Action, writing, before, after)
    due = ("due", "due_as_written", "state", "withdrawn")
    save_rows(Action, after, ("note", "order", "text", "start", "end", *due))
    withdraw(Output, writing, outputs_before, outputs)
    save_rows(Output, outputs, ("action", "order", "kind", "name", "start", "end", "withdrawn"))


def _actions(measure: Written, current: list[Action], former: list[Action]) -> list[Action]:
    items = measure.item["actions"]
    # An action without offsets stands for its note as a whole until the sentences are known:
    # it is withdrawn, and the sentences take over how far the whole has come.
    whole = {action.note_id: action for action in current if action.start is None}
    current = [action for action in current if action.start is not None]
    found = align(
        [action.text for action in current],
        [item["text"] for item in items],
        former=[action.text for action in former if action.start is not None],
    )
    old = [*current, *(action for action in former if action.start is not None)]
    rows = []
    for order, (item, index) in enumerate(zip(items, found, strict=True), start=1):
        row = Action(measure=measure.row) if index is None else old[index]
        _fill(row, item, order, measure)
        if row.pk is None and row.note_id in whole:
            row.state = whole[row.note_id].state
        rows.append(row)
    return rows


def _fill(row: Action, item: Item, order: int, measure: Written) -> None:
    note = None if item["responsibility"] is None else measure.notes[item["responsibility"]]
    row.note = note.row if note else None
    row.order, row.text, row.start, row.end = order, item["text"], item["start"], item["end"]
    row.withdrawn = None
    deadline = item["deadline"] or (note.item["deadline"] if note else None)
    as_written = deadline["text"][:60] if deadline else ""
    if as_written != row.due_as_written:  # else a date that the office set by hand stays
        row.due_as_written = as_written
        day = deadline and deadline["date_iso"]
        row.due = date.fromisoformat(day) if day else None


def _outputs(
    measure: Written, actions: Sequence[Action], current: list[Output], former: list[Output]
) -> list[Output]:
    found: list[tuple[Any, Action | None]] = [(item, None) for item in measure.item["outputs"]]
    for action, item in zip(actions, measure.item["actions"], strict=True):
        found += [(output, action) for output in item["outputs"]]
    found.sort(key=lambda pair: pair[0]["start"] or 0)
    waiting = _by_name([*former, *current])
    rows = []
    for order, (item, ordered_by) in enumerate(found, start=1):
        same = waiting.get(item["name"])
        row = same.pop() if same else Output(measure=measure.row)
        row.action, row.order = ordered_by, order
        row.kind, row.name = item["kind"], item["name"]
        row.start, row.end, row.withdrawn = item["start"], item["end"], None
        rows.append(row)
    return rows


def _by_name(outputs: Iterable[Output]) -> dict[str, list[Output]]:
    """Outputs by name, taken from the end: those in force before those withdrawn."""
    waiting: dict[str, list[Output]] = {}
    for output in outputs:
        waiting.setdefault(output.name, []).append(output)
    return waiting
