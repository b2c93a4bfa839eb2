"""Term entries in AsciiDoc (术语条目): [en]#…# [zh]#…#, alt, deprecated, domain, source."""

import re

from guiju.core.documents.model import Designation, Term, Text
from guiju.core.documents.texts.asciidoc.inline import Inline

_ROLE = re.compile(r"\[(\w+)\]#([^#]+)#")
_MACRO = re.compile(r"(?:(?:alt|admitted)|(deprecated)|(domain)|(?:preferred)):\[([^\]]*)\]")
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_STEM = re.compile(r"stem:\[(.*)\]\s*$")
_STATUS = {"alt": "admitted", "admitted": "admitted", "deprecated": "deprecated"}


def language_of(words: str) -> str:
    return "zh" if _CHINESE.search(words) else "en"


def named(title: str, inline: Inline) -> list[Designation]:
    """The designations of an entry's heading, one a language."""
    roles = [one for one in _ROLE.findall(title) if one[0] in ("en", "zh")]
    if roles:
        return [
            Designation(text=inline.text(words), language=language) for language, words in roles
        ]
    return [Designation(text=inline.text(title), language=language_of(title))]


def said_below(paragraph: str, inline: Inline) -> tuple[list[Designation], str] | None:
    """Designations and domain that the lines under a heading give; None for other words."""
    lines = paragraph.split("\n")
    found: list[Designation] = []
    domain = ""
    for line in lines:
        stem, role = _STEM.fullmatch(line), _ROLE.fullmatch(line.strip())
        macro = _MACRO.fullmatch(line.strip())
        if stem:
            text = inline.text(line)
            found.append(Designation(text=text, language="en", kind="symbol", status="admitted"))
        elif role and role[1] == "domain":
            domain = role[2]
        elif macro and macro[2]:
            domain = macro[3]
        elif role and role[1] in _STATUS:
            found += _halves(role[2], _STATUS[role[1]])
        elif macro:
            found += _halves(macro[3], "deprecated" if macro[1] else "admitted")
        else:
            return None
    return found, domain


def _halves(words: str, status: str) -> list[Designation]:
    """货米 cargo rice: one name in two languages."""
    parts = re.match(r"(.*[\u3400-\u9fff])\s+([A-Za-z].*)$", words)
    pieces = parts.groups() if parts else (words,)
    return [
        Designation(text=Text(one.strip()), language=language_of(one), status=status)  # type: ignore[arg-type]
        for one in pieces
    ]


def entry(label: str, designations: list[Designation], line: int) -> Term:
    return Term(label=label, designations=tuple(designations), definitions=(), line=line)
