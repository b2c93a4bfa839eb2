"""How Chinese numbers are printed (书写): the key with `-`, the printed form with the dash `—`."""

from guiju.core.numbers.model import Number, Supplement

DASH = "\u2014"


def canonical(number: Number) -> str:
    """The key in data, without the numbers that stand beside it."""
    text = _stem(number)
    if number.year:
        text += "-" + number.year
    if number.edition:
        text += f"({number.edition})"
    for one in number.supplements:
        text += "/" + supplement(one)
    if number.all_parts:
        text += " (all parts)"
    for language in number.languages:
        text += f"({language.upper()})"
    return text


def display(number: Number) -> str:
    """As on a cover, without the numbers that stand beside it."""
    text = _stem(number)
    if number.year:
        text += DASH + number.year
    if number.edition:
        text += f"（{number.edition}年版）"
    for one in number.supplements:
        text += "/" + supplement(one).replace("-", DASH)
    if number.all_parts:
        text += "（所有部分）"
    for language in number.languages:
        text += f"({language.upper()})"
    return text


def supplement(one: Supplement) -> str:
    """`XG1-2021`: an amendment (修改单); `Cor1`: a corrigendum (勘误).

    >>> supplement(Supplement(kind="XG", number="1", year="2021"))
    'XG1-2021'
    """
    return f"{one.kind}{one.number}" + (f"-{one.year}" if one.year else "")


def _stem(number: Number) -> str:
    text = f"{number.code} {number.seq}"
    if number.parts:
        text += "." + ".".join(number.parts)
    text += number.suffix
    return f"{text}-{number.iteration}" if number.iteration else text
