"""What the kinds of clauses and of sentences are called (条款种类名称)."""

from guiju.core.codes.words import words
from guiju.core.errors import Bilingual

TITLES = {
    "kind": Bilingual("部分", "Part"),
    "modality": Bilingual("条款类型", "Kind of provision"),
    "state": Bilingual("标准状态", "State of the standard"),
    "language": Bilingual("语言", "Language"),
}
VALUES = {
    "kind": {
        "clause": Bilingual("条款", "Clause"),
        "term": Bilingual("术语条目", "Term"),
        "table": Bilingual("表", "Table"),
        "figure": Bilingual("图", "Figure"),
        "formula": Bilingual("公式", "Formula"),
        "annex": Bilingual("附录", "Annex"),
        "scope": Bilingual("范围", "Scope"),
        "normative-references": Bilingual("规范性引用文件", "Normative references"),
        "terms": Bilingual("术语和定义", "Terms and definitions"),
        "symbols": Bilingual("符号和缩略语", "Symbols"),
        "foreword": Bilingual("前言", "Foreword"),
        "introduction": Bilingual("引言", "Introduction"),
        "bibliography": Bilingual("参考文献", "Bibliography"),
        "index": Bilingual("索引", "Index"),
        "contents": Bilingual("目次", "Contents"),
        "other": Bilingual("其他", "Other"),
    },
    "modality": {
        "requirement": Bilingual("要求", "Requirement"),
        "instruction": Bilingual("指示", "Instruction"),
        "recommendation": Bilingual("推荐", "Recommendation"),
        "permission": Bilingual("允许", "Permission"),
        "capability": Bilingual("陈述（能）", "Statement of capability"),
        "possibility": Bilingual("陈述（可能）", "Statement of possibility"),
        "statement": Bilingual("陈述", "Statement"),
    },
    "state": {
        state: Bilingual(zh, en[:1].upper() + en[1:]) for state, (zh, en) in words("state").items()
    },
    "language": {"zh": Bilingual("中文", "Chinese"), "en": Bilingual("英文", "English")},
}


def name_of(facet: str, value: str) -> Bilingual:
    """A value without a name stands for itself."""
    return VALUES[facet].get(value) or Bilingual(value, value)
