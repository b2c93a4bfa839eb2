"""URNs of the ISO name space (RFC 5141, with the words in use): urn:iso:std:iso:9001."""

import re
from typing import Any

from guiju.core.errors import Bilingual
from guiju.core.numbers.errors import NumberError
from guiju.core.numbers.international.prefixes import code
from guiju.core.numbers.international.words import PUBLISHERS, SUPPLEMENT_URNS, TYPES
from guiju.core.numbers.model import Number, Supplement

START = "urn:iso:std:"
_KINDS = {"sup": "Add"} | {
    word: kind for kind, word in SUPPLEMENT_URNS.items() if kind not in {"Add", "Suppl"}
}
_SUPPLEMENT = "|".join(_KINDS)
_URN = re.compile(
    r"urn:iso:std:(?P<publishers>[a-z0-9-]+)"
    r"(?::(?P<type>[a-z]+))?"
    r":(?P<seq>\d{1,6}[A-Za-z]?)"
    r"(?::-(?P<parts>[A-Za-z0-9-]+))?"
    r"(?P<rest>(?::[^:]*)*)",
)
# The name space and the names of bodies may be in any letter case.
_NAMES = re.compile(r"^urn:iso:std:[a-z0-9-]*(?::[a-z]+)?", re.IGNORECASE)
# Addenda ended about 1992; later additions that URNs call "sup" are supplements.
_LAST_ADDENDA = "1992"
_PIECE = re.compile(
    r":(?:stage-(?P<stage>draft|\d\d\.\d\d)(?:\.v(?P<iteration>\d{1,2}))?"
    r"|ed-(?P<edition>\d{1,2})(?::v\d{1,2})?"
    rf"|(?P<kind>{_SUPPLEMENT}):(?P<first>\d{{1,4}})(?::v(?P<number>\d{{1,3}}))?"
    r"|(?P<all>ser)"
    r"|(?P<languages>[a-z]{2}(?:,[a-z]+)*))(?=:|$)"
)


def urn(number: Number, edition: str = "") -> str:
    """The URN; `edition` where the number does not say it but its record does."""
    names = "-".join(name.lower() for name in number.publishers)
    text = f"{START}{names}:" + (f"{number.type.lower()}:" if number.type else "") + number.seq
    if number.parts:
        text += ":-" + "-".join(number.parts)
    if number.stage:
        text += ":stage-draft" + (f".v{number.iteration}" if number.iteration else "")
    edition = number.edition or edition
    if edition:
        text += f":ed-{edition}"
    for one in number.supplements:
        text += _supplement(one)
    if number.all_parts:
        text += ":ser"
    if number.languages:
        text += ":" + ",".join(number.languages)
    return text


def _supplement(one: Supplement) -> str:
    stage = ":stage-draft" if one.stage else ""
    text = f"{stage}:{SUPPLEMENT_URNS[one.kind]}:{one.year or one.number}"
    if one.number:
        text += f":v{one.number if one.year else 1}"
    return text


def from_urn(text: str) -> Number:
    """The number that the URN names. A draft's stage is not said in it, and a year seldom is."""
    found = _URN.fullmatch(_NAMES.sub(lambda names: names[0].lower(), text))
    kind = TYPES.get((found["type"] or "").upper(), "") if found else ""
    publishers = tuple(found["publishers"].upper().split("-")) if found else ()
    if found is None or bool(found["type"]) != bool(kind) or not set(publishers) <= set(PUBLISHERS):
        raise unreadable(text)
    fields = _fields(text, found["rest"])
    return Number(
        level="international",
        code=code(publishers, kind),
        publishers=publishers,
        type=kind,
        seq=found["seq"],
        parts=tuple(found["parts"].split("-")) if found["parts"] else (),
        written=text,
        **fields,
    )


def _fields(text: str, rest: str) -> dict[str, Any]:
    supplements: list[Supplement] = []
    fields: dict[str, Any] = {}
    pending = ""
    at = 0
    while at < len(rest):
        piece = _PIECE.match(rest, at)
        if piece is None:
            raise unreadable(text)
        at = piece.end()
        if piece["kind"]:
            supplements.append(_read_supplement(piece, pending))
            pending = ""
        elif piece["stage"]:
            fields |= _stage(piece, fields, rest[at:])
            pending = "Draft" if piece["stage"] == "draft" and _before_supplement(rest[at:]) else ""
        elif piece["edition"]:
            fields["edition"] = piece["edition"]
        elif piece["all"]:
            fields["all_parts"] = True
        else:
            fields["languages"] = tuple(piece["languages"].split(","))
    return fields | {"supplements": tuple(supplements)}


def _before_supplement(rest: str) -> bool:
    return re.match(rf":(?:{_SUPPLEMENT}):", rest) is not None


def _stage(piece: re.Match[str], fields: dict[str, Any], rest: str) -> dict[str, Any]:
    """A draft right before a supplement is the supplement's, any other is the document's."""
    if piece["stage"] != "draft" or "stage" in fields or _before_supplement(rest):
        return {}
    return {"stage": "Draft", "iteration": piece["iteration"] or ""}


def _read_supplement(piece: re.Match[str], stage: str) -> Supplement:
    first, number = piece["first"], piece["number"] or ""
    dated = len(first) == 4
    kind = _KINDS[piece["kind"]]
    if kind == "Add" and (not number or (dated and first > _LAST_ADDENDA)):
        kind = "Suppl"
    return Supplement(
        kind=kind,
        number=number if dated else first,
        year=first if dated else "",
        stage=stage,
    )


def unreadable(text: str) -> NumberError:
    return NumberError(
        text,
        Bilingual(
            "不是 ISO 或 IEC 的标准 URN（urn:iso:std:… 或 urn:iec:std:…）。",
            "It is no URN of a standard of ISO or IEC (urn:iso:std:… or urn:iec:std:…).",
        ),
    )
