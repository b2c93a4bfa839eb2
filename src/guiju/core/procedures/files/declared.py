"""What a procedure file declares (程序文件的各项声明): roles, facts, states, materials, duties …"""

from datetime import date
from typing import cast

from guiju.core.procedures.ballots.rules import ballot_rules
from guiju.core.procedures.files.parts import bilingual, known, number_key, period_key, texts
from guiju.core.procedures.files.stages import stages
from guiju.core.procedures.model import (
    BallotKind,
    Consultation,
    Duty,
    Earliest,
    Extension,
    Fact,
    Length,
    Material,
    Recurrence,
    Role,
    State,
    Variant,
    When,
)
from guiju.core.procedures.vocabulary import EFFECTS, SHOWN, EffectKind, Shown
from guiju.core.provisions.files.nodes import Node


def role(key: str, node: Node) -> Role:
    """`key: [中文, English]`, or with `open: everybody` or with `named_by: [role, …]`."""
    if not node.is_map:
        return Role(key, bilingual(node), open=False, named_by=(), line=node.line)
    node.only("title", "open", "named_by")
    everybody, title = node.get("open"), bilingual(node.need("title"))
    if everybody is None:
        node.need("named_by")
        return Role(key, title, open=False, named_by=texts(node, "named_by"), line=node.line)
    if everybody.text != "everybody" or node.get("named_by") is not None:
        raise everybody.wrong("只能是 everybody", "only “everybody” is possible")
    return Role(key, title, open=True, named_by=(), line=node.line)


def check_namers(node: Node, roles: dict[str, Role]) -> None:
    """Those who name must be closed roles of the file, filled by law."""
    by_law = tuple(one.id for one in roles.values() if one.by_law)
    for one in node.fields.values():
        if one.is_map and (given := one.get("named_by")) is not None:
            for name in texts(one, "named_by"):
                known(given, name, by_law, "法定角色", "role filled by law")


def fact(key: str, node: Node, since: date, materials: dict[str, Node]) -> Fact:
    """One of its `values`, some of which bar effects; or a day, with the `earliest` that it may be."""
    values, bars, earliest = node.get("values"), node.get("bars"), node.get("earliest")
    title = bilingual(node.need("title"))
    if values is None:
        node.only("title", "earliest")
        limit = None if earliest is None else _earliest(earliest, since, materials)
        return Fact(key, title, {}, {}, limit, node.line)
    node.only("title", "values", "bars")
    known_values = {name: bilingual(one) for name, one in values.fields.items()}
    if len(known_values) < 2:
        raise values.wrong("至少要有两个值", "two values at least are expected")
    barred = {} if bars is None else bars.fields
    return Fact(
        key,
        title,
        known_values,
        {
            known(one, name, known_values, "值", "value"): _kinds(one)
            for name, one in barred.items()
        },
        None,
        node.line,
    )


def _earliest(node: Node, since: date, materials: dict[str, Node]) -> Earliest:
    """`step`, or `{after: period, unless: material}`."""
    if node.is_text:
        if node.text != "step":
            raise node.wrong(
                "只能是 step 或 {after, unless}", "step or {after, unless} is expected"
            )
        return Earliest("", "")
    node.only("after", "unless")
    unless = node.need("unless")
    return Earliest(
        after=period_key(node.need("after"), since),
        unless=known(unless, unless.text, materials, "材料", "material"),
    )


def state(key: str, node: Node) -> State:
    node.only("title", "stage", "shows", "ends")
    stage, ends = node.need("stage"), node.get("ends")
    main, _, rest = stage.text.partition(".")
    if main not in stages() or rest not in ("00", "20", "60", "92", "93", "98", "99"):
        raise stage.wrong(
            "应当是 SS.ss，例如 30.20；ss 为 00、20、60、92、93、98 或 99",
            "SS.ss is expected, such as 30.20; ss is 00, 20, 60, 92, 93, 98 or 99",
        )
    return State(
        id=key,
        title=bilingual(node.need("title")),
        stage=stage.text,
        ends=ends is not None and ends.text == "yes",
        shows=cast(
            "tuple[Shown, ...]",
            tuple(
                known(node, one, SHOWN, "公开内容", "part to show") for one in texts(node, "shows")
            ),
        ),
        line=node.line,
    )


def material(key: str, node: Node, roles: dict[str, Role], facts: dict[str, Fact]) -> Material:
    node.only("title", "by", "before", "unless", "text", "form")
    text, form = node.get("text"), node.get("form")
    if text is not None and text.text != "yes":
        raise text.wrong("只能是 yes", "only “yes” is possible")
    return Material(
        id=key,
        title=bilingual(node.need("title")),
        by=tuple(known(node, one, roles, "角色", "role") for one in node.need("by").texts()),
        before=_effects(node, "before"),
        unless=when(node.get("unless"), facts),
        text=text is not None,
        form="" if form is None else form.text,
        line=node.line,
    )


def consultation(
    key: str,
    node: Node,
    since: date,
    facts: dict[str, Fact],
    roles: dict[str, Role],
    materials: dict[str, Material],
) -> Consultation:
    node.only(
        "title", "lasts", "audiences", "publishes", "answered_by", "before", "unless", "basis"
    )
    answered_by = node.need("answered_by")
    return Consultation(
        id=key,
        title=bilingual(node.need("title")),
        lengths=_lengths(node.need("lasts"), since, facts),
        audiences=tuple(bilingual(one) for one in node.need("audiences").rows),
        publishes=tuple(
            known(node, one, materials, "材料", "material") for one in texts(node, "publishes")
        ),
        answered_by=tuple(
            known(answered_by, one, roles, "角色", "role") for one in answered_by.texts()
        ),
        before=_effects(node, "before"),
        unless=when(node.get("unless"), facts),
        basis=node.need("basis").text,
        line=node.line,
    )


def ballot(
    key: str,
    node: Node,
    since: date,
    facts: dict[str, Fact],
    roles: dict[str, Role],
    states: dict[str, State],
) -> BallotKind:
    node.only(
        "title", "rule", "electorate", "lasts", "excluded", "decides", "after", "unless",
        "variants", "basis",
    )  # fmt: skip
    lasts, variants = node.get("lasts"), node.get("variants")
    return BallotKind(
        id=key,
        title=bilingual(node.need("title")),
        rule=_rule(node),
        electorate=bilingual(node.need("electorate")),
        length=None if lasts is None else period_key(lasts, since),
        excluded=_excluded(node, roles),
        decides=_effects(node, "decides"),
        after=tuple(known(node, one, states, "状态", "state") for one in texts(node, "after")),
        unless=when(node.get("unless"), facts),
        variants=()
        if variants is None
        else tuple(_variant(one, facts, roles) for one in variants.rows),
        basis=node.need("basis").text,
        line=node.line,
    )


def _variant(node: Node, facts: dict[str, Fact], roles: dict[str, Role]) -> Variant:
    node.only("when", "rule", "electorate", "excluded")
    return Variant(
        rule=_rule(node),
        electorate=bilingual(node.need("electorate")),
        excluded=_excluded(node, roles),
        when=when(node.need("when"), facts),
    )


def _rule(node: Node) -> str:
    rule = node.need("rule")
    return known(rule, rule.text, ballot_rules(), "表决规则", "ballot rule")


def _excluded(node: Node, roles: dict[str, Role]) -> tuple[str, ...]:
    return tuple(known(node, one, roles, "角色", "role") for one in texts(node, "excluded"))


def recurrence(node: Node, since: date, facts: dict[str, Fact]) -> Recurrence:
    """`falls_due`: when a case is to begin by itself."""
    node.only("after", "lasts", "ahead", "basis")
    ahead = node.get("ahead")
    return Recurrence(
        after=_kinds(node.need("after")),
        lengths=_lengths(node.need("lasts"), since, facts),
        ahead="" if ahead is None else period_key(ahead, since),
        basis=node.need("basis").text,
    )


def duty(
    key: str,
    node: Node,
    since: date,
    facts: dict[str, Fact],
    roles: dict[str, Role],
    steps: frozenset[str],
) -> Duty:
    node.only("title", "owner", "begins", "ends", "lasts", "extension", "reminders", "basis")
    owner, longer, reminders = node.need("owner"), node.get("extension"), node.get("reminders")
    begins, ends = node.need("begins"), node.need("ends")
    return Duty(
        id=key,
        title=bilingual(node.need("title")),
        owner=known(owner, owner.text, roles, "角色", "role"),
        begins=tuple(known(begins, one, steps, "步骤", "transition") for one in begins.texts()),
        ends=tuple(known(ends, one, steps, "步骤", "transition") for one in ends.texts()),
        lengths=_lengths(node.need("lasts"), since, facts),
        extension=None if longer is None else _extension(longer, since),
        reminders=None if reminders is None else number_key(reminders, since, ("days each",)),
        basis=node.need("basis").text,
        line=node.line,
    )


def _extension(node: Node, since: date) -> Extension:
    node.only("at_most", "asked_before", "times")
    return Extension(
        at_most=period_key(node.need("at_most"), since),
        asked_before=number_key(node.need("asked_before"), since, ("days",)),
        times=number_key(node.need("times"), since, ("times",)),
    )


def when(node: Node | None, facts: dict[str, Fact]) -> When:
    """`{fact: value}`, each declared."""
    if node is None:
        return ()
    for key, one in node.fields.items():
        known(one, key, facts, "事实", "fact")
        known(one, one.text, facts[key].values, f"“{key}”的值", f"value of “{key}”")
    return tuple((key, one.text) for key, one in node.fields.items())


def _lengths(node: Node, since: date, facts: dict[str, Fact]) -> tuple[Length, ...]:
    """One key, or a list whose last row counts when no other does."""
    if node.is_text:
        return (Length(period_key(node, since), ()),)
    found = []
    for one in node.rows:
        one.only("of", "when")
        found.append(Length(period_key(one.need("of"), since), when(one.get("when"), facts)))
    if not found or found[-1].when:
        raise node.wrong("最后一行不应带 when", "the last row has no “when”")
    return tuple(found)


def _effects(node: Node, key: str) -> tuple[EffectKind, ...]:
    found = node.get(key)
    return () if found is None else _kinds(found)


def _kinds(node: Node) -> tuple[EffectKind, ...]:
    found = tuple(known(node, one, EFFECTS, "效力", "effect") for one in node.texts())
    return cast("tuple[EffectKind, ...]", found)
