"""Figures (图): pictures, key, notes, and the caption below."""

import base64
import binascii
import posixpath
import struct
from collections.abc import Callable
from urllib.parse import quote

from lxml import etree

from guiju.core.documents.docx.layout import rows
from guiju.core.documents.docx.names import SPACES, R
from guiju.core.documents.docx.said import OURS
from guiju.core.documents.docx.writing.making import Element, clean, control, new, paragraph, run
from guiju.core.documents.docx.writing.pages import text_width
from guiju.core.documents.docx.writing.state import State
from guiju.core.documents.docx.writing.texts import runs
from guiju.core.documents.model import Figure, Items, Paragraph

Written = Callable[..., list[Element]]
_EMU_A_PIXEL, _EMU_A_TWIP = 9525, 635
_USUAL = (320, 240)
_TALLEST = 800  # of the width, in thousandths
_DRAWING = (
    '<w:drawing xmlns:w="{w}" xmlns:wp="{wp}" xmlns:a="{a}" xmlns:pic="{pic}" xmlns:r="{r}">'
    '<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{x}" cy="{y}"/>'
    '<wp:docPr id="{id}" name="{name}"/><a:graphic><a:graphicData uri="{pic}"><pic:pic>'
    '<pic:nvPicPr><pic:cNvPr id="{id}" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip r:{how}="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{x}" cy="{y}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
    "</a:graphic></wp:inline></w:drawing>"
)


def figure(one: Figure, state: State, inner: Written) -> list[Element]:
    """The figure; in a content control where more belongs to it than its pictures."""
    out = []
    if one.unit:
        out.append(paragraph("unit", run(state.said["unit"].format(one.unit))))
    pictures = [_picture(name, state) for name in one.images]
    if pictures:
        out.append(paragraph("figure", *pictures))
    out += [_part(part, state) for part in one.parts]
    for block in one.key:
        if isinstance(block, Items):
            head = paragraph("key", run(state.said["key"]))
            out += [head, *(_symbol(item.label, item.blocks, state) for item in block.items)]
        else:
            out += inner([block], state, "key")
    notes: list[Element] = inner((*one.notes, *one.footnotes), state)
    out += notes
    if one.label or one.title:
        gap = state.said["caption_gap"]
        label = run(state.said["figure"].format(one.label) + gap) if one.label else run("")
        inside = state.marked(one.address, label, *runs(one.title, state))
        out.append(paragraph("caption_figure", *inside))
    plain_key = all(isinstance(x, Items) for x in one.key) and len(one.key) < 2
    if notes or one.parts or not plain_key or (one.title and not one.label) or not pictures:
        return [control(f"{OURS}figure", *out)] if out else []
    return out


def _part(one: Figure, state: State) -> Element:
    """分图: its pictures, and a) below them."""
    pictures = [_picture(name, state) for name in one.images]
    gap = rows("details")["label_gap"]
    label = [run(one.label + gap)] if one.label else []
    out = [paragraph("figure", *pictures)] if pictures else []
    out.append(
        paragraph("caption_figure", *state.marked(one.address, *label, *runs(one.title, state)))
    )
    return control(f"{OURS}part", *out)


def _symbol(label: str, blocks: tuple[object, ...], state: State) -> Element:
    first = blocks[0] if blocks else None
    inside = runs(first.text, state) if isinstance(first, Paragraph) else []
    return paragraph("key", run(f"{label}——"), *inside)


def _picture(name: str, state: State) -> Element:
    """A picture that was handed over, or a link to a file beside the document."""
    content = state.images.get(name) or _inside(name)
    number = state.next()
    shown = posixpath.basename(name) if content and name in state.images else f"image{number}"
    kind = _kind(content)
    if content and kind:
        part = f"media/{quote(posixpath.splitext(shown)[0])}.{kind}"
        if state.parts.get(f"word/{part}", content) != content:
            part = f"media/{number}-{quote(posixpath.splitext(shown)[0])}.{kind}"
        state.parts[f"word/{part}"] = content
        how, relation = "embed", state.relation(f"{R}/image", part)
    else:
        target = quote(posixpath.basename(name)[:200]) or "image"
        how, relation = "link", state.relation(f"{R}/image", target, external=True)
    x, y = _extent(content)
    safe = etree.Element("x", name=clean(name[:100]))
    written = etree.tostring(safe, encoding="unicode")[len('<x name="') : -len('"/>')]
    text = _DRAWING.format(
        **{key: SPACES[key] for key in ("w", "wp", "a", "pic", "r")},
        x=x, y=y, id=number, name=written, how=how, relation=relation,
    )  # fmt: skip
    return new("w:r", etree.fromstring(text))


def _inside(name: str) -> bytes:
    """The bytes of a data: address."""
    if not name.startswith("data:") or ";base64," not in name:
        return b""
    try:
        return base64.b64decode(name.split(",", 1)[1], validate=True)
    except (binascii.Error, ValueError):
        return b""


def _kind(content: bytes) -> str:
    signs = {
        b"\x89PNG": "png", b"\xff\xd8\xff": "jpeg", b"GIF8": "gif", b"BM": "bmp",
        b"II*\0": "tiff", b"MM\0*": "tiff", b"\xd7\xcd\xc6\x9a": "wmf", b"\x01\0\0\0": "emf",
    }  # fmt: skip
    found = next((kind for sign, kind in signs.items() if content.startswith(sign)), "")
    return found or ("svg" if b"<svg" in content[:1000] else "")


def _extent(content: bytes) -> tuple[int, int]:
    """Width and height on the page, no wider than the text."""
    x, y = (max(1, min(one, 20_000)) for one in _pixels(content))
    most = text_width() * _EMU_A_TWIP
    scale = min(_EMU_A_PIXEL, most / x, most * _TALLEST / 1000 / y)
    return max(1, round(x * scale)), max(1, round(y * scale))


def _pixels(content: bytes) -> tuple[int, int]:
    if content.startswith(b"\x89PNG") and len(content) >= 24:
        x, y = struct.unpack(">II", content[16:24])
        return x, y
    if content.startswith(b"\xff\xd8"):
        at = 2
        while at + 9 < len(content) and content[at] == 0xFF:
            if 0xC0 <= content[at + 1] <= 0xCF and content[at + 1] not in (0xC4, 0xC8, 0xCC):
                y, x = struct.unpack(">HH", content[at + 5 : at + 9])
                return x, y
            at += 2 + int.from_bytes(content[at + 2 : at + 4], "big")
    return _USUAL
