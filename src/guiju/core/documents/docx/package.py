"""The package of a DOCX (文件包), opened as hostile input: sizes bounded, no entities."""

import io
import posixpath
import re
import zipfile
import zlib
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import unquote

from lxml import etree

from guiju.core.documents.docx.errors import BrokenDocx, EncryptedDocx, HugeDocx, OldWord
from guiju.core.documents.docx.layout import limit
from guiju.core.documents.docx.names import R

# What zipfile and lxml raise over damaged, encrypted or oddly packed content.
_BROKEN = (
    zipfile.BadZipFile, etree.XMLSyntaxError, zlib.error, KeyError, RuntimeError, EOFError,
    OSError, ValueError,
)  # fmt: skip
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_SMALL = 1_000_000
_STRICT = re.compile(rb"""(?<=["'])http://purl\.oclc\.org/ooxml/(\w+)/""")
_USUAL = rb"http://schemas.openxmlformats.org/\1/2006/"


class Relation(NamedTuple):
    """Where a relation leads: name of a part or address on the web, its mode and its kind."""

    target: str = ""
    mode: str = ""
    kind: str = ""


@dataclass(slots=True)
class Package:
    """The parts of a file by their names, unpacked when they are asked for."""

    name: str
    archive: zipfile.ZipFile
    known: frozenset[str]
    main: str = "word/document.xml"
    _targets: dict[str, dict[str, Relation]] = field(default_factory=dict)

    def xml(self, part: str) -> etree._Element | None:
        """The root of a part; None where there is no such part."""
        if part not in self.known:
            return None
        try:
            content = self.archive.read(part)
            tags = content.count(b"<")
            if tags > limit("tags"):
                raise HugeDocx(
                    self.name,
                    what_zh=f"有 {tags} 个标记",
                    what_en=f"{tags} tags",
                    most=limit("tags"),
                )
            return _parsed(content)
        except _BROKEN as failure:
            raise BrokenDocx(self.name) from failure

    def part(self, kind: str) -> str:
        """The part of the main one's relation of this kind (styles, numbering, footnotes)."""
        for one in self.relations(self.main).values():
            if one.kind == kind and one.mode != "External":
                return one.target
        return posixpath.join(posixpath.dirname(self.main), f"{kind}.xml")

    def beside(self, kind: str) -> etree._Element | None:
        """The root of that part; None where there is none."""
        return self.xml(self.part(kind))

    def bytes(self, part: str) -> bytes:
        try:
            return self.archive.read(part) if part in self.known else b""
        except _BROKEN as failure:
            raise BrokenDocx(self.name) from failure

    def relations(self, part: str) -> dict[str, Relation]:
        """The relations of a part by their id."""
        if part not in self._targets:
            self._targets[part] = _relations(self, part)
        return self._targets[part]


def opened(data: bytes, name: str) -> Package:
    """The package. Raises OldWord, EncryptedDocx, HugeDocx and BrokenDocx."""
    if len(data) > limit("bytes"):
        raise _huge(name, "bytes", len(data), "字节", "bytes")
    if data.startswith(_OLE):
        raise EncryptedDocx(name) if _LOCKED in data else OldWord(name)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN as failure:
        raise BrokenDocx(name) from failure
    entries = archive.infolist()
    total = sum(one.file_size for one in entries)
    packed = sum(one.compress_size for one in entries) or 1
    if len(entries) > limit("entries"):
        raise _huge(name, "entries", len(entries), "个部分", "parts")
    if total > limit("unpacked"):
        raise _huge(name, "unpacked", total, "字节（解压后）", "bytes unpacked")
    if total > _SMALL and total / packed > limit("ratio"):
        raise _huge(name, "ratio", round(total / packed), "倍的压缩", "times packed")
    package = Package(name, archive, frozenset(one.filename for one in entries))
    package.main = _main(package)
    return package


def _huge(name: str, which: str, found: int, zh: str, en: str) -> HugeDocx:
    return HugeDocx(name, what_zh=f"有 {found} {zh}", what_en=f"{found} {en}", most=limit(which))


def _main(package: Package) -> str:
    for one in _each_relation(package, ""):
        if one.get("Type") == f"{R}/officeDocument":
            return one.get("Target", "").lstrip("/")
    return "word/document.xml"


def _relations(package: Package, part: str) -> dict[str, Relation]:
    folder = posixpath.dirname(part)
    found = {}
    for one in _each_relation(package, part):
        target, mode = one.get("Target", ""), one.get("TargetMode", "")
        if mode != "External":
            target = posixpath.normpath(posixpath.join(folder, unquote(target))).lstrip("/")
        kind = posixpath.basename(one.get("Type", ""))
        found[one.get("Id", "")] = Relation(target, mode, kind)
    return found


def _each_relation(package: Package, part: str) -> list[etree._Element]:
    folder, file = posixpath.split(part)
    root = package.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
    return [] if root is None else [one for one in root if isinstance(one.tag, str)]


def _parsed(content: bytes) -> etree._Element:
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise ValueError("a document type has no place in a .docx")
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    root = etree.fromstring(_STRICT.sub(_USUAL, content), parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise ValueError("a document type has no place in a .docx")
    if root.xpath("boolean(" + "/*" * (limit("deep") + 1) + ")"):
        raise ValueError("too deep")
    return root
