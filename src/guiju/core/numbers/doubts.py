"""What is odd about a number that was read (存疑): it stands, and somebody should look."""

from dataclasses import replace

from guiju.core.errors import Bilingual
from guiju.core.numbers.chinese.bodies import full_year
from guiju.core.numbers.issuers import issuers
from guiju.core.numbers.model import Number
from guiju.core.numbers.plans import departments
from guiju.core.numbers.printing import canonical, is_international


def warnings(number: Number) -> tuple[Bilingual, ...]:
    """Sentences for the reader.

    >>> from guiju.core.numbers import parse
    >>> warnings(parse("GB/T 1.1.2020"))[0].zh
    '“2020”写成了部分号，但像是年代号：是否应为“-2020”？'
    """
    if is_international(number):
        return ()
    asked = (_dotted_year, _short_year, _beyond, _department)
    return tuple(doubt for doubt in (ask(number) for ask in asked) if doubt)


def is_doubtful(number: Number) -> bool:
    """Whether another reading of the same signs is more likely."""
    return has_dotted_year(number) or is_beyond(number)


def has_dotted_year(number: Number) -> bool:
    """GB/T 1.1.2020: a part that looks like the year, and no year."""
    if number.kind != "standard" or number.year or not number.parts:
        return False
    last = number.parts[-1]
    return len(last) == 4 and bool(full_year(last))


def is_beyond(number: Number) -> bool:
    """GBZ 40846: a sequence number that the code never reached; GB/Z did."""
    issuer = issuers().get(number.code)
    return bool(issuer and issuer.last and number.seq.isdigit() and int(number.seq) > issuer.last)


def _beyond(number: Number) -> Bilingual | None:
    if not is_beyond(number):
        return None
    likely = canonical(replace(number, code=issuers()[number.code].beyond))
    return Bilingual(
        f"“{number.code}”没有这么大的顺序号：是否应为“{likely}”？",
        f"“{number.code}” has no sequence number so high: was “{likely}” meant?",
    )


def _dotted_year(number: Number) -> Bilingual | None:
    if not has_dotted_year(number):
        return None
    last = number.parts[-1]
    return Bilingual(
        f"“{last}”写成了部分号，但像是年代号：是否应为“-{last}”？",
        f"“{last}” stands as a part, but looks like a year: was “-{last}” meant?",
    )


def _short_year(number: Number) -> Bilingual | None:
    if len(number.year_written) != 2:
        return None
    return Bilingual(
        f"两位年代号“{number.year_written}”按 {number.year} 年理解。",
        f"The year “{number.year_written}” is taken for {number.year}.",
    )


def _department(number: Number) -> Bilingual | None:
    if number.kind != "plan" or number.level != "national" or not number.publishers:
        return None
    code = number.publishers[0]
    if code in departments():
        return None
    return Bilingual(
        f"主管部门代码 {code} 不在规则库中。",
        f"The rulebook has no competent department with the code {code}.",
    )
