"""The transitions of a procedure file (步骤): door, guards, effects, notices."""

from typing import Any, cast

from guiju.core.procedures.files.declared import when
from guiju.core.procedures.files.parts import bilingual, known, texts
from guiju.core.procedures.model import Effect, Guard, Procedure, Transition
from guiju.core.procedures.vocabulary import EFFECTS, GUARDS, SUBJECTS, EffectKind
from guiju.core.provisions.files.nodes import Node


def transition(key: str, node: Node, of: Procedure) -> Transition:
    """One step; `to: stay` leaves the state as it is. Whatever it names is declared in the same file."""
    node.only("title", "from", "to", "by", "form", "asks", "guards", "effects", "tells", "basis")
    target, by, tells = node.need("to"), node.need("by"), node.get("tells")
    sources = node.need("from")
    ended = [one for one in sources.texts() if one in of.states and of.states[one].ends]
    if ended:
        raise sources.wrong(f"“{ended[0]}”是终止状态", f"“{ended[0]}” is an end")
    guards, effects = node.get("guards"), node.get("effects")
    form = node.get("form")
    return Transition(
        id=key,
        title=bilingual(node.need("title")),
        sources=tuple(known(sources, one, of.states, "状态", "state") for one in sources.texts()),
        target=""
        if target.text == "stay"
        else known(target, target.text, of.states, "状态", "state"),
        by=tuple(known(by, one, of.roles, "角色", "role") for one in by.texts()),
        form=key if form is None else form.text,
        asks=tuple(known(node, one, of.facts, "事实", "fact") for one in texts(node, "asks")),
        guards=() if guards is None else tuple(_guard(one, of) for one in guards.rows),
        effects=() if effects is None else tuple(_effect(one, of) for one in effects.rows),
        tells=()
        if tells is None
        else tuple(known(tells, one, of.roles, "角色", "role") for one in tells.texts()),
        basis=node.need("basis").text,
        line=node.line,
    )


def _guard(node: Node, of: Procedure) -> Guard:
    """`{kind: subject}`; a fact also has its value in `is`, and any guard may have `when`."""
    node.only("is", "when", *GUARDS)
    kinds = [key for key in node.fields if key in GUARDS]
    if len(kinds) != 1:
        raise node.wrong(
            f"应当恰有一个条件：{'、'.join(GUARDS)}",
            f"exactly one of {', '.join(GUARDS)} is expected",
        )
    kind = kinds[0]
    subject = node.need(kind)
    section: dict[str, Any] = getattr(of, GUARDS[kind])
    known(subject, subject.text, section, f"（{GUARDS[kind]}）", f"entry of {GUARDS[kind]}")
    value = ""
    if kind in ("fact", "not_fact"):
        wanted = node.need("is")
        values = of.facts[subject.text].values
        value = known(wanted, wanted.text, values, "值", "value")
    elif node.get("is") is not None:
        raise node.need("is").wrong("只有 fact 才有 is", "only a fact has “is”")
    if kind == "reached" and not of.facts[subject.text].is_day:
        raise subject.wrong("reached 只能用于日期", "only a day can be reached")
    return Guard(kind, subject.text, value, when(node.get("when"), of.facts))


def _effect(node: Node, of: Procedure) -> Effect:
    """A kind alone, or `{kind: subject}` where it has one."""
    if node.is_text:
        kind, subject = known(node, node.text, EFFECTS, "效力", "effect"), None
    else:
        node.only(*SUBJECTS)
        kind, subject = next(iter(node.fields.items()), ("", None))
    sections = SUBJECTS.get(cast("EffectKind", kind), ())
    if bool(sections) != (subject is not None) or len(node.fields if node.is_map else (1,)) != 1:
        raise node.wrong("这项效力写法不对，例如 {ballot_opened: review}",
                         "write one effect, such as {ballot_opened: review} or approved")  # fmt: skip
    if subject is None:
        return Effect(cast("EffectKind", kind))
    names = {name for section in sections for name in getattr(of, section)}
    known(subject, subject.text, frozenset(names), "", "subject")
    return Effect(cast("EffectKind", kind), subject.text)
