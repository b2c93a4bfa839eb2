"""The reference page of records: our own format, and the columns of tables (record-format.md)."""

from collections.abc import Callable
from dataclasses import fields

from guiju.core.errors import Bilingual
from guiju.core.records.model import RELATIONS, ROLES, STATES, Record, Relation, Role
from guiju.core.records.readers import FORMATS
from guiju.core.records.readers.own import to_line
from guiju.core.records.readers.table_fields import EITHER_WAY, FIELDS
from guiju.core.records.samples import sample_records

Table = Callable[[list[str], list[list[object]]], str]

SAYS: dict[str, Bilingual] = {
    "number": Bilingual("编号，照来源的写法；必填", "as the source writes it; required"),
    "source": Bilingual("来源代码；省略则为导入时的来源", "slug of the source; else the import's"),
    "key": Bilingual("来源自己的记录号；省略则为编号", "the source's own key; else the number"),
    "other_numbers": Bilingual(
        '其他编号：`["joint", "…"]`，种类为 joint、old、urn、reference',
        'pairs `["joint", "…"]`; kinds are joint, old, urn, reference',
    ),
    "titles": Bilingual("名称，按语种：zh、en、fr、ru", "by language: zh, en, fr, ru"),
    "abstracts": Bilingual("摘要，按语种", "by language"),
    "level": Bilingual("层级；省略则由编号得出", "else it follows from the number"),
    "nature": Bilingual("性质；省略则由编号得出", "else it follows from the number"),
    "kind": Bilingual("标准类别", "kind of the standard"),
    "function": Bilingual("功能类型", "function of the standard"),
    "issued": Bilingual("发布日期 †", "date of issue †"),
    "effective": Bilingual("实施日期 †", "in effect from †"),
    "withdrawn": Bilingual("废止日期 †", "withdrawn on †"),
    "reviewed": Bilingual("复审日期 †", "last review †"),
    "status": Bilingual("来源所称状态", "the state that the source claims"),
    "as_of": Bilingual(
        "所称状态的日期 †；没有则不起作用", "its day †; without one it says nothing"
    ),
    "stage": Bilingual("ISO 阶段代码，如 60.60", "ISO stage code, such as 60.60"),
    "edition": Bilingual("版次", "number of the edition"),
    "announcement": Bilingual("公告号", "announcement"),
    "plan_number": Bilingual("计划号", "plan number"),
    "filing_number": Bilingual("备案号", "filing number"),
    "ics": Bilingual("ICS 分类号", "ICS codes"),
    "ccs": Bilingual("CCS 分类号", "CCS codes"),
    "committees": Bilingual("技术委员会编号", "numbers of committees"),
    "roles": Bilingual("责任者，见下", "bodies and people, see below"),
    "relations": Bilingual("与其他文件的关系，见下", "arrows to other documents, see below"),
    "languages": Bilingual("语种代码", "codes of languages"),
    "keywords": Bilingual("关键词", "keywords"),
    "region": Bilingual("行政区划代码或名称", "code or name of the region"),
    "pages": Bilingual("页数", "pages"),
    "links": Bilingual("网址", "addresses"),
    "extra": Bilingual("没有字段的其他内容，原样保存", "what has no field here, kept as it is"),
}
RELATION_SAYS: dict[str, Bilingual] = {
    "type": Bilingual("关系", "which relation"),
    "target": Bilingual("对方编号，照来源的写法", "the other number, as written"),
    "inverse": Bilingual("true：对方代替（采用、引用……）本文件", "true: it replaces this one"),
    "whole": Bilingual("false：部分", "false: in part"),
    "degree": Bilingual("一致性程度：IDT、MOD、NEQ", "of an adoption: IDT, MOD, NEQ"),
    "date": Bilingual("日期 †", "date †"),
    "note": Bilingual("说明", "note"),
    "denied": Bilingual(
        "true：该来源称没有此关系，不那么可信的来源的说法不计；`date` 为日期，`note` 为理由",
        "true: the source says that there is no such relation, and the word of less trusted sources "
        "does not count; `date` says since when, `note` why",
    ),
}
ROLE_SAYS: dict[str, Bilingual] = {
    "role": Bilingual("责任方式", "which role"),
    "name": Bilingual("来源所写名称", "the name that the source writes"),
    "since": Bilingual("自 †", "from †"),
    "until": Bilingual("止 †（不含）", "until † (exclusive)"),
}


def records_page(table: Table) -> str:
    """Every field, from the value itself."""
    heads = ["Field 字段", "Type 类型", "含义", "Meaning"]
    example = next(one for one in sample_records() if one.number == "GB/T 19001-2016")
    return PAGE.format(
        formats="\n".join(f"| `{name}` | {one.zh} | {one.en} |" for name, one in FORMATS.items()),
        record=table(heads, _rows(Record, SAYS)),
        relation=table(heads, _rows(Relation, RELATION_SAYS)),
        role=table(heads, _rows(Role, ROLE_SAYS)),
        relations=_listed(RELATIONS),
        roles=_listed(ROLES),
        states=_listed(STATES),
        real=to_line(example),
        either=", ".join(EITHER_WAY),
        columns=table(
            ["Field 字段", "Known headings 能认出的列名"],
            [
                [f"`{name}`", ", ".join((names.zh, names.en, *others))]
                for name, (names, others) in FIELDS.items()
            ],
        ),
    )


def _rows(
    value: type[Record] | type[Relation] | type[Role], says: dict[str, Bilingual]
) -> list[list[object]]:
    made = [one.name for one in fields(value)]
    if made != list(says):
        raise SystemExit(f"tools/records_page.py: {set(made) ^ set(says)} of {value.__name__}")
    return [
        [f"`{one.name}`", _type_of(one.name, str(one.type)), *says[one.name]]
        for one in fields(value)
    ]


def _type_of(name: str, type_: str) -> str:
    if name == "other_numbers":
        return "[[text, text]]"
    if "Relation" in type_ or "Role" in type_:
        return "[object]"
    if "Mapping" in type_:
        return "object"
    if "tuple" in type_:
        return "[text]"
    return "true/false" if "bool" in type_ else "text"


def _listed(values: tuple[str, ...]) -> str:
    return ", ".join(f"`{one}`" for one in values)


PAGE = """# The format of records 著录格式

How files come in: [import records](../how-to/import-records.md).

| Format 格式 | 内容 | Content |
| --- | --- | --- |
{formats}

Tables of classes come in the same way: the ICS (JSON lines with `fieldcode`, or ISO Open Data) and
the CCS (CSV with the columns 代码 and 名称). A file may be packed with zstd.

## Our own format 自有格式

One record a line, UTF-8. It begins with `"guiju": 1`; what is empty is left out; a field that does
not stand here is refused. It is what statements are stored as, and goes out and in again exactly.

逐行 JSON，UTF-8，以 `"guiju": 1` 开头；空的字段省略；表中没有的字段拒收。数据库中的说法即以此格式保存，
导出再导入完全一致。

示例 An example, invented:

```json
{{"guiju":1,"number":"T/EXAMPLE 1-2024","titles":{{"zh":"示例：社区公告栏设置要求","en":"Example: community notice boards"}},"issued":"2024-03-01","effective":"2024-06-01","status":"in_force","as_of":"2026-06-30","ccs":["A12"],"roles":[{{"role":"issuer","name":"示例标准化协会"}}],"relations":[{{"type":"replaces","target":"T/EXAMPLE 1-2020"}}],"extra":{{"价格":"示例"}}}}
```

A real one, from the sample catalogue 示例名录中的一条真实著录:

```json
{real}
```

{record}

† `2003`, `2003-06` or `2003-06-05`: a year or month stands for some day of it.
† 可只写到年或月，表示其中某一天。

### A relation 关系

{relation}

`type`: {relations}. The relations point one way, from the newer, amending, adopting or citing
document to the other; what is said from the other side is written with `inverse`.

### A role 责任者

{role}

`role`: {roles}.

### States 状态

`status`: {states}.

## Columns of a table 表格的列

The mapping of a CSV or XLSX file is a JSON object, heading to field: `{{"标准号": "number"}}`. Left
out, it is proposed from these headings; case, spaces and punctuation do not count. Columns that no
field takes are kept under `extra`. Several values in a cell are parted by 、 ； ; | or a comma.

CSV、XLSX 的对应关系是 JSON 对象：列名到字段。不给时按下表的列名提出建议，大小写、空格和标点不计；没有对应
字段的列保存在 `extra` 中；一格多值用顿号、分号、竖线或逗号分开。

{columns}

{either}: these stand over what a standard replaced in some catalogues, over what replaced it in
others. The years of the numbers in the column decide; where they do not, the column is left out and
the preview asks. 这些列名在有的目录中指本标准所代替的标准，在有的目录中指代替本标准的标准：按列中编号的
年代号判断；看不出时不对应字段，预览中请用户选择。
"""
