"""Pictures inside a page (内嵌图片): only kinds that cannot run anything."""

from base64 import b64encode

_KINDS = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpeg", b"GIF8": "gif", b"RIFF": "webp"}


def data_address(content: bytes) -> str | None:
    """The picture as an address of its own; None for what no browser shows."""
    kind = next((kind for sign, kind in _KINDS.items() if content.startswith(sign)), None)
    return f"data:image/{kind};base64,{b64encode(content).decode()}" if kind else None
