"""Why a text is refused (拒绝的理由): the first thing that is wrong, and what was likely meant."""

import re
from collections.abc import Callable

from guiju.core.codes.regions import is_region
from guiju.core.errors import Bilingual
from guiju.core.numbers.chinese.bodies import full_year
from guiju.core.numbers.chinese.heads import head_of
from guiju.core.numbers.chinese.plain import WITHOUT_STANDARDS
from guiju.core.numbers.errors import NumberError
from guiju.core.numbers.issuers import issuers
from guiju.core.numbers.model import Number
from guiju.core.numbers.printing import canonical

Reader = Callable[[str], Number | None]
Answer = tuple[str, str, str]  # zh, en, likely as written

LONGEST = 400
LONGEST_NUMBER = 60
# GB/T 19000~19004, GB/T 5750.1至5750.13, and with dashes GB 3100-3102-93.
_RANGE = re.compile(
    r"(.*?\d) ?(?:~|至|到)|(.*?[ A-Z](?P<low>\d{2,6}))-(?P<high>\d{2,6})-(?:\d{4}|\d{2})$", re.A
)
# What is printed beside numbers and is none: 备案号：12345-2020, J1234-2020; 2018年第2号.
_FILING = re.compile(r"备案号 ?:? ?J? ?\d{3}|J ?\d{3,6}-\d{4}$", re.A)
_ANNOUNCEMENT = re.compile(r"(?:公告 ?)?\(?\d{4}年?\)? ?第 ?\d{1,4} ?号", re.A)
_PLAN = re.compile(r"(\d{8}) ?[-_/]? ?([TQZ]) ?[-_/]? ?(\d{3})", re.A | re.I)
_OWNER = re.compile(r"([TQ])[ _-]?(?=[A-Z]{2,} ?\d)")
_EXTENSION = re.compile(r"([A-Z]{2,3})[/_]([A-Z]{1,3})(?![A-Za-z/])(.*)")
_AREA = re.compile(r"DB ?(\d{2,6})", re.A)
_GROUP_LIKE = re.compile(r"T ?/ ?([^ ]*?)(?= |\d|$)")
_LOOSE_DOT = re.compile(r"(\d) ?\.+ ?(?=-|$)")
_DOTS = re.compile(r"(?<=\d)\.{2,}(?=\d)")
_TOO_DEEP = re.compile(r"\d(?:\.\d+){3,}", re.A)
_YEAR_SIGN = re.compile(r"(?<=\d)[ /_]+((?:19|20)\d\d)年?$", re.A)
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
        _plan,
        _beside,
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
    found = _RANGE.match(text)
    if found is None or (found["low"] and int(found["low"]) >= int(found["high"])):
        return None
    first = found[1] or found[2]
    if not read(first):
        return None
    return (
        "这是一段编号范围，不是一个编号，请逐个填写。",
        "this is a range of numbers, not one; write each number.",
        first,
    )


def _plan(text: str, read: Reader) -> Answer | None:
    if not (found := _PLAN.fullmatch(text)):
        return None
    return (
        "计划号的写法是“20231234-T-469”。",
        "the number of a plan is written like 20231234-T-469.",
        "-".join((found[1], found[2].upper(), found[3])),
    )


def _beside(text: str, read: Reader) -> Answer | None:
    if _FILING.match(text):
        return (
            "这是备案号，不是标准编号。",
            "this is a filing number, not that of a standard.",
            "",
        )
    if _ANNOUNCEMENT.match(text):
        return (
            "这是公告号，不是标准编号。",
            "this is the number of an announcement, not of a standard.",
            "",
        )
    return None


def _area(text: str, read: Reader) -> Answer | None:
    found = _AREA.match(text)
    if found is None or head_of(text):
        return None
    area = found[1]
    if not any(is_region(area[:size]) for size in (2, 4, 6) if len(area) >= size):
        return f"没有代码为 {area} 的地区。", f"there is no region with the code {area}.", ""
    if area[:2] in WITHOUT_STANDARDS:
        return (
            f"地区 {area[:2]} 没有以 DB 编号的地方标准。",
            f"the region {area[:2]} has no local standards with DB numbers.",
            "",
        )
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
        f"{base}/T{rest}" if f"{base}/T" in known else f"{base}{rest}",
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
    owned = _OWNER.sub(r"\1/", text)
    if owned != text and head_of(text) is None and read(owned):
        letter = text[0]
        return f"{letter} 之后缺少斜线。", f"a slash is missing after {letter}.", owned
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
    return None


def _sequence(text: str, read: Reader) -> Answer | None:
    if (found := _DOTS.search(text)) and read(dotted := _DOTS.sub(".", text)):
        return (f"“{found[0]}”应为一个圆点。", f"“{found[0]}” should be one dot.", dotted)
    if (found := _YEAR_SIGN.search(text)) and read(dated := _YEAR_SIGN.sub(r"-\1", text)):
        return (
            f"年代号“{found[1]}”之前应为一字线或短横线。",
            f"a dash stands before the year “{found[1]}”.",
            dated,
        )
    if (found := _TOO_DEEP.search(text)) and head_of(text):
        kept = ".".join(found[0].split(".")[:3])
        return (
            "部分号最多两级。",
            "parts have two levels at most.",
            text[: found.start()] + kept + text[found.end() :],
        )
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
