"""From a written number to its value (读取编号)."""

from datetime import date

from guiju.core.errors import Bilingual
from guiju.core.numbers import committees, international, plans
from guiju.core.numbers.chinese import read_plain, read_written
from guiju.core.numbers.errors import NumberError
from guiju.core.numbers.folding import clean
from guiju.core.numbers.issuers import issuers
from guiju.core.numbers.model import Number
from guiju.core.numbers.refusals import LONGEST, reason_for


def parse(text: str, on: date | None = None) -> Number:
    """Read one number. Raises NumberError with the reason and, if there is one, the likely meaning.

    With `on`, a code that new numbers of that day could not bear is refused.

    >>> parse("GBT 1.1—2020").code, parse("GB 7714-87").year
    ('GB/T', '1987')
    """
    number, refusal = _read(text)
    if number is None:
        if refusal and refusal.likely and not try_read(refusal.likely):
            refusal = NumberError(text, refusal.reason)  # what was meant is no number either
        raise refusal or reason_for(text, clean(text[:LONGEST]), try_read)
    if on is not None and (issuer := issuers().get(number.code)) and not issuer.in_use(on):
        day = on.isoformat()
        raise NumberError(
            text,
            Bilingual(
                f"代号“{number.code}”在 {day} 不使用。", f"“{number.code}” is not in use on {day}."
            ),
        )
    return number


def try_read(text: str) -> Number | None:
    """The number, or None where there is none to be read."""
    return _read(text)[0]


def _read(text: str) -> tuple[Number | None, NumberError | None]:
    """The number, or why a reader that knows the issuer refused it."""
    if len(text) > LONGEST:
        return None, None
    cleaned = clean(text)
    if cleaned[:4].lower() == "urn:":
        return _from_urn(cleaned)
    if number := read_plain(cleaned, text):
        return number, None
    refusal = None
    try:
        if number := international.read(cleaned, text):
            return number, None
    except NumberError as error:
        refusal = error
    number = (
        committees.read(cleaned, text)
        or plans.read(cleaned, text)
        or read_written(cleaned, text, _foreign)
    )
    return number, refusal


def _from_urn(text: str) -> tuple[Number | None, NumberError | None]:
    try:
        return international.from_urn(text), None
    except NumberError as error:
        return None, error


def _foreign(text: str) -> Number | None:
    try:
        return international.read(text, text)
    except NumberError:
        return None
