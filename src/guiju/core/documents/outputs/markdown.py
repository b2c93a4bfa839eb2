"""A document as Markdown (Markdown 格式): as people read it, and as the reader reads it again."""

import re
from collections.abc import Iterator

from guiju.core.documents.model import (
    Document,
    Footnote,
    Formula,
    Mark,
    Quote,
    Table,
    Text,
)
from guiju.core.documents.outputs import labels, markdown_tables, tex
from guiju.core.documents.outputs.flow import Flow
from guiju.core.documents.outputs.html_text import is_safe
from guiju.core.documents.outputs.runs import tagged
from guiju.core.documents.walking import plain

_SIGN = re.compile(r"([\\`*_$]|\[(?=\^)|\](?=[(\[]))")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_START = re.compile(r"(\s*)([#>]|[-+=~](?=[\s=~-])|\d+\.(?=\s))")
_TAGS = {"bold": ("**", "**"), "italic": ("*", "*"), "code": ("`", "`"),
         "sub": ("<sub>", "</sub>"), "sup": ("<sup>", "</sup>")}  # fmt: skip


def write(document: Document) -> str:
    """The text, with an empty line between paragraphs."""
    return "\n\n".join(one for one in _Markdown(document).paragraphs() if one) + "\n"


class _Markdown(Flow):
    def text(self, text: Text) -> str:
        made = tagged(text, self._tags, self._words, self._leaf).replace("\0", "")
        return _START.sub(r"\1\\\2", made, count=1) if _START.match(made) else made

    def _tags(self, mark: Mark) -> tuple[str, str]:
        if mark.kind == "link" and is_safe(mark.value):
            target = re.sub(r"[\s()<>]", lambda one: f"%{ord(one[0]):02X}", mark.value.strip())
            return "[", f"]({target})"
        if mark.kind == "footnote":
            return f"[^{_name(mark.value)}]", ""
        return _TAGS.get(mark.kind, ("", ""))

    def _words(self, words: str, marks: tuple[Mark, ...]) -> str:
        if any(one.kind == "footnote" for one in marks):
            return ""
        if any(one.kind == "code" for one in marks):
            return words.replace("`", "'").replace("\n", " ")
        return _TAG.sub("&lt;", _SIGN.sub(r"\\\1", words)).replace("\n", " ")

    def _leaf(self, mark: Mark, words: str) -> str:
        if mark.kind == "break":
            return "<br>"
        inside = tex.of_formula(mark.value, words)
        return f"${inside}$" if inside else self._words(words, ())

    def heading(self, level: int, words: str) -> str:
        return f"{'#' * min(max(level, 1), 6)} {words.replace('<br>', ' ')}"

    def formula(self, one: Formula) -> Iterator[str]:
        inside = tex.of_formula(one.mathml, one.linear)
        number = rf" \quad ({one.label})" if one.label else ""
        shown = f"$$ {inside}{number} $$" if inside else self.words(one.linear)
        yield shown if inside else f"{shown} {labels.of_formula(one, self.language)}".strip()

    def rows(self, one: Table) -> Iterator[str]:
        if markdown_tables.is_plain(one):
            yield markdown_tables.pipes(one, self.text)
        elif one.head or one.body:
            yield markdown_tables.tags(one, self.language)
        else:
            yield from self.blocks((*one.notes, *one.footnotes))

    def image(self, name: str, title: str) -> str:
        target = re.sub(r"[\s()<>]", lambda one: f"%{ord(one[0]):02X}", name)
        return f"![{self.words(title)}]({target})"

    def quote(self, one: Quote) -> Iterator[str]:
        if one.code:
            inside = "\n".join(map(plain, one.blocks)).replace("```", "'''")
            yield f"```\n{inside}\n```"
            return
        for line in self.blocks(one.blocks):
            yield "> " + line.replace("\n", "\n> ")

    def footnote(self, one: Footnote) -> Iterator[str]:
        yield from self.led(f"[^{_name(one.id)}]: ", one.blocks)


def _name(written: str) -> str:
    return re.sub(r"[^\w.-]", "-", written)
