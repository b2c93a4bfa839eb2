"""JSON from strangers (安全读取 JSON): no NaN, no doubled keys, nothing that no text may hold."""

import json
import math
from typing import Any

from guiju.core.records.readers.base import BadRecord
from guiju.core.records.readers.lines import excerpt


def load_json(text: str | bytes) -> Any:
    """The value that the text holds; raises BadRecord with the reason."""
    try:
        found = _DECODER.decode(text.decode("utf-8-sig") if isinstance(text, bytes) else text)
        _check_escapes(text, found)
    except RecursionError:
        raise BadRecord("嵌套过深", "it is nested too deeply") from None
    except UnicodeDecodeError:
        raise BadRecord("不是 UTF-8 文本", "it is not UTF-8 text") from None
    except json.JSONDecodeError as failure:
        raise BadRecord(
            f"不是 JSON（第 {failure.pos} 个字符处）",
            f"it is not JSON (at character {failure.pos})",
        ) from None
    except ValueError:  # a whole number of more digits than Python converts
        raise BadRecord("数字过长", "a number is too long") from None
    return found


def _check_escapes(text: str | bytes, found: Any) -> None:
    """Only escapes can bring in a NUL or half a character: few texts need the closer look."""
    if ("\\u" if isinstance(text, str) else b"\\u") not in text:  # type: ignore[operator]
        return
    again = json.dumps(found, ensure_ascii=False)
    if "\\u0000" in again:
        raise BadRecord("含有空字符（NUL）", "it holds a NUL character")
    try:
        again.encode()
    except UnicodeEncodeError:
        raise BadRecord("含有残缺字符", "it holds half a character") from None


def _no_constant(name: str) -> Any:
    raise BadRecord(f"JSON 中不能有 {name}", f"JSON has no {name}")


def _no_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                shown = excerpt(key[:40])
                raise BadRecord(f"键“{shown}”重复", f"the key “{shown}” stands twice")
            seen.add(key)
    return made


def _finite(written: str) -> float:
    number = float(written)
    if math.isinf(number):
        raise BadRecord("数字过大", "a number is too large")
    return number


_DECODER = json.JSONDecoder(
    parse_float=_finite, parse_constant=_no_constant, object_pairs_hook=_no_doubles
)
