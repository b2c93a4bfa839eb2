"""By which rules `guiju evaluate` judges, and what its columns mean (规则与列的指定)."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from guiju.core.errors import InputError

if TYPE_CHECKING:
    from guiju.core.provisions.model import RuleSet
    from guiju.core.provisions.tables.heads import Head


class NotASetting(InputError):
    """--set without an equals sign (适用条件写法有误)."""

    code = "evaluate_setting"
    zh = "“{subject}”应当写成 键=值，例如 --set waterbody=river。"
    en = "“{subject}” should be key=value, such as --set waterbody=river."


class NotAColumn(InputError):
    """--column that does not fit (列的指定有误)."""

    code = "evaluate_column"
    zh = "--column “{subject}”不能使用：{why_zh}"
    en = "--column “{subject}” cannot be used: {why_en}"


class WhichRules(InputError):
    """Neither --standard nor --rules, or both (没有指明规则)."""

    code = "evaluate_rules"
    zh = "请用 --standard 编号 或 --rules 文件 之一说明按什么判定。"
    en = "Say by what to judge: --standard NUMBER or --rules FILE, one of both."


def rules_of(standard: str | None, own: Path | None, day: date) -> "RuleSet":
    """Of the rulebook, or of a file of one's own."""
    from guiju.core.provisions.files.rulebook import rule_set

    if (standard is None) == (own is None):
        raise WhichRules()
    if own is not None:
        return rules_in(own)
    return rule_set(standard or "", day)


def rules_about(standard: str | None, own: Path | None, day: date) -> "RuleSet":
    """Rules by which a file can be understood: on a day on which none is in force the last ones."""
    from guiju.core.provisions.files.rulebook import NoRuleSetError, editions

    try:
        return rules_of(standard, own, day)
    except NoRuleSetError:
        return editions(standard or "")[-1]


def rules_in(path: Path) -> "RuleSet":
    """The rule set of a file. Raises RuleFileError."""
    from guiju.core.decoding import decode
    from guiju.core.provisions.files.loading import read_rule_set

    return read_rule_set(decode(path.read_bytes(), name=path.name)[0], path.name)


def setting(text: str) -> tuple[str, str]:
    key, sign, value = text.partition("=")
    if not sign or not key.strip() or not value.strip():
        raise NotASetting(text)
    return key.strip(), value.strip()


def chosen_columns(texts: tuple[str, ...], rules: "RuleSet") -> dict[str, str]:
    """`--column "磷=总磷"`: a head and the characteristic or attribute that it holds."""
    from guiju.core.provisions.tables.heads import names_in
    from guiju.core.provisions.words import folded

    known = names_in(rules)
    found = {}
    for text in texts:
        head, sign, meaning = (part.strip() for part in text.rpartition("="))
        if not sign or not head or not meaning:
            raise NotAColumn(
                text,
                why_zh='应当写成 列名=指标，例如 --column "磷(mg/L)=总磷"。',
                why_en='write head=characteristic, such as --column "P (mg/L)=TP".',
            )
        if folded(meaning) not in known:
            names = "、".join(one.name.zh for one in rules.characteristics.values())
            raise NotAColumn(
                text,
                why_zh=f"规则中没有“{meaning}”。有：{names}。",
                why_en=f"the rules have no “{meaning}”. There are: {names}.",
            )
        found[head] = meaning
    return found


def heads_of(
    columns: list[str], rules: "RuleSet", chosen: dict[str, str]
) -> "dict[str, Head] | None":
    """What the columns hold where somebody chose it. Raises NotAColumn for one that is not there."""
    from guiju.core.provisions.tables.heads import mapped

    for head in chosen:
        if head not in columns:
            there = "、".join(columns[:20])
            raise NotAColumn(
                head,
                why_zh=f"数据中没有这一列。有：{there}。",
                why_en=f"the data have no such column. There are: {there}.",
            )
    return mapped(columns, rules, chosen) if chosen else None
