"""What a project says of the standard that it makes (项目所定的标准信息), from its form and parties."""

import re
from dataclasses import dataclass, field
from typing import Any

from guiju.apps.development.models import Appointment, Project
from guiju.core.errors import InputError
from guiju.core.numbers import try_read
from guiju.core.numbers.sequences import may_number, numbered_as
from guiju.core.records.identity import identity

_BETWEEN = re.compile(r"[、，,；;\n]+")
_DEGREES = {"identical": "IDT", "modified": "MOD"}
SAC = "469"  # plans of which no other department is named are those of the administration itself


class NoCodeError(InputError):
    """It is not said under which code the standard stands (没有标准代号)."""

    code = "development.no_code"
    zh = "请在项目信息中说明标准代号（如 GB/T、JB/T、DB11/T、T/EXAMPLE），编号时需要它。"
    en = "Say in the project under which code the standard will stand (such as GB/T, JB/T, DB11/T, T/EXAMPLE); its number needs it."
    field = "code"


class ForeignCodeError(InputError):
    """The code belongs to another kind of standard, or to another body (代号不属于本程序)."""

    code = "development.foreign_code"
    zh = "这个程序制定的标准不能使用代号“{subject}”。请使用本程序和本单位的代号，或者不填写。"
    en = "A standard made by this procedure cannot stand under “{subject}”. Use the code of the procedure and of the body, or leave it empty."
    field = "code"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The standard in the making. Everything may be empty; numbers are as written.

    `beside`: further codes under which it is issued with the same sequence number (区域协同);
    `series` and `part`: it is a part of a series that has its number already.
    """

    code: str = ""
    plan: str = ""
    owner: str = ""
    beside: tuple[str, ...] = ()
    series: str = ""
    part: str = ""
    sample_class: str = ""
    ics: tuple[str, ...] = ()
    ccs: tuple[str, ...] = ()
    category: str = ""
    keywords: tuple[str, ...] = ()
    adopts: tuple[tuple[str, str], ...] = ()
    transposes: tuple[str, ...] = ()
    replaces_partly: tuple[str, ...] = ()
    drafters: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    is_open: bool = False
    replacement: str = ""
    extra: dict[str, Any] = field(default_factory=dict)


def wanted(project: Project) -> Wanted:
    """What the project's form says, and what its procedure and its bodies make certain."""
    form = project.form
    owner = _owner(project)
    code, plan = numbered_as(project.procedure, owner)
    code = _text(form.get("code")) or code
    return Wanted(
        code=code,
        plan=_text(form.get("plan")) or plan or _plan_of(code),
        owner=_plan_owner(form, owner, code),
        beside=tuple(one for one in texts(form.get("beside")) if one != code),
        series=_text(form.get("series")),
        part=_text(form.get("part")),
        sample_class=_text(form.get("sample_class")),
        ics=texts(form.get("ics")),
        ccs=texts(form.get("ccs")),
        category=_text(form.get("category")),
        keywords=texts(form.get("keywords")),
        adopts=_adopts(form, project.facts),
        transposes=texts(form.get("converted_from")),
        replaces_partly=texts(form.get("replaces_partly")),
        drafters=texts(form.get("drafters")),
        people=texts(form.get("drafting_people")),
        is_open=form.get("text_open") in (True, "yes"),
        replacement=_text(form.get("replacement")),
    )


def check_code(project: Project) -> None:
    """Raises ForeignCodeError if the form names a code that is not the project's to bear."""
    code = _text(project.form.get("code"))
    if code and not may_number(project.procedure, code, _owner(project)):
        raise ForeignCodeError(code)


def code_of(project: Project) -> str:
    """The code under which the standard will stand. Raises NoCodeError."""
    found = wanted(project).code
    if not found:
        raise NoCodeError()
    return found


def texts(value: Any) -> tuple[str, ...]:
    """A list of a form, or a text in which its values stand one after another."""
    parts = value if isinstance(value, list | tuple) else _BETWEEN.split(_text(value))
    return tuple(dict.fromkeys(text for one in parts if (text := _text(one))))


def _text(value: Any) -> str:
    return str(value).strip() if isinstance(value, str | int) and value is not True else ""


def _adopts(form: dict[str, Any], facts: dict[str, str]) -> tuple[tuple[str, str], ...]:
    given = form.get("adopts")
    rows = given if isinstance(given, list) else [given]
    settled = _DEGREES.get(facts.get("adoption", ""), "")
    return tuple(
        (number, settled or _text(row.get("degree")).upper())
        for row in rows
        if isinstance(row, dict) and (number := _text(row.get("number")))
    )


def _owner(project: Project) -> str:
    """The code of the body that conducts the project: an industry, an area, a body's own."""
    bodies = project.parties.exclude(organisation=None).values("organisation")
    rows = Appointment.objects.filter(procedure=project.procedure, organisation__in=bodies)
    return rows.exclude(code="").order_by("pk").values_list("code", flat=True).first() or ""


def _plan_owner(form: dict[str, Any], owner: str, code: str) -> str:
    level = identity(f"{code} 1-2020").level if code else ""
    if level == "national":
        return _text(form.get("department_code")) or SAC
    return code.split("/")[0] if level == "industry" else code or owner


def _plan_of(code: str) -> str:
    number = try_read(f"{code} 1-2020")
    level = number.level if number else ""
    return level if level in ("national", "industry") else "own"
