"""The parts that all rule files share (规则文件的共有部分): texts, conditions, limits."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TypeVar, cast

from guiju.core.errors import Bilingual
from guiju.core.provisions.files import mends
from guiju.core.provisions.files.nodes import Node, RuleFileError
from guiju.core.provisions.interval import Comparison, Interval
from guiju.core.provisions.model import Attribute, Better, Certainty, Characteristic, Condition
from guiju.core.provisions.written import Limit, LimitError, read_limit

Word = TypeVar("Word", bound=str)


def bilingual(node: Node) -> Bilingual:
    """`[中文, English]`; one text serves both."""
    texts = node.texts()
    if len(texts) not in (1, 2):
        raise node.wrong("应当是 [中文, English]", "[Chinese, English] is expected")
    return Bilingual(texts[0], texts[-1])


def choice(node: Node | None, known: tuple[str, ...], default: Word) -> Word:
    """One of a few words."""
    if node is None:
        return default
    if node.text not in known:
        raise node.wrong(
            f"“{node.text}”不在可选值之内：{'、'.join(known)}",
            f"“{node.text}” is none of {', '.join(known)}",
        )
    return cast("Word", node.text)


def decimal(node: Node) -> Decimal:
    try:
        found = Decimal(node.text)
    except InvalidOperation:
        raise _no_number(node) from None
    if not found.is_finite():
        raise _no_number(node)
    return found


def _no_number(node: Node) -> RuleFileError:
    return node.wrong(f"“{node.text}”不是数", f"“{node.text}” is no number", mends.WRITE_NUMBER)


def day(node: Node) -> date:
    try:
        return date.fromisoformat(node.text)
    except ValueError:
        raise node.wrong(
            f"“{node.text}”不是日期（年-月-日）", f"“{node.text}” is no date (year-month-day)"
        ) from None


def dates(node: Node) -> tuple[date | None, date | None]:
    """`from` and `until` of a phase (分阶段实施); None: as long as the edition."""
    since, until = node.get("from"), node.get("until")
    first, last = (None if one is None else day(one) for one in (since, until))
    if until is not None and first is not None and last is not None and last <= first:
        raise until.wrong("失效日期不晚于实施日期", "it ends before it begins", mends.CHECK_DATES)
    return first, last


def limit(node: Node) -> Limit:
    try:
        return read_limit(node.text)
    except LimitError as error:
        raise node.wrong(error.sentence.zh, error.sentence.en) from error


def comparison(node: Node | None) -> Comparison:
    """全数值比较法 unless the standard says otherwise (GB/T 8170, 4.3.1)."""
    return choice(node, ("full", "rounded"), "full")


def certainty(node: Node | None, default: Certainty) -> Certainty:
    return choice(node, ("checked", "certain", "uncertain"), default)


def conditions(node: Node | None, attributes: dict[str, Attribute]) -> tuple[Condition, ...]:
    """`{waterbody: river}`, `{waterbody: [river, canal]}`, `{power: ">4500~7100"}`."""
    if node is None:
        return ()
    return tuple(_condition(name, one, attributes) for name, one in node.fields.items())


def _condition(name: str, node: Node, attributes: dict[str, Attribute]) -> Condition:
    attribute = attributes.get(name)
    if attribute is None:
        raise node.wrong(
            f"attributes 中没有“{name}”", f"attributes have no “{name}”", mends.ADD_ATTRIBUTE
        )
    if not attribute.values:
        asked = limit(node)
        if not isinstance(asked, Interval):
            raise node.wrong("数值条件应当是区间", "a condition on a number must be an interval")
        return Condition(name, interval=asked)
    for one in (node,) if node.is_text else node.rows:
        if one.text not in attribute.values:
            known = "、".join(attribute.values)
            raise one.wrong(
                f"“{name}”没有取值“{one.text}”，只有 {known}",
                f"“{name}” has no value “{one.text}”, only {known}",
            )
    return Condition(name, frozenset(node.texts()))


def characteristic_of(node: Node, known: Mapping[str, Characteristic]) -> str:
    """The characteristic that a part is on."""
    of = node.need("of")
    if of.text not in known:
        raise of.wrong(
            f"characteristics 中没有“{of.text}”",
            f"characteristics have no “{of.text}”",
            mends.ADD_CHARACTERISTIC,
        )
    return of.text


def characteristics(node: Node) -> dict[str, Characteristic]:
    return {name: _characteristic(name, one) for name, one in node.fields.items()}


def _characteristic(name: str, node: Node) -> Characteristic:
    node.only("name", "unit", "better", "least", "synonyms", "method", "undetected")
    least = node.get("least")
    return Characteristic(
        id=name,
        name=bilingual(node.need("name")),
        unit=_text(node, "unit"),
        better=_better(node),
        least=Decimal(0) if least is None else None if least.text == "none" else decimal(least),
        synonyms=_texts(node, "synonyms"),
        method=_texts(node, "method"),
        undetected=choice(node.get("undetected"), ("undetermined", "pass", "fail"), "undetermined"),
    )


def _better(node: Node) -> Better | None:
    if node.get("better") is None:
        return None
    better: Better = choice(node.get("better"), ("higher", "lower", "target"), "lower")
    return better


def attributes(node: Node | None) -> dict[str, Attribute]:
    return (
        {} if node is None else {name: _attribute(name, one) for name, one in node.fields.items()}
    )


def _attribute(name: str, node: Node) -> Attribute:
    node.only("name", "values", "unit", "default", "synonyms", "gaps")
    values = node.get("values")
    known = {} if values is None else {key: one.texts() for key, one in values.fields.items()}
    default = node.get("default")
    if default is not None and known and default.text not in known:
        raise default.wrong("默认值不在取值之内", "the default is none of the values")
    if default is not None and not known:
        decimal(default)
    return Attribute(
        id=name,
        name=bilingual(node.need("name")),
        values=known,
        unit=_text(node, "unit"),
        default="" if default is None else default.text,
        synonyms=_texts(node, "synonyms"),
        gaps=choice(node.get("gaps"), ("true", "false"), "false") == "true",
    )


def _text(node: Node, key: str) -> str:
    found = node.get(key)
    return "" if found is None else found.text


def _texts(node: Node, key: str) -> tuple[str, ...]:
    found = node.get(key)
    return () if found is None else found.texts()
