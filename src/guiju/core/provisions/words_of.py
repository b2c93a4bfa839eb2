"""What answers are called (判定用语)."""

from guiju.core.errors import Bilingual
from guiju.core.provisions.judging import Status

STATUS_WORDS: dict[Status, Bilingual] = {
    "pass": Bilingual("符合", "conforms"),
    "fail": Bilingual("不符合", "does not conform"),
    "undetermined": Bilingual("不确定", "undetermined"),
    "inapplicable": Bilingual("不适用", "not applicable"),
    "missing": Bilingual("缺项", "missing"),
}
