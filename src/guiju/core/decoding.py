"""Which encoding a plain text is in (编码识别): UTF-8, UTF-16 or GB 18030."""

import codecs
import re

from charset_normalizer import from_bytes

from guiju.core.errors import InputError

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# GB 18030 decodes almost anything; text that is mostly rare characters was something else.
_COMMON = re.compile(r"[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef\x20-\x7e\n\r\t“”‘’—…·]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_SAMPLE = 20_000
_PLAUSIBLE = 0.9
_DIRT = 100  # one NUL in so many bytes


class NotText(InputError):
    """Bytes that are no text (不是文本); `found_zh` and `found_en` say what they look like."""

    code = "plan_not_text"
    zh = "“{subject}”不是可读的文本，看起来是{found_zh}。请另存为 .docx、.html 或 .txt 后再上传。"
    en = (
        "“{subject}” is not readable text; it looks like {found_en}. "
        "Save it as .docx, .html or .txt and hand that in."
    )


class Undecodable(InputError):
    """Text in no encoding known here (无法解码); `byte` is the first byte that fails, from 0."""

    code = "plan_undecodable"
    zh = "“{subject}”按 {tried} 在第 {byte} 字节处无法解码。请另存为 UTF-8 文本后再上传。"
    en = (
        "“{subject}” cannot be decoded as {tried}: byte {byte} fails. "
        "Save it as UTF-8 text and hand that in."
    )


def decode(data: bytes, *, name: str) -> tuple[str, str]:
    """The text of `data` and the name of its encoding.

    Raises NotText for bytes that are no text at all, and Undecodable, with the first byte
    that fails, for text in an encoding not known here.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, name, offset=len(mark)), encoding
    unmarked = _utf16_without_mark(data)
    if unmarked:
        return unmarked
    if b"\x00" in data:
        raise NotText(name, found_zh="二进制文件", found_en="a binary file")
    try:
        text, encoding = data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as failure:
        text, encoding = _not_utf8(data, name, failure.start)
    if _control_share(text) > 0.02:
        raise NotText(name, found_zh="二进制文件", found_en="a binary file")
    return text, encoding


def without_nuls(data: bytes) -> bytes:
    """A few NULs in a text are dirt; many are another encoding, or no text at all."""
    count = data.count(0)
    if not 0 < count * _DIRT <= len(data) or data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return data
    clean = data.replace(b"\x00", b"")
    try:
        decode(clean, name="")
    except InputError:
        return data
    return clean


def _strict(data: bytes, encoding: str, name: str, offset: int = 0) -> str:
    try:
        return data.decode(encoding.removesuffix("-sig"))
    except UnicodeDecodeError as failure:
        raise Undecodable(name, tried=encoding, byte=failure.start + offset) from failure


def _utf16_without_mark(data: bytes) -> tuple[str, str] | None:
    """UTF-16 shows itself by the zero bytes of its spaces, digits and line ends.

    Chinese text without any of them is recognised by being plausible in UTF-16 only.
    """
    if len(data) % 2 or len(data) < 4:
        return None
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        if b"\x00" not in data:
            return None
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text and plausibility(text) >= 0.98 and _is_worse_as_gb(data, text):
            return text, encoding
    return None


def _is_worse_as_gb(data: bytes, text: str) -> bool:
    if b"\x00" in data:
        return True
    try:
        other = data[: 2 * _SAMPLE].decode("gb18030", errors="strict")
    except UnicodeDecodeError:
        return True
    return plausibility(other) < plausibility(text) and _stops(text) > _stops(other)


def _stops(text: str) -> int:
    sample = text[:_SAMPLE]
    return sum(sample.count(stop) for stop in "，。、；：的")


def _not_utf8(data: bytes, name: str, utf8_failure: int) -> tuple[str, str]:
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError as failure:
        # Whichever encoding got further is the one that was meant.
        if utf8_failure > failure.start:
            raise Undecodable(name, tried="utf-8", byte=utf8_failure) from failure
        raise Undecodable(name, tried="gb18030", byte=failure.start) from failure
    if plausibility(text) >= _PLAUSIBLE:
        return text, "gb18030"
    return _last_resort(data, name, utf8_failure)


def _last_resort(data: bytes, name: str, failed_at: int) -> tuple[str, str]:
    """Big5 and other encodings of Chinese, if a detector is sure and the text plausible."""
    guess = from_bytes(data[:_SAMPLE], cp_isolation=["big5", "big5hkscs", "cp950"]).best()
    if guess is not None:
        try:
            text = data.decode(guess.encoding)
        except UnicodeDecodeError:
            text = ""
        if text and plausibility(text) >= 0.98:
            return text, guess.encoding
    raise Undecodable(name, tried="utf-8, gb18030", byte=failed_at)


def plausibility(text: str) -> float:
    """The share of characters that common Chinese and English text consists of."""
    sample = text[:_SAMPLE]
    return len(_COMMON.findall(sample)) / len(sample) if sample else 0.0


def _control_share(text: str) -> float:
    sample = text[:_SAMPLE]
    return len(_CONTROL.findall(sample)) / len(sample) if sample else 0.0
