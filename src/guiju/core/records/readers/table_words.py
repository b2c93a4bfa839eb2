"""Words in the cells of tables, as our values (表格用词): levels, natures, degrees."""

import re

from guiju.core.records.readers.table_fields import folded
from guiju.core.records.stages import CHINESE_WORDS

_LEVELS = {
    "国家标准": "national",
    "国标": "national",
    "national": "national",
    "行业标准": "industry",
    "行标": "industry",
    "industry": "industry",
    "sector": "industry",
    "地方标准": "local",
    "地标": "local",
    "local": "local",
    "团体标准": "group",
    "团标": "group",
    "group": "group",
    "association": "group",
    "企业标准": "enterprise",
    "企标": "enterprise",
    "enterprise": "enterprise",
    "国际标准": "international",
    "international": "international",
    "区域标准": "regional",
    "国外标准": "foreign",
}
_NATURES = {
    "强制性": "mandatory",
    "强制": "mandatory",
    "强制性标准": "mandatory",
    "mandatory": "mandatory",
    "推荐性": "recommended",
    "推荐": "recommended",
    "推荐性标准": "recommended",
    "recommended": "recommended",
    "voluntary": "recommended",
    "指导性技术文件": "guidance",
    "指导性": "guidance",
    "guidance": "guidance",
    "是": "mandatory",
    "否": "recommended",
}
_STATES = {
    **CHINESE_WORDS,
    "draft": "draft",
    "upcoming": "upcoming",
    "in force": "in_force",
    "current": "in_force",
    "active": "in_force",
    "valid": "in_force",
    "superseded": "superseded",
    "replaced": "superseded",
    "withdrawn": "withdrawn",
    "abolished": "withdrawn",
    "abandoned": "abandoned",
    "cancelled": "abandoned",
}
_DEGREES = {
    "idt": "IDT",
    "等同采用": "IDT",
    "等同": "IDT",
    "mod": "MOD",
    "修改采用": "MOD",
    "修改": "MOD",
    "eqv": "MOD",
    "等效采用": "MOD",
    "neq": "NEQ",
    "非等效采用": "NEQ",
    "非等效": "NEQ",
}
_BY_FIELD = {"level": _LEVELS, "nature": _NATURES, "status": _STATES}
_TABLES = {
    field: {folded(word): value for word, value in words.items()}
    for field, words in _BY_FIELD.items()
}
_DEGREE = re.compile("|".join(sorted(_DEGREES, key=len, reverse=True)), re.I)


def word_of(field: str, text: str) -> str:
    """Our value for the word in a cell, "" when the word is not known."""
    return _TABLES[field].get(folded(text), "")


def degree_in(text: str) -> tuple[str, str]:
    """The degree of adoption that a text names, and the text without it."""
    found = _DEGREE.search(text)
    if found is None:
        return "", text.strip()
    rest = (text[: found.start()] + text[found.end() :]).strip(" ,，;；:：()（）")
    return _DEGREES[found[0].lower()], rest
