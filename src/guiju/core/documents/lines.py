"""A line of a source (行): what readers of running text hand to the recogniser of structure.

A line is a paragraph, not a line as a page breaks it.
"""

from dataclasses import dataclass, field

from guiju.core.documents.model import Block, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A paragraph of the source with all that its look says; what is not known keeps its default.

    `number` is a label that the source counts by itself (a DOCX numbering), as a reader sees it:
    "5.4", "a)"; it is not part of `text`. `heading` is the level that a style names (1 is a
    chapter). `titled` says that what follows the label is a title, or that it is none
    (条标题, 无标题条), where the style knows. `block` is a table, figure or formula that is ready; the line is then nothing else.
    """

    text: Text = field(default_factory=Text)
    line: int = 0
    page: int = 0
    number: str = ""
    heading: int = 0
    titled: bool | None = None
    style: str = ""
    bold: bool = False
    size: float = 0.0  # in points
    indent: float = 0.0  # of the first line, in points from the text's left edge
    centred: bool = False
    block: Block | None = None
