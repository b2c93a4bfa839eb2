"""Why a text is refused (拒绝的理由): the first thing that is wrong, and what was likely meant."""

import re
from collections.abc import Callable

from guiju.core.codes.regions import is_region
from guiju.core.errors import Bilingual
from guiju.core.numbers.chinese.bodies import full_year
from guiju.core.numbers.chinese.heads import head_of
from guiju.core.numbers.errors import NumberError
from guiju.core.numbers.issuers import issuers
from guiju.core.numbers.model import Number
from guiju.core.numbers.printing import canonical

Reader = Callable[[str], Number | None]
Answer = tuple[str, str, str]  # zh, en, likely as written

LONGEST = 400
LONGEST_NUMBER = 60
_RANGE = re.compile(r"(.*?\d) ?(?:~|至)")
_EXTENSION = re.compile(r"([A-Z]{2,3})[/_]([A-Z]{1,3})(?![A-Za-z/])(.*)")
_AREA = re.compile(r"DB ?(\d{2,6})", re.A)
_GROUP_LIKE = re.compile(r"T ?/ ?([^ ]*?)(?= |\d|$)")
_LOOSE_DOT = re.compile(r"(\d) ?\.+ ?(?=-|$)")
_DASHED_PART = re.compile(r"(\d)-(\d{1,3})(?=-(?:19|20)\d\d$)", re.A)
_YEAR = re.compile(r"-+ ?(\d+)$", re.A)


def reason_for(written: str, cleaned: str, read: Reader) -> NumberError:
    """The refusal of a text that could not be read; `read` tries what was likely meant."""
    if len(written) > LONGEST:
        return NumberError(
            written,
            Bilingual(
                f"过长（{len(written)} 个字符），编号不会超过 {LONGEST} 个字符。",
                f"it is too long ({len(written)} signs); no number has more than {LONGEST}.",
            ),
        )
    for rule in (
        _blank,
        _letter_case,
        _range,
        _area,
        _extension,
        _issuer,
        _group,
        _sequence,
        _rest,
    ):
        answer = rule(cleaned, read)
        if answer is not None:
            zh, en, likely = answer
            return NumberError(written, Bilingual(zh, en), _canonical(likely, read))
    return NumberError(
        written,
        Bilingual("开头不是已知的标准代号。", "it does not begin with the code of a known issuer."),
    )


def _canonical(likely: str, read: Reader) -> str:
    number = read(likely) if likely else None
    return canonical(number) if number else ""


def _blank(text: str, read: Reader) -> Answer | None:
    if not text:
        return "内容为空。", "there is nothing.", ""
    if not re.search(r"\d", text, re.A):
        return "没有顺序号。", "there is no sequence number.", ""
    return None


def _letter_case(text: str, read: Reader) -> Answer | None:
    raised = text.upper()
    if raised != text and read(raised):
        return (
            "代号应为大写字母，这里有小写字母。",
            "codes are capital letters, and some here are not.",
            raised,
        )
    return None


def _range(text: str, read: Reader) -> Answer | None:
    if (found := _RANGE.match(text)) and read(found[1]):
        return (
            "这是一段编号范围，不是一个编号，请逐个填写。",
            "this is a range of numbers, not one; write each number.",
            found[1],
        )
    return None


def _area(text: str, read: Reader) -> Answer | None:
    found = _AREA.match(text)
    if found is None or head_of(text):
        return None
    area = found[1]
    if not any(is_region(area[:size]) for size in (2, 4, 6) if len(area) >= size):
        return f"没有代码为 {area} 的地区。", f"there is no region with the code {area}.", ""
    if len(area) in (4, 6) and not is_region(area):
        return (
            f"没有代码为 {area} 的地区。",
            f"there is no region with the code {area}.",
            "",
        )
    return (
        f"地区代码 {area} 之后没有顺序号。",
        f"no sequence number follows the region {area}.",
        "",
    )


def _extension(text: str, read: Reader) -> Answer | None:
    found = _EXTENSION.match(text)
    if found is None or head_of(text) is None or found[1] not in issuers():
        return None
    base, letters, rest = found.groups()
    if f"{base}/{letters}" in issuers():
        return None
    known = [code for code in (base, f"{base}/T", f"{base}/Z") if code in issuers()]
    return (
        f"“{base}”之后没有“/{letters}”这种代号，只有 {'、'.join(known)}。",
        f"“/{letters}” does not follow “{base}”; there are {', '.join(known)}.",
        f"{base}/T{rest}",
    )


def _issuer(text: str, read: Reader) -> Answer | None:
    found = re.match(r"([A-Z]{2})(/[TZ])? ?\d", text)
    if found and found[1] not in issuers() and found[1] != "DB":
        return (
            f"“{found[1]}”不在行业标准代号表中，也不是其他已知的代号。",
            f"“{found[1]}” is no code of an industry, nor of another known issuer.",
            "",
        )
    return None


def _group(text: str, read: Reader) -> Answer | None:
    if not text.startswith("T") or text.startswith("TC"):
        missing = text[:1] == "T" and re.match(r"T([A-Z]{2,})", text)
        if not missing:
            return None
    if (found := _GROUP_LIKE.match(text)) and not re.fullmatch(r"[A-Z0-9]{2,}", found[1]):
        return (
            f"团体代号“{found[1]}”应由两个以上的大写拉丁字母（可加数字）组成。",
            f"the group code “{found[1]}” must be two or more capital letters, with digits at most.",
            "",
        )
    if re.match(r"T[A-Z]{2,} ?\d", text) and read("T/" + text[1:]):
        return "T 之后缺少斜线。", "a slash is missing after T.", "T/" + text[1:]
    return None


def _sequence(text: str, read: Reader) -> Answer | None:
    if found := _LOOSE_DOT.search(text):
        return (
            "圆点之后没有部分号。",
            "no part number follows the dot.",
            _LOOSE_DOT.sub(r"\1", text),
        )
    if _DASHED_PART.search(text):
        return (
            "部分号前应为圆点，不是短横线。",
            "a part follows a dot, not a dash.",
            _DASHED_PART.sub(r"\1.\2", text),
        )
    if (found := _YEAR.search(text)) and full_year(found[1]) is None:
        likely = text[: found.start(1)] + "20" + found[1] if len(found[1]) == 2 else ""
        return (
            f"年代号“{found[1]}”不可能：应为四位数字；两位数字只用于二十世纪。",
            f"the year “{found[1]}” cannot be: it has four digits, or two in the 20th century.",
            likely,
        )
    return None


def _rest(text: str, read: Reader) -> Answer | None:
    """The longest beginning that is a number; what follows it is not understood."""
    head = head_of(text)
    if head is None and not text.startswith(("T/", "Q/")):
        return None
    ends = [found.end() for found in re.finditer(r"\d(?!\d)|\)", text[:LONGEST_NUMBER])]
    for end in reversed(ends):
        if end < len(text) and read(text[:end]):
            shown = text[end:].strip()[:20]
            return (
                f"编号之后的“{shown}”无法理解。",
                f"“{shown}” after the number is not understood.",
                text[:end],
            )
    return "代号之后不是顺序号。", "what follows the code is no sequence number.", ""
