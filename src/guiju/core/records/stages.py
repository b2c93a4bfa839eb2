"""Stage codes and status words of sources, as states (阶段与状态词)."""

import re

from guiju.core.errors import Bilingual

_STAGE = re.compile(r"\d\d(\.\d\d)?")

# IEC's words. A revised publication was replaced by its own next edition, a replaced one by
# another number.
IEC_WORDS = {
    "PUBLISHED": "in_force",
    "REVISED": "superseded",
    "REPLACED": "superseded",
    "WITHDRAWN": "withdrawn",
}

CHINESE_WORDS = {
    "制定中": "draft",
    "正在起草": "draft",
    "正在征求意见": "draft",
    "正在审查": "draft",
    "正在批准": "draft",
    "即将实施": "upcoming",
    "未实施": "upcoming",
    "现行": "in_force",
    "现行有效": "in_force",
    "有效": "in_force",
    "即将废止": "in_force",
    "被代替": "superseded",
    "已被代替": "superseded",
    "被替代": "superseded",
    "已作废": "withdrawn",
    "作废": "withdrawn",
    "废止": "withdrawn",
    "已废止": "withdrawn",
    "已终止": "abandoned",
    "终止": "abandoned",
    "不明": "unknown",
}

_NOTES = {
    "60.00": Bilingual("正在出版", "being published"),
    "90.20": Bilingual("正在复审", "under review"),
    "90.60": Bilingual("复审表决已结束", "review closed"),
    "90.92": Bilingual("复审结论：修订", "to be revised"),
    "90.93": Bilingual("复审结论：继续有效", "confirmed"),
    "90.99": Bilingual("已提议废止", "withdrawal proposed"),
    "95.20": Bilingual("正在表决废止", "withdrawal ballot"),
    "95.60": Bilingual("废止表决已结束", "withdrawal ballot closed"),
}


def state_of_stage(stage: str) -> str:
    """The state that an ISO stage code means, "" for what is none (GB/T 16733, ISO Guide 69).

    60.00 is still at the printer's. From 60.60 to the decision of withdrawal a standard is in
    force, whatever the review says.
    """
    if not _STAGE.fullmatch(stage):
        return ""
    main, sub = stage[:2], stage[3:]
    if main < "60":
        return "abandoned" if sub == "98" else "draft"
    if main == "60":
        return "draft" if sub == "00" else "in_force"
    if main == "95" and sub in ("99", ""):
        return "withdrawn"
    return "in_force" if main in ("90", "95") else ""


def stage_note(stage: str) -> Bilingual | None:
    """What a stage says beyond the state: under review, to be revised …"""
    return _NOTES.get(stage)
