"""The file itself (STS 原件): kept as it was read, so that nothing in it can be lost."""

from dataclasses import dataclass

from lxml import etree

from guiju.core.documents.sts.safe import read_xml


@dataclass(frozen=True, slots=True)
class Sts:
    """A NISO STS or ISO STS file, with every element, attribute, comment and instruction."""

    tree: etree._ElementTree

    @property
    def root(self) -> etree._Element:
        return self.tree.getroot()

    def write(self) -> bytes:
        """The file again, in UTF-8; its document type declaration stays."""
        written: bytes = etree.tostring(  # type: ignore[assignment]
            self.tree,
            encoding="UTF-8",
            xml_declaration=True,
            standalone=self.tree.docinfo.standalone,  # type: ignore[arg-type]
        )
        return written


def parse(data: bytes) -> Sts:
    """Read a file; a text that is no STS, too large or too deep is refused with a sentence."""
    return Sts(read_xml(data, "standard", "adoption"))
