"""Why a state stays or ends (转移的理由), in both languages."""

from guiju.core.errors import Bilingual

_REASONS = {
    "score_up": Bilingual(
        "转移得分加 {gain}，为 {score}（{clause}）",
        "the switching score gains {gain} and is {score} ({clause})",
    ),
    "score_reset": Bilingual(
        "转移得分重置为 0（{clause}）", "the switching score is set to 0 ({clause})"
    ),
    "tightened": Bilingual(
        "加严检验继续：已连续接收 {row} 批，累计不接收 {refused} 批（{clause}）",
        "tightened inspection goes on: {row} accepted in a row, {refused} not accepted so far ({clause})",
    ),
    "reduced_refused": Bilingual(
        "放宽检验中有一批不接收，恢复正常检验（{clause}）",
        "a lot was not accepted under reduced inspection: normal inspection ({clause})",
    ),
    "reduced_unsteady": Bilingual(
        "生产不稳定或延迟，恢复正常检验（{clause}）",
        "production is irregular or delayed: normal inspection ({clause})",
    ),
    "reduced_unapproved": Bilingual(
        "负责部门认为应当恢复，转为正常检验（{clause}）",
        "the responsible authority asks for it: normal inspection ({clause})",
    ),
    "reduced": Bilingual("放宽检验继续（{clause}）", "reduced inspection goes on ({clause})"),
}


def stays(name: str, clause: str, **values: int | str) -> Bilingual:
    found = _REASONS[name]
    return Bilingual(
        found.zh.format(clause=clause, **values), found.en.format(clause=clause, **values)
    )
