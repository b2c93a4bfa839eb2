"""What is known while a DOCX is gone through (读取状态)."""

from dataclasses import dataclass, field

from lxml import etree

from guiju.core.documents.docx.doubts import Doubts
from guiju.core.documents.docx.fields import Fields
from guiju.core.documents.docx.package import Package, Relation
from guiju.core.documents.docx.styles import Styles
from guiju.core.documents.model import Footnote
from guiju.core.word_numbers import Numbering


@dataclass(slots=True)
class Source:
    """One file under way. `line` counts paragraphs; `marked` is where each bookmark stands."""

    package: Package
    styles: Styles
    numbering: Numbering
    doubts: Doubts
    line: int = 0
    fields: Fields = field(default_factory=Fields)
    marked: dict[str, int] = field(default_factory=dict)
    images: dict[str, bytes] = field(default_factory=dict)
    notes: dict[tuple[str, str], etree._Element] = field(default_factory=dict)
    called: dict[str, str] = field(default_factory=dict)  # labels by the ids of footnotes
    footnotes: list[Footnote] = field(default_factory=list)
    said: list[tuple[str, str]] = field(default_factory=list)  # content controls of the cover
    in_note: str = ""  # the part of the footnote that is read
    listed: set[int] = field(default_factory=set)  # lines of contents that Word made
    automatic: int = 0  # footnotes that Word counts

    def target(self, identity: str) -> Relation:
        """Where a relation of the part that is read leads."""
        part = self.in_note or self.package.main
        return self.package.relations(part).get(identity, Relation())
