"""What a page adds to a text (页面添加的内容): links, terms, marks, pictures' addresses. This adds nothing."""

from collections.abc import Iterable
from typing import NamedTuple

from guiju.core.documents.model import Mark, Reference
from guiju.core.documents.outputs.html_tags import Html, escaped
from guiju.core.documents.outputs.runs import Over

__all__ = ["Hooks", "Over", "Pointer"]


class Pointer(NamedTuple):
    """Where a reference leads, with what a reader is told on the way."""

    href: str
    title: str = ""
    kind: str = ""  # more classes


class Hooks:
    """A page overrides what it has. `prefix` stands before each anchor, so that two texts can share a page."""

    prefix: str = ""

    def standard(self, key: str) -> Pointer | None:
        """Where the standard with that canonical number is shown."""

    def image(self, name: str) -> str | None:
        """The address of a picture."""

    def without_image(self, name: str) -> Html:
        """What stands for a picture that is not at hand; "" is one of which not even the name was read."""
        return escaped(f"[{name}]" if name else "")

    def terms(self, content: str, address: str) -> Iterable[Mark]:
        """Terms used in a text: marks of kind term."""
        return ()

    def definition(self, address: str) -> str:
        """What a term entry says, to be shown where the term is used."""
        return ""

    def over(self, content: str, address: str, part: str) -> Iterable[Over]:
        """What lies over a text: hits of a search, findings. `part` as in a finding."""
        return ()

    def anchor(self, address: str) -> Html:
        """The link by which an address is copied."""
        return Html()

    def after_reference(self, one: Reference) -> Html:
        """What is to be said of an entry of the references."""
        return Html()
