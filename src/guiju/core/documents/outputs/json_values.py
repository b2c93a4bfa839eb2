"""JSON values back to the model (JSON 读回): each checked against the type of its field."""

from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Literal, NoReturn, Union, get_args, get_origin, get_type_hints

from guiju.core.documents.model import Cell, Mark, Text
from guiju.core.documents.outputs.errors import NotADocument
from guiju.core.documents.outputs.json_shapes import PAIRS, TYPES

DEEPEST = 100
_WIDEST = 10_000
_MOST = 1_000_000_000
_NAMES = {str: ("文字", "a string"), int: ("整数", "an integer"), bool: ("真假值", "true or false")}


def _wrong(place: str, reason_zh: str, reason_en: str) -> NoReturn:
    raise NotADocument(place or "/", reason_zh=reason_zh, reason_en=reason_en)


@cache
def hints(made: type) -> dict[str, Any]:
    """The types of a class's fields."""
    return get_type_hints(made)


class Decoder:
    """Makes values of the model's types; how deep they nest is bounded."""

    def __init__(self) -> None:
        self.depth = 0

    def value(self, hint: Any, value: Any, place: str) -> Any:
        if isinstance(hint, type) and hint in _NAMES:
            return _scalar(hint, value, place)
        origin = get_origin(hint)
        if origin is Literal:
            return _choice(get_args(hint), value, place)
        if origin is tuple:
            inner = get_args(hint)[0]
            return tuple(
                self.value(inner, one, f"{place}/{at}")
                for at, one in enumerate(_list(value, place))
            )
        self.depth += 1
        if self.depth > DEEPEST:
            _wrong(place, f"嵌套超过 {DEEPEST} 层", f"nested more than {DEEPEST} deep")
        made = self._object(hint, origin, _object(value, place), place)
        self.depth -= 1
        return made

    def _object(self, hint: Any, origin: Any, value: dict[str, Any], place: str) -> Any:
        if origin in (Union, UnionType):
            kind = value.get("type")
            if not isinstance(kind, str) or kind not in TYPES:
                known = ", ".join(TYPES)
                _wrong(f"{place}/type", f"应为 {known} 之一", f"one of {known} is expected")
            hint = TYPES[kind]
        elif hint in TYPES.values() and value.get("type", "") not in ("", _type_of(hint)):
            _wrong(f"{place}/type", f"应为 {_type_of(hint)}", f"{_type_of(hint)} is expected")
        known_hints = hints(hint)
        unknown = next((name for name in value if name not in {*known_hints, "type"}), None)
        if unknown is not None or ("type" in value and hint not in TYPES.values()):
            _wrong(f"{place}/{unknown or 'type'}", "没有这个名称", "there is no such name")
        made = {
            name: self._field(hint, name, known_hints[name], value[name], f"{place}/{name}")
            for name in known_hints
            if name in value
        }
        missing = next((one for one in needed(hint) if one not in made), None)
        if missing:
            _wrong(f"{place}/{missing}", "缺少这一项", "it is missing")
        return _sound(hint(**made), place)

    def _field(self, owner: type, name: str, hint: Any, value: Any, place: str) -> Any:
        names = PAIRS.get((owner, name))
        if names is None:
            return self.value(hint, value, place)
        pair = get_args(get_args(hint)[0])
        return tuple(
            self._pair(names, pair, one, f"{place}/{at}")
            for at, one in enumerate(_list(value, place))
        )

    def _pair(self, names: tuple[str, str], kinds: Any, value: Any, place: str) -> tuple[Any, ...]:
        given = _object(value, place)
        if set(given) != set(names):
            _wrong(place, f"应有 {'、'.join(names)}", f"{' and '.join(names)} are expected")
        return tuple(
            self.value(kind, given[name], f"{place}/{name}")
            for name, kind in zip(names, kinds, strict=True)
        )


def _type_of(made: type) -> str:
    return next(name for name, one in TYPES.items() if one is made)


@cache
def needed(made: type) -> tuple[str, ...]:
    """The fields without a default."""
    if not is_dataclass(made):  # a mark
        return ("start", "end", "kind")
    return tuple(
        one.name
        for one in fields(made)
        if one.default is MISSING and one.default_factory is MISSING
    )


def _scalar(hint: type, value: Any, place: str) -> Any:
    if type(value) is not hint:
        _wrong(place, f"应为{_NAMES[hint][0]}", f"{_NAMES[hint][1]} is expected")
    if isinstance(value, str) and not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            _wrong(place, "含有不成对的代理码", "it holds a lone surrogate")
    if isinstance(value, int) and not 0 <= value <= _MOST:
        _wrong(place, f"应在 0 与 {_MOST} 之间", f"0 to {_MOST} is expected")
    return value


def _choice(known: tuple[Any, ...], value: Any, place: str) -> Any:
    if not isinstance(value, str) or value not in known:
        shown = ", ".join(f"“{one}”" for one in known)
        _wrong(place, f"应为 {shown} 之一", f"one of {shown} is expected")
    return value


def _list(value: Any, place: str) -> list[Any]:
    if not isinstance(value, list):
        _wrong(place, "应为数组", "an array is expected")
    return value


def _object(value: Any, place: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        _wrong(place, "应为对象", "an object is expected")
    return value


def _sound(made: Any, place: str) -> Any:
    """What a type cannot say: marks lie inside their text, cells have a size."""
    if isinstance(made, Text):
        size = len(made.content)
        for at, mark in enumerate(made.marks):
            if not mark.start <= mark.end <= size:
                _wrong(
                    f"{place}/marks/{at}",
                    f"标记应在 0 与 {size} 之间",
                    f"a mark lies between 0 and {size}",
                )
        return _ordered(made)
    if isinstance(made, Cell):
        sizes = (made.column + 1, made.rows, made.columns)
        if not all(0 < one <= _WIDEST for one in sizes):
            _wrong(place, "单元格的跨度应至少为 1", "a cell spans at least 1")
    return made


def _ordered(text: Text) -> Text:
    def key(mark: Mark) -> tuple[int, int]:
        return mark.start, -mark.end

    return Text(text.content, tuple(sorted(text.marks, key=key)))
