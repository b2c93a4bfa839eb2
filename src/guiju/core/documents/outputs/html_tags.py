"""Elements of HTML (标记): what is not marked as markup is escaped, so no text breaks out of its tag."""

import re
from html import escape

_VOID = ("br", "img")
# What a page cannot hold.
_UNWRITABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}")


class Html(str):
    """Markup that is sound as it stands. Templates take it as it is."""

    __slots__ = ()

    def __html__(self) -> "Html":
        return self


def escaped(words: object) -> Html:
    """Words as markup; what is markup already stays."""
    known = getattr(words, "__html__", None)
    return Html(known() if known else escape(_UNWRITABLE.sub("", str(words))))


def joined(*parts: object) -> Html:
    """Parts after each other."""
    return Html("".join(map(escaped, parts)))


def opened(name: str, **attributes: object) -> Html:
    """The start of an element whose end comes later.

    `class_` and `aria_label` are written class and aria-label; what is None or empty is left out,
    but for the words of a picture.
    """
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_UNWRITABLE.sub("", str(value)))}"'
        for key, value in attributes.items()
        if value is not None and (value != "" or key == "alt")
    )
    return Html(f"<{name}{said}>")


def tag(name: str, *inside: object, **attributes: object) -> Html:
    """An element with what stands in it."""
    start = opened(name, **attributes)
    return start if name in _VOID else Html(f"{start}{joined(*inside)}</{name}>")


def language(written: str) -> str:
    """A language as HTML names it: Chinese is in simplified characters unless it says otherwise."""
    if written in ("zh", "zh-CN", "zho", "chi"):
        return "zh-Hans"
    return written if _LANGUAGE.fullmatch(written) else ""
