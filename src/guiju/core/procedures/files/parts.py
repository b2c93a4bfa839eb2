"""What all parts of a procedure file share (程序文件的共有部分)."""

from datetime import date

from guiju.core.errors import Bilingual
from guiju.core.params import all_params
from guiju.core.procedures.calendar.periods import UNITS
from guiju.core.provisions.files.nodes import Node


def bilingual(node: Node) -> Bilingual:
    """`[中文, English]`."""
    texts = [one.text for one in node.rows]
    if len(texts) != 2:
        raise node.wrong("应当是 [中文, English]", "[Chinese, English] is expected")
    return Bilingual(*texts)


def day(node: Node) -> date:
    try:
        return date.fromisoformat(node.text)
    except ValueError:
        raise node.wrong(
            f"“{node.text}”不是日期（年-月-日）", f"“{node.text}” is no date (year-month-day)"
        ) from None


def texts(node: Node, key: str) -> tuple[str, ...]:
    """The texts under a key that may be absent; one text is a list of one."""
    found = node.get(key)
    return () if found is None else found.texts()


def fields(node: Node, key: str) -> dict[str, Node]:
    found = node.get(key)
    return {} if found is None else found.fields


def known(node: Node, name: str, things: object, zh: str, en: str) -> str:
    """A name that must stand among `things`, declared elsewhere in the file."""
    if isinstance(things, dict | tuple | frozenset) and name in things:
        return name
    raise node.wrong(f"没有声明{zh}“{name}”", f"there is no {en} “{name}”")


def period_key(node: Node, since: date) -> str:
    """The key of a period: a number stands in rulebook/params with its legal basis, never here."""
    return _key(node, since, tuple(UNITS))


def number_key(node: Node, since: date, units: tuple[str, ...]) -> str:
    return _key(node, since, units)


def _key(node: Node, since: date, units: tuple[str, ...]) -> str:
    rows = [one for one in all_params() if one.key == node.text]
    if not rows:
        raise node.wrong(
            f"规则库中没有参数“{node.text}”；数值应写在 rulebook/params 中并附依据",
            f"the rulebook has no parameter “{node.text}”; a number belongs in rulebook/params, with its basis",
        )
    for one in rows:
        if one.unit not in units:
            raise node.wrong(
                f"参数“{node.text}”的单位“{one.unit}”不合适，应为 {'、'.join(units)}",
                f"the unit “{one.unit}” of “{node.text}” does not fit; {', '.join(units)} is expected",
            )
    if min(one.since for one in rows) > since:
        raise node.wrong(
            f"参数“{node.text}”在 {since} 尚无取值",
            f"the parameter “{node.text}” has no value on {since} yet",
        )
    return node.text
