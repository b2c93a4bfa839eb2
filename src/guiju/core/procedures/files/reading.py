"""A procedure file read (程序文件读取): all of it is right, or the line that is wrong is named."""

from guiju.core.procedures.files.declared import (
    ballot,
    check_namers,
    consultation,
    duty,
    fact,
    material,
    recurrence,
    role,
    state,
)
from guiju.core.procedures.files.parts import bilingual, day, fields, known, texts
from guiju.core.procedures.files.steps import transition
from guiju.core.procedures.model import KINDS, Procedure
from guiju.core.provisions.files.nodes import Node, read_yaml


def read_procedure(data: str, name: str) -> Procedure:
    """One version of a procedure. Raises RuleFileError with the line, the place and how to mend it."""
    node = read_yaml(data, name)
    node.only(
        "procedure", "title", "kind", "in_force", "basis", "start", "opens", "asks", "roles", "facts",
        "states", "materials", "consultations", "ballots", "duties", "transitions", "falls_due",
    )  # fmt: skip
    dates = node.need("in_force")
    dates.only("from", "until")
    since, until = day(dates.need("from")), dates.get("until")
    if until is not None and day(until) <= since:
        raise until.wrong("失效日期不晚于实施日期", "it ends before it begins")
    kind, start = node.need("kind"), node.need("start")
    if kind.text not in KINDS:
        raise kind.wrong(f"只能是 {'、'.join(KINDS)}", f"only {', '.join(KINDS)} are possible")
    roles = {key: role(key, one) for key, one in node.need("roles").fields.items()}
    check_namers(node.need("roles"), roles)
    papers = fields(node, "materials")
    facts = {key: fact(key, one, since, papers) for key, one in fields(node, "facts").items()}
    states = {key: state(key, one) for key, one in node.need("states").fields.items()}
    steps = node.need("transitions").fields
    materials = {key: material(key, one, roles, facts) for key, one in papers.items()}
    again = node.get("falls_due")
    found = Procedure(
        id=node.need("procedure").text,
        title=bilingual(node.need("title")),
        kind=kind.text,
        since=since,
        until=None if until is None else day(until),
        basis=node.need("basis").text,
        start=known(start, start.text, states, "状态", "state"),
        opens=_names(node, "opens", roles, "角色", "role"),
        asks=_names(node, "asks", facts, "事实", "fact"),
        falls_due=None if again is None else recurrence(again, since, facts),
        roles=roles,
        facts=facts,
        states=states,
        materials=materials,
        consultations={
            key: consultation(key, one, since, facts, roles, materials)
            for key, one in fields(node, "consultations").items()
        },
        ballots={
            key: ballot(key, one, since, facts, roles, states)
            for key, one in fields(node, "ballots").items()
        },
        duties={
            key: duty(key, one, since, facts, roles, frozenset(steps))
            for key, one in fields(node, "duties").items()
        },
        transitions={},
        file=name,
    )
    for key, one in steps.items():
        found.transitions[key] = transition(key, one, found)
    return found


def _names(node: Node, key: str, things: object, zh: str, en: str) -> tuple[str, ...]:
    found = node.get(key)
    for name in texts(node, key):
        if found is not None:
            known(found, name, things, zh, en)
    return texts(node, key)
