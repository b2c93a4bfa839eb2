"""A definition read (表单定义读取): all of it is right, or the line that is wrong is named."""

import re
from typing import cast, get_args

from guiju.core.documents.structure.words import squashed
from guiju.core.errors import Bilingual
from guiju.core.forms.files.fields import field, when
from guiju.core.forms.model import Field, Form, Page, Place, Section, Sentence, Shows
from guiju.core.procedures.files.parts import bilingual, day, known, texts
from guiju.core.provisions.files.nodes import Node, read_yaml

HOLE = re.compile(r"\{(\w+)\}")
_CONFIDENCE = ("high", "medium", "low")


def read_definition(data: str, name: str) -> Form:
    """One version of a form. Raises RuleFileError with the line, the place and how to mend it."""
    node = read_yaml(data, name)
    node.only(
        "form", "family", "title", "page", "in_force", "basis", "confidence", "for", "sections"
    )
    dates, page, sure = node.need("in_force"), node.need("page"), node.need("confidence")
    dates.only("from", "until")
    until = dates.get("until")
    family = node.get("family")
    key = node.need("form").text
    above: dict[str, Field] = {}
    parts = tuple(_section(name, one, above) for name, one in node.need("sections").fields.items())
    return Form(
        id=key,
        family=key if family is None else family.text,
        title=bilingual(node.need("title")),
        page=cast("Page", known(page, page.text, get_args(Page), "版式", "page")),
        since=day(dates.need("from")),
        until=None if until is None else day(until),
        basis=node.need("basis").text,
        confidence=known(sure, sure.text, _CONFIDENCE, "可信度", "confidence"),
        serves=texts(node, "for"),
        sections=parts,
        file=name,
    )


def _section(key: str, node: Node, above: dict[str, Field]) -> Section:
    node.only("title", "shows", "when", "says", "fields")
    title, shows, condition = node.get("title"), node.need("shows"), node.get("when")
    condition_read = () if condition is None else when(condition, above)
    fields = []
    for name, one in node.need("fields").fields.items():
        if name in above:
            raise one.wrong(f"“{name}”写了两次", f"“{name}” is written twice")
        found = field(name, one, above)
        _distinct(one, found, above)
        above[name] = found
        fields.append(found)
    says = node.get("says")
    sentences = () if says is None else tuple(_sentence(one, above) for one in says.rows)
    return Section(
        id=key,
        title=None if title is None else bilingual(title),
        shows=cast("Shows", known(shows, shows.text, get_args(Shows), "显示方式", "way to show")),
        when=condition_read,
        says=sentences,
        fields=tuple(fields),
    )


def _sentence(node: Node, above: dict[str, Field]) -> Sentence:
    """`[中文, English]`, or with the place on the page as third."""
    texts_of = [one.text for one in node.rows]
    if len(texts_of) not in (2, 3):
        raise node.wrong("应当是 [中文, English]", "[Chinese, English] is expected")
    zh, en, place = (*texts_of, "body")[:3]
    known(node, place, get_args(Place), "位置", "place")
    for hole in HOLE.findall(zh) + HOLE.findall(en):
        known(node, hole, above, "栏目", "field")
    return Sentence(Bilingual(zh, en), cast("Place", place))


def _distinct(node: Node, one: Field, above: dict[str, Field]) -> None:
    """Two fields of one name could not be told apart when the form comes back."""
    own = {squashed(text) for text in (*one.label, *one.also)}
    for other in above.values():
        if own & {squashed(text) for text in (*other.label, *other.also)}:
            raise node.wrong(
                f"名称与“{other.id}”相同，读回时无法区分", f"it is named like “{other.id}”"
            )
