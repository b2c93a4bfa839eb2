"""Streams of text as UTF-8 (编码转换), whichever encoding they come in."""

import codecs

from guiju.core.decoding import decode
from guiju.core.errors import Bilingual, InputError
from guiju.core.records.readers.base import Headed, Readable, Unreadable

_SAMPLE = 1 << 16


def in_utf8(stream: Readable, name: str) -> Readable:
    """The same text in UTF-8. What is UTF-8 already passes untouched; broken lines show later."""
    head = _fill(stream)
    encoding = _encoding_of(head, name)
    if encoding == "utf-8":
        return Headed(head.removeprefix(codecs.BOM_UTF8), stream)
    return _Transcoded(Headed(head, stream), encoding, name)


def _fill(stream: Readable) -> bytes:
    head = b""
    while len(head) < _SAMPLE and (piece := stream.read(_SAMPLE - len(head))):
        head += piece
    return head


def _encoding_of(head: bytes, name: str) -> str:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    whole = head[: head.rfind(b"\n") + 1] or head
    try:
        codecs.getincrementaldecoder("utf-8")().decode(whole)
    except UnicodeDecodeError:
        try:
            return decode(whole, name=name)[1].removesuffix("-sig")
        except InputError:
            return "utf-8"  # the lines that are none are refused one by one
    if b"\x00" in whole[:4]:
        return decode(whole[: len(whole) // 2 * 2], name=name)[1]
    return "utf-8"


class _Transcoded:
    """A stream in another encoding, handed out in UTF-8."""

    def __init__(self, stream: Readable, encoding: str, name: str) -> None:
        self._stream, self._name, self._encoding = stream, name, encoding
        self._decoder = codecs.getincrementaldecoder(encoding)()

    def read(self, size: int = -1, /) -> bytes:
        try:
            while piece := self._stream.read(size):
                if text := self._decoder.decode(piece):
                    return text.encode("utf-8", "surrogatepass")
            return self._decoder.decode(b"", final=True).encode()
        except UnicodeDecodeError as failure:
            why = Bilingual(f"不是 {self._encoding} 文本", f"it is no {self._encoding} text")
            raise Unreadable(self._name, why) from failure
