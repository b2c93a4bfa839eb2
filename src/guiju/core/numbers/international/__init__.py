"""Numbers that are not Chinese (国际、区域和国外标准编号): read, printed, and as URNs.

ISO, IEC with its systems and committees, ITU, Codex, CEN, CENELEC and ETSI, JIS, and the national
bodies of `rulebook/issuers/international_foreign.yaml` with what they adopt.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from guiju.core.numbers.errors import NumberError
from guiju.core.numbers.international import families, gost, itu, urn_iec, urn_iec_reading, urn_iso
from guiju.core.numbers.international.words import LEADERS, PAPER_URNS
from guiju.core.numbers.model import Number

# No number is longer; what is longer is not looked at.
LONGEST = 160
# Digits of other scripts, and the letters that ignoring case takes for i, k and s.
_STRANGE = re.compile("(?![0-9])\\d|[\u0130\u0131\u212a\u017f]")

# Other ways of writing ISO 707|IDF 50:2008.
_BESIDE_IDF = re.compile(r"(?<=\d) ?(?:/ ?IDF ([^()/]+)|\(IDF ([^()]+)\))$")

# In place of the year of an edition that is to be published; dashes are folded.
UNPUBLISHED = ":-"

finders = families.PREFIXES


def read(cleaned: str, written: str) -> Number | None:
    """The number; None where it is none of these. Refuses one of these that is wrong.

    >>> canonical(read("ISO/CD2 14065:2018", ""))
    'ISO/CD 14065.2:2018'
    """
    if len(cleaned) > LONGEST or (not cleaned.isascii() and _STRANGE.search(cleaned)):
        return None
    if cleaned.endswith(UNPUBLISHED):
        return _unpublished(cleaned, written)
    if "IDF" in cleaned:
        cleaned = _BESIDE_IDF.sub(lambda found: f"|IDF {found[1] or found[2]}", cleaned)
    if "|" in cleaned:
        return _joint(cleaned, written)
    for reader in families.readers(cleaned):
        number = reader(cleaned, written)
        if number is not None:
            return number
    return None


def _unpublished(cleaned: str, written: str) -> Number | None:
    """ISO 16634:—, an edition whose year is not yet known (待出版)."""
    number = read(cleaned.removesuffix(UNPUBLISHED).rstrip(), written)
    if number is None or number.year or number.supplements:
        return None
    return replace(number, year_written="—")


def _joint(cleaned: str, written: str) -> Number | None:
    """One text with the numbers of two bodies: ISO 707|IDF 50:2008."""
    numbers = [read(one.strip(), "") for one in cleaned.split("|")]
    first, *others = numbers
    joint = tuple(one for one in others if one is not None)
    if first is None or len(joint) < len(others):
        return None
    return replace(first, joint=(*first.joint, *joint), written=written)


def canonical(number: Number) -> str:
    """The normal form, in the typography of the house in whose form it was written.

    ISO/IEC 27001:2013/Cor 1:2014 (ISO) and ISO/IEC 27001:2013/COR1:2014 (IEC) are one value and
    two normal forms; `key` is one for both.
    """
    text = families.printed(number)
    if number.joint:
        twins = itu.twins(number)
        others = [families.printed(one) for one in number.joint if one not in twins]
        text = "|".join((text, *others))
    return text


def key(number: Number) -> str:
    """One text for one value: the canonical form in the first publisher's own typography."""
    return canonical(replace(number, style="")) if number.style else canonical(number)


def display(number: Number) -> str:
    """As it is printed in running text at home: Cyrillic for GOST, else the canonical form."""
    if number.code.startswith(("GOST", "STB", "DSTU", "ST RK")):
        return gost.printed(number, cyrillic=True)
    return canonical(number)


def urn(number: Number, published: Sequence[str] = (), edition: str = "", space: str = "") -> str:
    """The URN, empty where none is defined.

    `published` gives the dates (2009-07) of the text and of its supplements in turn, which IEC
    puts into its URNs; `edition` the edition, which ISO puts into those of supplements; `space`
    ("iso", "iec") whose URN it shall be where both issue the document.
    """
    if not _has_urn(number):
        return ""
    as_iec = space == "iec" or (not space and _is_of_iec(number))
    return urn_iec.urn(number, published) if as_iec else urn_iso.urn(number, edition)


def _has_urn(number: Number) -> bool:
    if not number.publishers or number.publishers[0] not in LEADERS:
        return False
    return number.kind == "standard" or number.type in PAPER_URNS


def _is_of_iec(number: Number) -> bool:
    if "iec" in number.style or number.suffix:
        return True
    return number.publishers[0] != "ISO" and "iso" not in number.style and not number.stage


def from_urn(text: str) -> Number:
    """The number that a URN of ISO or IEC names; refuses any other text."""
    if len(text) > LONGEST:
        raise urn_iso.unreadable(text)
    by_iec = text[: len(urn_iec.START)].lower() == urn_iec.START
    number = urn_iec_reading.from_urn(text) if by_iec else urn_iso.from_urn(text)
    if not _is_readable(canonical(number)):
        raise urn_iso.unreadable(text)
    return number


def _is_readable(text: str) -> bool:
    try:
        return read(text, text) is not None
    except NumberError:
        return False
