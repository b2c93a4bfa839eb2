"""The parts put into a file (打包): the same document gives the same bytes."""

import io
import mimetypes
import zipfile
from collections.abc import Mapping

from lxml import etree

from guiju.core.documents.docx.names import SPACES, R
from guiju.core.documents.docx.writing.making import Element

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_KINDS = {
    "document.xml": "document.main", "styles.xml": "styles", "settings.xml": "settings",
    "footnotes.xml": "footnotes",
}  # fmt: skip
_OUTWARD = (f"{R}/hyperlink", f"{R}/image")
_FIRST = (1980, 1, 1, 0, 0, 0)


def whole(root: Element) -> bytes:
    """A part as bytes, its namespaces said once at the top."""
    etree.cleanup_namespaces(root, top_nsmap={key: SPACES[key] for key in ("w", "r", "m")})
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def packed(
    parts: Mapping[str, bytes], relations: list[tuple[str, str, str, bool]], title: str
) -> bytes:
    """`parts` by their names below word/ and as they are for others."""
    every = dict(parts)
    every["docProps/core.xml"] = _core(title)
    every["_rels/.rels"] = _rels(
        [
            ("rId1", f"{R}/officeDocument", "word/document.xml", False),
            (
                "rId2",
                f"{_PACKAGE}/relationships/metadata/core-properties",
                "docProps/core.xml",
                False,
            ),
        ]
    )
    every["word/_rels/document.xml.rels"] = _rels(relations)
    outward = [one for one in relations if one[1] in _OUTWARD]
    if outward:  # footnotes have links and pictures too
        every["word/_rels/footnotes.xml.rels"] = _rels(outward)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {"[Content_Types].xml": _types(every), **every}.items():
            entry = zipfile.ZipInfo(name, _FIRST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return out.getvalue()


def _types(parts: Mapping[str, bytes]) -> bytes:
    root = etree.Element(
        f"{{{_PACKAGE}/content-types}}Types", nsmap=_only(f"{_PACKAGE}/content-types")
    )
    kinds = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
    }
    for name in parts:
        ending = name.rpartition(".")[2]
        if ending not in kinds:
            kinds[ending] = mimetypes.types_map.get(f".{ending}", f"image/x-{ending}")
    for ending, kind in kinds.items():
        etree.SubElement(root, "Default", Extension=ending, ContentType=kind)
    for name in parts:
        file = name.rpartition("/")[2]
        kind = _KINDS.get(file) or file.partition("-")[0]
        if name == "docProps/core.xml":
            etree.SubElement(root, "Override", PartName=f"/{name}", ContentType=_CORE)
        elif name.startswith("word/") and file.endswith(".xml"):
            etree.SubElement(
                root, "Override", PartName=f"/{name}", ContentType=f"{_TYPE}.{kind}+xml"
            )
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _rels(relations: list[tuple[str, str, str, bool]]) -> bytes:
    space = f"{_PACKAGE}/relationships"
    root = etree.Element(f"{{{space}}}Relationships", nsmap=_only(space))
    for name, kind, target, external in relations:
        one = etree.SubElement(root, "Relationship", Id=name, Type=kind, Target=target)
        if external:
            one.set("TargetMode", "External")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _only(space: str) -> dict[str, str]:
    """A namespace without a prefix."""
    return {None: space}  # type: ignore[dict-item]


def _core(title: str) -> bytes:
    space, dc = f"{_PACKAGE}/metadata/core-properties", "http://purl.org/dc/elements/1.1/"
    root = etree.Element(f"{{{space}}}coreProperties", nsmap={"cp": space, "dc": dc})
    etree.SubElement(root, f"{{{dc}}}title").text = title
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
