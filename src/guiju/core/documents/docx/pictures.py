"""What is put into a paragraph (嵌入内容): pictures with their bytes, text boxes, drawn words."""

import posixpath
from collections.abc import Iterator

from lxml import etree

from guiju.core.documents.docx.names import q
from guiju.core.documents.docx.source import Source

_BOX = q("w:txbxContent")
_ELSEWHERE = (_BOX, q("mc:Fallback"))
_SAYS = tuple(
    map(q, ("w:t", "w:p", "w:sym", "m:t", "a:blip", "v:imagedata", "w:txbxContent", "a:t"))
)
_CHARTS = (q("c:chart"), q("dgm:relIds"))


def chosen(alternate: etree._Element) -> etree._Element | None:
    """The first branch of an mc:AlternateContent in which there is anything to read."""
    branches = (q("mc:Choice"), q("mc:Fallback"))
    return next((one for one in alternate.iterchildren(*branches) if _says(one)), None)


def _says(branch: etree._Element) -> bool:
    return next(branch.iter(*_SAYS), None) is not None


def names(holder: etree._Element, source: Source) -> list[str]:
    """The pictures inside an element, put into `source.images`; text boxes read their own."""
    found = []
    if holder.tag == q("w:object"):
        source.doubts.add("object", source.line)
    for one in _own(holder, q("a:blip"), q("v:imagedata")):
        identity = one.get(q("r:embed")) or one.get(q("r:id")) or one.get(q("r:link")) or ""
        name = _name(identity, source)
        if name:
            found.append(name)
    return found


def boxes(holder: etree._Element) -> list[etree._Element]:
    """The text boxes inside an element; those inside others are theirs."""
    return list(_own(holder, _BOX))


def doubt(holder: etree._Element, source: Source) -> None:
    """What is drawn and cannot be read: words of a drawing, charts, diagrams."""
    words = [one.text or "" for one in _own(holder, q("a:t"))]
    words += [one.get("string", "") for one in _own(holder, q("v:textpath"))]
    if words:
        source.doubts.add("drawn", source.line, "".join(words))
    if next(_own(holder, *_CHARTS), None) is not None:
        source.doubts.add("chart", source.line)


def _own(holder: etree._Element, *tags: str) -> Iterator[etree._Element]:
    for one in holder.iter(*tags):
        above = one.getparent() if one is not holder else None
        while above is not None and above is not holder and above.tag not in _ELSEWHERE:
            above = above.getparent()
        if above is None or above is holder:
            yield one


def _name(identity: str, source: Source) -> str:
    target, mode, _ = source.target(identity)
    if not target or mode == "External":
        if target:
            source.doubts.add("image", source.line, target)
        return target
    name = posixpath.basename(target)
    if name not in source.images:
        content = source.package.bytes(target)
        if not content:
            source.doubts.add("image", source.line, name)
            return name
        source.images[name] = content
    return name
