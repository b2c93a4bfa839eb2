"""A grade by marks in words (评分定级的说明)."""

from collections.abc import Mapping

from guiju.core.errors import Bilingual
from guiju.core.provisions.model import Characteristic, RuleSet
from guiju.core.provisions.scoring import TOTAL, Scored
from guiju.core.provisions.words_of import STATUS_WORDS

_TOTAL = Bilingual("总分", "the total")


def score_sentence(found: Scored, rules: RuleSet) -> Bilingual:
    """The level, the total, what the next better level lacks, and what is missing or cannot be."""
    known = _names(rules)
    grade, status = found.score.name, STATUS_WORDS[found.status]
    level = found.level or (f"{found.possible}~{found.certain}" if not found.wrong else "—")
    zh, en = [f"{grade.zh}：{level}，{status.zh}"], [f"{grade.en}: {level}, {status.en}"]
    if found.total is not None:
        zh.append(f"总分 {found.total}")
        en.append(f"total {found.total}")
    for names, one in (
        (found.limiting, Bilingual("未达到更高等级的要求", "below what the next level asks for")),
        (found.missing, Bilingual("缺少", "missing")),
        (found.wrong, Bilingual("分值不能成立", "marks that cannot be")),
    ):
        if names:
            zh.append(f"{one.zh}：{'、'.join(known[name].zh for name in names)}")
            en.append(f"{one.en}: {', '.join(known[name].en for name in names)}")
    clause = found.clause or found.score.clause
    return Bilingual(f"{'；'.join(zh)}。依据：{clause}。", f"{'; '.join(en)}. Basis: {clause}.")


def _names(rules: RuleSet) -> Mapping[str, Bilingual]:
    known: Mapping[str, Characteristic] = rules.characteristics
    names = {name: one.name for name, one in known.items()}
    names |= {rule.id: known[rule.characteristic].name for rule in rules.rules}
    return {**names, TOTAL: _TOTAL}
