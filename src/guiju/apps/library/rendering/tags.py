"""Elements of HTML (标记): everything that is not marked as safe is escaped."""

from typing import Any

from django.utils.html import conditional_escape, escape
from django.utils.safestring import SafeString, mark_safe

VOID = ("br", "img", "hr", "col")


def tag(name: str, *inside: object, **attributes: object) -> SafeString:
    """An element. `class_` and `aria_label` are written class and aria-label; None, False and "" left out."""
    return mark_safe(  # noqa: S308 - each part was escaped here or is safe
        f"<{name}{_said(attributes)}>" + ("" if name in VOID else f"{joined(*inside)}</{name}>")
    )


def joined(*parts: Any) -> SafeString:
    """Parts after each other."""
    return mark_safe("".join(map(conditional_escape, parts)))  # noqa: S308 - as above


def opened(name: str, **attributes: object) -> SafeString:
    """The start of an element whose end comes later."""
    return mark_safe(f"<{name}{_said(attributes)}>")  # noqa: S308 - as above


def closed(name: str) -> SafeString:
    return mark_safe(f"</{name}>") if name else SafeString()  # noqa: S308 - our own name


def _said(attributes: dict[str, object]) -> str:
    return "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value is not None and value is not False and value != ""
    )
