"""Pictures inside the text (内嵌图片): taken out of the rows, named, kept beside the tree."""

import base64
import binascii
import re
from collections.abc import Sequence

from guiju.core.documents.texts.source import Row

_DATA = re.compile(r"<?data:image/([a-z]{2,5})[\w.+-]{0,20};base64,([A-Za-z0-9+/=%]{8,})>?", re.I)
_DEFINED = re.compile(r"\s{0,3}\[([^\]^\n]{1,60})\]:\s*<?([^\s<>]+)>?\s*$")
_NAMED = re.compile(r"!\[([^\]\n]{0,300})\]\[([^\]\n]{0,60})\]")
_SUFFIX = {"jpeg": "jpg", "svg": "svg", "tiff": "tif"}


def taken_out(rows: Sequence[Row]) -> tuple[list[Row], dict[str, bytes]]:
    """The rows with names for the pictures, and the pictures; ![…][name] leads to its definition."""
    images: dict[str, bytes] = {}

    def named(found: re.Match[str]) -> str:
        try:
            data = base64.b64decode(found[2], validate=True)
        except (binascii.Error, ValueError):
            return found[0]
        kind = found[1].lower()
        name = f"image-{len(images) + 1}.{_SUFFIX.get(kind, kind)}"
        images[name] = data
        return name

    plain = [(at, _DATA.sub(named, row) if "base64," in row else row) for at, row in rows]
    defined = {
        found[1].lower(): found[2]
        for _, row in plain
        if row.lstrip().startswith("[") and (found := _DEFINED.match(row[:600]))
    }
    used = {
        (name or alt).lower()
        for _, row in plain
        for alt, name in _NAMED.findall(row)
        if "![" in row
    }
    if not used & set(defined):
        return plain, images

    def led(found: re.Match[str]) -> str:
        target = defined.get((found[2] or found[1]).lower())
        return f"![{found[1]}]({target})" if target else found[0]

    kept = [
        (at, _NAMED.sub(led, row) if "![" in row else row)
        for at, row in plain
        if not ((found := _DEFINED.match(row[:600])) and found[1].lower() in used)
    ]
    return kept, images
