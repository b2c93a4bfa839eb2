"""The words of standards systems (标准体系用语): states of a line, levels, structures, checks."""

from guiju.apps.catalogue.models import StandardsSystem
from guiju.core.errors import Bilingual
from guiju.core.records.reasons import STATE_NAMES

GAP, UNLISTED = "gap", "unlisted"

# The states of a line: those of a standard, and two more for lines without one.
LINE_STATES = STATE_NAMES | {
    UNLISTED: Bilingual("名录未收录", "not in the catalogue"),
    GAP: Bilingual("缺标准", "no standard yet"),
}
STATE_KINDS = {
    "in_force": "good",
    "upcoming": "info",
    "draft": "info",
    "superseded": "bad",
    "withdrawn": "bad",
    "abandoned": "bad",
    "unknown": "plain",
    UNLISTED: "plain",
    GAP: "warn",
}

# 宜定级别: at which level a standard should stand.
LEVELS = {
    "national": Bilingual("国家标准", "National"),
    "industry": Bilingual("行业标准", "Industry"),
    "local": Bilingual("地方标准", "Local"),
    "group": Bilingual("团体标准", "Group"),
    "enterprise": Bilingual("企业标准", "Enterprise"),
    "international": Bilingual("国际标准", "International"),
    "regional": Bilingual("区域标准", "Regional (several countries)"),
    "foreign": Bilingual("国外标准", "Foreign"),
}
STRUCTURES = {
    StandardsSystem.Structure.LAYERED.value: Bilingual("层次结构", "Layered"),
    StandardsSystem.Structure.SEQUENCE.value: Bilingual("序列结构", "Sequence"),
}
CHECKS = {
    "ended": Bilingual("已被代替或废止的标准", "Standards that have ended"),
    "duplicate": Bilingual("重复列入", "Listed more than once"),
    "unlisted": Bilingual("名录中没有的编号", "Numbers that the catalogue does not have"),
    "unreadable": Bilingual("无法识别的编号", "Numbers that cannot be read"),
    "not_yet": Bilingual("尚未实施的标准", "Standards not in force yet"),
    "unknown": Bilingual("状态不明的标准", "Standards of unknown state"),
    "no_owner": Bilingual("没有负责单位的节点", "Boxes without an owner"),
    "empty_node": Bilingual("空节点", "Empty boxes"),
    "gap": Bilingual("尚待制定的标准", "Standards still to be made"),
}


def level_of(code: str) -> str:
    """A level of the catalogue as one of LEVELS: a system speaks of local standards as one."""
    return "local" if code.startswith("local") else code
