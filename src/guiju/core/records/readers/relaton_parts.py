"""Reaching into Relaton's loose shapes (Relaton 的宽松结构): a value, a list of them, or wrapped."""

from typing import Any

_NULL = ("", "null", "~")
_LANGUAGES = {"eng": "en", "fra": "fr", "fre": "fr", "rus": "ru", "zho": "zh", "chi": "zh"}


def each(value: Any) -> list[Any]:
    """A list of what is given: none, one or several."""
    if value is None or (isinstance(value, str) and value in _NULL):
        return []
    return value if isinstance(value, list) else [value]


def text_of(value: Any) -> str:
    """The text of a scalar or of an object that wraps it."""
    if isinstance(value, str):
        return "" if value in _NULL else value.strip()
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, dict):
        for name in ("content", "id", "value", "name", "$", "text"):
            inner = value.get(name)
            if isinstance(inner, list):
                inner = inner[0] if inner else ""
            if isinstance(inner, dict):
                inner = inner.get("content")
            if isinstance(inner, str | int | float) and not isinstance(inner, bool):
                return text_of(inner)
    return ""


def language_of(value: Any) -> str:
    """The two letters of the language that a text or a language code is in."""
    if isinstance(value, dict):
        value = next(iter(each(value.get("language"))), "")
    code = text_of(value).lower()
    return _LANGUAGES.get(code, code[:2])


def mapping(value: Any) -> dict[str, Any]:
    """The object, or an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def said(item: dict[str, Any], ext: dict[str, Any], name: str) -> Any:
    """What the older generation says on top and the newer one in `ext`."""
    return item.get(name) if item.get(name) is not None else ext.get(name)
