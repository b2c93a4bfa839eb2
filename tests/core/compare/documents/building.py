"""Small documents for tests, written as text; all of them are examples (示例).

# 5 要求        a section: as many signs as its level; `# 前言` has no number
文字。          a paragraph
a) 文字         an item
注1：文字       a note
@3.1 术语 | term | 定义      a term entry
> GB/T 1.1—2020 标题        a reference
T 1 标题                    a table, its rows follow: | a | b |, the first is the head
"""

import re
from dataclasses import replace
from itertools import groupby

from guiju.core.documents.addresses import addressed
from guiju.core.documents.model import (
    Cell,
    Designation,
    Document,
    Item,
    Items,
    Meta,
    Note,
    Paragraph,
    Reference,
    Section,
    Table,
    Term,
    Text,
)

KINDS = {
    "前言": "foreword", "引言": "introduction", "范围": "scope", "规范性引用文件": "normative-references",
    "术语和定义": "terms", "参考文献": "bibliography", "Scope": "scope",
}  # fmt: skip


def document(source, number="GB/T 99999—2020", language="zh"):
    lines = [line.strip() for line in source.strip().splitlines() if line.strip()]
    roots, path = [], []
    for line in lines:
        if line.startswith("#"):
            node = _head(line)
            while path and path[-1]["level"] >= node["level"]:
                path.pop()
            (path[-1]["below"] if path else roots).append(node)
            path.append(node)
        else:
            path[-1]["lines"].append(line)
    made = tuple(_section(one) for one in roots)
    return addressed(Document(meta=Meta(number=number, language=language), sections=made))


def _head(line):
    signs, _, rest = line.partition(" ")
    first, _, title = rest.partition(" ")
    label = first if re.fullmatch(r"(?:附录)?[A-Z]?[\d.]*[\dA-Z]|[A-Z](?:\.\d+)*", first) else ""
    return {
        "level": len(signs), "label": label.removeprefix("附录"), "annex": first.startswith("附录"),
        "title": title if label else rest, "lines": [], "below": [],
    }  # fmt: skip


def _section(node):
    kind = "annex" if node["annex"] else KINDS.get(node["title"], "clause")
    return Section(
        kind=kind, label=node["label"], title=Text(node["title"]), level=node["level"],
        blocks=tuple(_blocks(node["lines"])), sections=tuple(map(_section, node["below"])),
    )  # fmt: skip


def _blocks(lines):
    for kind, own in groupby(lines, key=_kind):
        group = list(own)
        if kind == "item":
            yield Items(items=tuple(_item(line) for line in group))
        elif kind == "table":
            yield from _tables(group)
        else:
            yield from map(globals()[f"_{kind}"], group)


def _kind(line):
    for kind, pattern in (
        ("item", r"[a-z]\) "), ("note", r"(注|示例)\d*："), ("term", "@"), ("reference", "> "),
        ("table", r"T |\|"),
    ):  # fmt: skip
        if re.match(pattern, line):
            return kind
    return "paragraph"


def _paragraph(line):
    return Paragraph(text=Text(line))


def _item(line):
    label, _, text = line.partition(" ")
    return Item(label=label, blocks=(_paragraph(text),))


def _note(line):
    label, _, text = line.partition("：")
    return Note(
        kind="note" if label[0] == "注" else "example", label=label, blocks=(_paragraph(text),)
    )


def _term(line):
    label, _, rest = line[1:].partition(" ")
    zh, en, definition = (part.strip() for part in rest.split("|"))
    return Term(
        label=label,
        designations=(Designation(text=Text(zh), language="zh"), Designation(text=Text(en), language="en")),
        definitions=(("zh", Text(definition)),),
    )  # fmt: skip


def _reference(line):
    text = line[2:]
    number, _, title = text.partition("　")
    return Reference(number=number, title=Text(title), text=Text(text), dated="—" in number)


def _tables(lines):
    for line in lines:
        if line.startswith("T "):
            _, label, title = line.split(" ", 2)
            rows = []
            table = Table(label=label, title=Text(title), head=(), body=())
            start = lines.index(line) + 1
            for row in lines[start:]:
                if row.startswith("T "):
                    break
                rows.append(_row(row))
            yield replace(table, head=tuple(rows[:1]), body=tuple(rows[1:]))


def _row(line):
    texts = [part.strip() for part in line.strip("|").split("|")]
    return tuple(
        Cell(blocks=(_paragraph(text),) if text else (), column=at) for at, text in enumerate(texts)
    )
