"""Numbers as JSON (输出): the keys of the public interface."""

from typing import Any

from guiju.core.numbers.doubts import warnings
from guiju.core.numbers.errors import NumberError
from guiju.core.numbers.model import Number
from guiju.core.numbers.printing import amendment, canonical, display, urn
from guiju.core.numbers.reading import parse


def to_json(number: Number) -> dict[str, Any]:
    """What the number says."""
    return {
        "input": number.written,
        "ok": True,
        "kind": number.kind,
        "level": number.level,
        "nature": number.nature,
        "code": number.code,
        "publishers": list(number.publishers),
        "type": number.type,
        "seq": number.seq,
        "parts": list(number.parts),
        "year": number.year,
        "stage": number.stage,
        "edition": number.edition,
        "all_parts": number.all_parts,
        "languages": list(number.languages),
        "amendments": [amendment(number, one) for one in number.supplements],
        "adopts": [canonical(one) for one in number.adopts],
        "joint": [canonical(one) for one in number.joint],
        "area": number.area,
        "canonical": canonical(number),
        "display": display(number),
        "urn": urn(number),
        "warnings": [{"zh": one.zh, "en": one.en} for one in warnings(number)],
        "error": None,
    }


def refusal_to_json(text: str, error: NumberError) -> dict[str, Any]:
    """The same keys for a text that was refused; what cannot be said is empty."""
    sentence = error.sentence
    return to_json(Number(code="", level="national")) | {
        "input": text,
        "ok": False,
        "kind": "",
        "level": "",
        "canonical": "",
        "display": "",
        "error": {"zh": sentence.zh, "en": sentence.en, "likely": error.likely},
    }


def read_to_json(text: str) -> dict[str, Any]:
    """The answer to one text, read or refused."""
    try:
        return to_json(parse(text))
    except NumberError as error:
        return refusal_to_json(text, error)
