"""Pictures (图片): drawings and old pictures by the name of their part, with their bytes."""

import posixpath

from lxml import etree

from guiju.core.documents.docx.names import q
from guiju.core.documents.docx.source import Source


def names(holder: etree._Element, source: Source) -> list[str]:
    """The pictures inside an element, put into `source.images`; text boxes read their own."""
    found = []
    if holder.tag == q("w:object"):
        source.doubts.add("object", source.line)
    for one in holder.iter(q("a:blip"), q("v:imagedata")):
        if any(
            above.tag in (q("w:txbxContent"), q("mc:Fallback")) for above in one.iterancestors()
        ):
            continue
        identity = one.get(q("r:embed")) or one.get(q("r:id")) or one.get(q("r:link")) or ""
        name = _name(identity, source)
        if name:
            found.append(name)
    return found


def _name(identity: str, source: Source) -> str:
    target, mode = source.package.target(identity)
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
