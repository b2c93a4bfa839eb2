"""The reference page of numbers, with what the code itself answers (docs/reference/numbers.md)."""

from collections.abc import Callable

from guiju.core import numbers
from guiju.core.errors import Bilingual
from guiju.core.numbers.issuers import issuers

Table = Callable[[list[str], list[list[object]]], str]

READ: dict[str, tuple[str, ...]] = {
    "National 国家": (
        "GBT 1.1—2020",
        "ＧＢ／Ｔ　１９００１－２０１６",  # noqa: RUF001 - full width is the point
        "GB/Z 42965-2023",
        "GSB 16-2062-2007",
        "GBJ 16-87",
        "JJG（交通）023-2020",
        "GJB 150.1A-2009",
        "TSG 21-2016",
    ),
    "Industry 行业": ("NB/SH/T 0948-2017", "JB 4732—1995", "JTG D20-2017", "ZB J04 001-87"),
    "Local 地方": ("DB11/T 1234-2015", "DB 4403/T 60—2020", "SZDB/Z 1-2009"),
    "Group, enterprise 团体、企业": ("T/CAS 115-2015", "Q/ABC 001—2020"),
    "Of one document 同一文件": (
        "GB/T 20000.1-2014/XG1-2021",
        "GB 18401-2010第1号修改单",
        "GB/T 5750（所有部分）",
        "GB/T 19001—2016/ISO 9001:2015",
    ),
    "Plans, committees 计划、委员会": ("20231234-T-469", "SAC/TC28/SC38/WG1"),
    "ISO, IEC": (
        "iso 9001:2015",
        "ISO/IEC TR 10037:1991",
        "ISO/IEC DIS 27001.2",
        "ISO 9001:2015/Amd 1:2024",
        "IEC 61010-1:2010+AMD1:2016 CSV",
        "ИСО 9001:2015",
        "ISO 9001:2015(F)",
        "ISO/IEC Directives Part 1",
    ),
    "Others 其他": (
        "ITU-R BT.601-7",
        "CXS 1-1985",
        "EN ISO 9001:2015",
        "DIN EN ISO 9001:2015",
        "JIS Z 8301:2019",
        "GOST R 1.0-2012",
        "AS/NZS 4360:2004",
    ),
}
DOUBTFUL = ("GB/T 1.1.2020", "GB 7714-87", "GBZ 40846-2021", "20231234-T-999")
REFUSED = (
    "",
    "GB/T",
    "GB/X 123-2020",
    "XY 1-2020",
    "GB 12.-2020",
    "GB/T 3358.1-2009～3358.3-2009",
    "DB99/T 1-2020",
    "ISO 11243.3",
)
TYPED = ("gbt1.1", "gb/t 1.1 2020", "gb5749-06", "iso 9001-2015", "db43t 2516", "cas 115")
KEYS: dict[str, Bilingual] = {
    "input": Bilingual("原样", "as given"),
    "ok": Bilingual("是否读出", "whether it was read"),
    "kind": Bilingual(
        "standard、plan、committee、document（工作文件）、sample",
        "standard, plan, committee, document (a working document), sample",
    ),
    "level": Bilingual(
        "national、industry、local_province、local_city、group、enterprise、international、"
        "regional、foreign",
        "the level of the issuer",
    ),
    "nature": Bilingual(
        "mandatory、recommended、guidance、sample；编号不说明的为空",
        "empty where numbers do not say",
    ),
    "code": Bilingual("顺序号之前的规范代号", "the canonical letters before the sequence"),
    "publishers": Bilingual("编号的发布者", "those whose number it is"),
    "type": Bilingual("TR、TS、Guide、PAS 等", "TR, TS, Guide, PAS …"),
    "seq": Bilingual("顺序号，保留前导零", "with its leading zeros"),
    "parts": Bilingual("部分号", "parts"),
    "year": Bilingual("四位年代号", "four digits"),
    "stage": Bilingual("草案阶段", "that of a draft"),
    "edition": Bilingual("无年代号的版次", "of an edition without a year"),
    "all_parts": Bilingual("（所有部分）", "the series as a whole"),
    "languages": Bilingual("语种代码", "codes of languages"),
    "amendments": Bilingual("修改单、勘误等", "amendments, corrigenda …"),
    "adopts": Bilingual("双编号中的国际标准", "the international numbers of a double number"),
    "joint": Bilingual("同一文件的其他编号", "further numbers of the document"),
    "area": Bilingual("地方标准的行政区划代码", "region of a local standard"),
    "canonical": Bilingual("数据中的规范形式", "the form in data"),
    "display": Bilingual("印刷形式", "the form in print"),
    "urn": Bilingual("ISO、IEC 定义的 URN", "where ISO or IEC define one"),
    "warnings": Bilingual("存疑之处，中英文", "what is odd, in both languages"),
    "error": Bilingual("不可读的原因 zh、en 和可能的编号 likely", "why not: zh, en, likely"),
}


def numbers_page(table: Table) -> str:
    """What is read, how it is printed, what is refused."""
    answers = [(kind, numbers.read_to_json(text)) for kind, some in READ.items() for text in some]
    refused = [one["input"] for _, one in answers if not one["ok"]]
    if refused or set(answers[0][1]) != set(KEYS):
        raise SystemExit(f"tools/numbers_page.py is not of this code: {refused or 'its keys'}")
    read = [
        [kind, *map(_code, (one["input"], one["canonical"], one["display"]))]
        for kind, one in answers
    ]
    odd = [[_code(text), *_sentence(numbers.warnings(numbers.parse(text)))] for text in DOUBTFUL]
    no = [[_code(text), *_refusal(text)] for text in REFUSED]
    typed = [
        [_code(text), ", ".join(_code(numbers.display(n)) for n in numbers.candidates(text)[:3])]
        for text in TYPED
    ]
    keys = [[f"`{name}`", one.zh, one.en] for name, one in KEYS.items()]
    return PAGE.format(
        read=table(["Kind 种类", "Written 写法", "`canonical`", "`display`"], read),
        odd=table(["Written 写法", "存疑", "Warning"], odd),
        refused=table(["Written 写法", "原因", "Reason", "Likely 可能是"], no),
        typed=table(["Typed 输入", "Read as 读作"], typed),
        keys=table(["Key 键", "含义", "Meaning"], keys),
        national=_codes("national"),
        industry=_codes("industry"),
    )


def _code(text: str) -> str:
    return f"`{text}`" if text else "（空）"


def _sentence(said: tuple[Bilingual, ...]) -> tuple[str, str]:
    return " ".join(one.zh for one in said), " ".join(one.en for one in said)


def _refusal(text: str) -> tuple[str, str, str]:
    try:
        numbers.parse(text)
    except numbers.NumberError as error:
        return error.reason.zh, error.reason.en, _code(error.likely) if error.likely else ""
    raise SystemExit(f"tools/numbers_page.py: {text} is read")


def _codes(level: str) -> str:
    return ", ".join(
        f"`{code}`"
        for code, one in issuers().items()
        if one.level == level and not code.endswith(("/T", "/Z"))
    )


PAGE = """# Numbers 编号

What `guiju number parse`, the search box, imports and addresses read. Reading is liberal: full
width, any dash, missing spaces, `GBT`, years of two digits in the 20th century, Cyrillic and French
forms of ISO. Writing is exact: one text for one number.

读取从宽：全角、各种横线、缺空格、`GBT`、二十世纪的两位年代号、ISO 的俄文和法文写法；写出从严：
一个编号只有一种写法。

{read}

`canonical` is the key in data, with ASCII dashes; `display` is print, with the one-line dash. In
Python, `guiju.core.numbers` also has `file_safe` (the name of a file, `GB_T_1.1-2020`), `urn` and
`from_urn` (ISO and IEC), `sort_key`, `matches` (ignoring year, part, amendment or language), and
`find` (all numbers in a text with their offsets, as `guiju number find FILE`).

`canonical` 是数据中的键，用 ASCII 短横线；`display` 是印刷形式，用一字线。`guiju number find FILE` 找出
文本中的全部编号及其位置。

## Read, with a doubt 存疑

{odd}

## Refused 不可读

{refused}

## Typed carelessly 随手输入

The search box and `guiju catalogue show` also try what was likely meant (`numbers.candidates`); an
import does not.

检索框和 `guiju catalogue show` 还会尝试可能的意思；导入时不作猜测。

{typed}

## `guiju number parse --json`

One line of JSON for each line of input; exit status 1 if some were refused. A refused number has the
same keys, empty.

{keys}

## Codes 代号

National and its kin 国家: {national}.

Industry, each also with `/T` and `/Z`, compounds and old ones too 行业（含复合代号和历史代号）:
{industry}.

Local codes are `DB` and a region (two, four or six digits); `T/` and `Q/` take any code of capital
letters and digits. The data, with names, days, legal basis and confidence, is in
`src/guiju/rulebook/issuers/`: a code is added there, not in the program.

地方标准代号为 `DB` 加行政区划代码（两位、四位或六位）；`T/`、`Q/` 后为大写字母和数字。代号数据连同名称、
起止日期、依据和可信度在 `src/guiju/rulebook/issuers/` 中，增加代号只改数据。
"""
