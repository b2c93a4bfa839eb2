"""What is told of all rows (适用条件): attributes in the words of the rules, and the level asked for."""

from collections.abc import Mapping

from guiju.core.errors import InputError
from guiju.core.provisions.columnar.columns import fits
from guiju.core.provisions.grading import level_named
from guiju.core.provisions.measured import read_measured
from guiju.core.provisions.model import Attribute, RuleSet
from guiju.core.provisions.sample import value_of

TARGET = "target"


class SettingError(InputError):
    """--set names what the rules do not know (适用条件有误)."""

    code = "provisions.setting"
    zh = "“{subject}”不能使用：{why_zh}"
    en = "“{subject}” cannot be used: {why_en}"


def settings_of(rules: RuleSet, settings: Mapping[str, str]) -> tuple[dict[str, str | float], str]:
    """Attributes in the words of the rules, with their defaults, and the level that is asked for."""
    told: dict[str, str | float] = {
        name: one.default if one.values else float(one.default)
        for name, one in rules.attributes.items()
        if one.default
    }
    target = ""
    for key, text in settings.items():
        attribute = rules.attributes.get(key)
        if attribute is not None:
            told[key] = _told(attribute, text)
        elif key == TARGET and (rules.ladders or rules.scores):
            target = _level(rules, text)
        else:
            graded = rules.ladders or rules.scores
            known = "、".join((*rules.attributes, TARGET) if graded else rules.attributes)
            raise SettingError(key, why_zh=f"可用的有 {known}。", why_en=f"there are {known}.")
    return told, target


def _told(attribute: Attribute, text: str) -> str | float:
    if not attribute.values:
        measured = read_measured(text)
        if measured.kind != "number" or measured.number is None or not fits(measured.number):
            raise SettingError(text, why_zh="应当是数。", why_en="a number is expected.")
        return float(measured.number)
    value = value_of(attribute, text)
    if value is None:
        known = "、".join(attribute.values)
        raise SettingError(
            text,
            why_zh=f"{attribute.name.zh}只能是 {known}。",
            why_en=f"{attribute.name.en} can be {known}.",
        )
    return value


def _level(rules: RuleSet, text: str) -> str:
    if rules.scores:
        levels = tuple(one.name for one in rules.scores[0].levels)
        level: str | None = text.strip()
    else:
        levels, level = rules.ladders[0].levels, level_named(rules.ladders[0], text)
    if level not in levels:
        known = "、".join(levels)
        raise SettingError(text, why_zh=f"等级只有 {known}。", why_en=f"the levels are {known}.")
    return str(level)
