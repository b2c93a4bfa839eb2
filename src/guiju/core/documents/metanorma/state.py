"""What all parts of the reader share (读取状态)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from lxml import etree

from guiju.core.documents.metanorma.names import words
from guiju.core.documents.metanorma.numbering import Numbering
from guiju.core.documents.model import Block, Doubt, Footnote
from guiju.core.documents.sts.names import child, line_of

T = TypeVar("T")
_SENTENCES = {
    "metanorma-pointer": (
        "内部指引没有目标，已按原样保留文字。",
        "A pointer leads nowhere; its words were kept.",
    ),
    "metanorma-unknown": (
        "未识别的元素，已原样保留。",
        "An element is not known; it was kept as it is.",
    ),
    "metanorma-image": (
        "图片数据无法解码，已保留其地址。",
        "The data of an image cannot be decoded; its address was kept.",
    ),
}


@dataclass(slots=True)
class State:
    """`origin` says of which element a value was made; its keys are identities."""

    language: str
    numbering: Numbering
    blocks: Callable[["State", etree._Element], Iterator[Block]]
    one: Callable[["State", etree._Element, list[etree._Element]], Iterator[Block]]
    origin: dict[int, tuple[object, etree._Element]] = field(default_factory=dict)
    footnotes: list[dict[str, Footnote]] = field(default_factory=lambda: [{}])
    doubts: list[Doubt] = field(default_factory=list)
    images: dict[str, bytes] = field(default_factory=dict)
    count: int = 0

    def made(self, thing: T, element: etree._Element) -> T:
        self.origin[id(thing)] = (thing, element)
        return thing

    def blocks_of_one(self, element: etree._Element) -> Iterator[Block]:
        """The blocks that one element is."""
        return self.one(self, element, [element])

    def doubt(self, code: str, element: etree._Element, text: str) -> None:
        zh, en = _SENTENCES[code]
        self.doubts.append(Doubt(code=code, zh=zh, en=en, line=line_of(element), text=text))

    def footnote(self, element: etree._Element) -> Footnote:
        """The footnote of a call; calls of one sign in one table, or in the text, share it."""
        sign = str(element.get("reference", ""))
        known = self.footnotes[-1].get(sign) if sign else None
        if known is not None:
            return known
        self.count += 1
        made = Footnote(
            id=f"fn-{self.count}",
            label=_printed(element) or (sign if len(self.footnotes) > 1 else f"{sign})"),
            blocks=tuple(self.blocks(self, element)),
        )
        self.footnotes[-1][sign or f"#{self.count}"] = made
        return self.made(made, element)

    def collected(self) -> tuple[Footnote, ...]:
        return tuple(self.footnotes.pop().values())


def _printed(element: etree._Element) -> str:
    return "".join(words(child(element, "fmt-fn-label")).split())
