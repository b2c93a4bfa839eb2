"""Labels and their values (栏目名与内容): beside each other, in one cell, or one below the other."""

import re
from collections.abc import Iterable, Mapping

from guiju.core.errors import Bilingual
from guiju.core.forms.model import Column, Field
from guiju.core.forms.readers.heads import key_of
from guiju.core.forms.values import day_of, number_of, ticked

_NUMBERED = re.compile(r"^\s*(?:[一二三四五六七八九十]{1,3}\s*[、.．]|\d{1,2}\s*[、.．)）]|[（(][一二三四五六七八九十\d]{1,3}[)）])\s*")  # fmt: skip
_COLON = re.compile(r"[：:]")
_BLANKS = re.compile(r"^[\s\uff3f_]*$|^[\s\uff3f_]*年[\s\uff3f_]*月[\s\uff3f_]*日$")
_UNDERSCORES = re.compile(r"^[\uff3f_\s]+|[\uff3f_\s]+$")


class Labels:
    """The names of fields, in both languages and in the other words of their definitions."""

    def __init__(self, fields: Iterable[Field | Column]) -> None:
        self._keys: dict[str, str] = {}
        for one in fields:
            zh, en = one.label
            for name in (zh, en, f"{zh}{en}", *one.also):
                self._keys.setdefault(key_of(name), one.id)

    def of(self, text: str) -> str:
        """The field that is named so; "" where none is."""
        if not text or len(text) > 200:
            return ""
        return self._keys.get(key_of(text)) or self._keys.get(key_of(_NUMBERED.sub("", text)), "")

    def inside(self, text: str) -> tuple[str, str]:
        """The field and its value of “label：value”; "" where it is none."""
        for colon in _COLON.finditer(text[:240]):
            if name := self.of(text[: colon.start()]):
                return name, value(text[colon.end() :])
        return "", ""


def value_of(one: Field | Column, text: str) -> str:
    """The value as the field keeps it: a day as 2024-03-01, a choice by its key. Else as it is written."""
    if one.kind == "date" and (day := day_of(text)):
        return day.isoformat()
    if one.kind == "number" and (number := number_of(text)):
        return number
    if one.choices:
        marked = ticked(text)
        keys = [key for key, name in one.choices.items() if _is_said(name, key, marked)]
        return keys[0] if len(keys) == 1 and len(marked) == 1 else "、".join(marked)
    return text


def _is_said(name: Bilingual, key: str, marked: list[str]) -> bool:
    ways = {key_of(one) for one in (name.zh, name.en, f"{name.zh} {name.en}", key)}
    return any(key_of(one) in ways for one in marked)


def value(text: str) -> str:
    """What was written; lines to write on are nothing."""
    return "" if _BLANKS.fullmatch(text) else _UNDERSCORES.sub("", text)


def row_pairs(cells: Iterable[str], labels: Labels) -> Mapping[str, str]:
    """The values of a row: behind their label, in the next cell, or in the same."""
    found: dict[str, str] = {}
    waiting = ""
    for cell in cells:
        name = labels.of(cell)
        if name:
            waiting = name
            found.setdefault(name, "")
            continue
        inside, said = labels.inside(cell)
        if inside:
            found[inside], waiting = said, ""
        elif waiting and cell:
            found[waiting], waiting = value(cell), ""
    return found
