"""Lines of a report as a sample (报告各行的识别): results, units, attributes, and what is odd."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from guiju.core.errors import Bilingual, InputError
from guiju.core.provisions.measured import Measured, read_measured
from guiju.core.provisions.model import RuleSet
from guiju.core.provisions.reports.model import Entry
from guiju.core.provisions.reports.uncertain import with_uncertainty
from guiju.core.provisions.tables.heads import NO_UNIT, head_of, names_in
from guiju.core.provisions.tables.settings import settings_of
from guiju.core.provisions.units import UnitError, in_units
from guiju.core.provisions.words import folded


class TwoResultsError(InputError):
    """A characteristic stands twice in a report (指标重复)."""

    code = "provisions.two-results"
    zh = "“{subject}”在第 {first} 行和第 {second} 行各有一个结果。请只保留一个；多个样品请分成多份报告。"
    en = "“{subject}” has results in rows {first} and {second}. Keep one; several samples are several reports."


class NothingInReportError(InputError):
    """No line of the report is about the rules (报告中没有可判定的指标)."""

    code = "provisions.nothing-in-report"
    zh = "报告中没有“{subject}”规定的指标。指标名称应当是：{known}。"
    en = "The report holds no characteristic of “{subject}”. Names should be: {known}."


@dataclass(slots=True)
class Matched:
    """What the lines of a report say to a rule set."""

    results: dict[str, Measured] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    attributes: dict[str, str] = field(default_factory=dict)
    attribute_units: dict[str, str] = field(default_factory=dict)
    limits: dict[str, Entry] = field(default_factory=dict)
    uncertainties: dict[str, Decimal] = field(default_factory=dict)
    problems: dict[str, Bilingual] = field(default_factory=dict)
    notes: list[Bilingual] = field(default_factory=list)
    unmatched: list[Entry] = field(default_factory=list)


def matched(
    entries: Iterable[Entry], rules: RuleSet, chosen: Mapping[str, str] | None = None
) -> Matched:
    """Every line under what it means; `chosen` names the characteristic of a line's name.

    Raises TwoResultsError and NothingInReportError.
    """
    found, names, rows = Matched(), names_in(rules), dict[str, int]()
    for entry in entries:
        head = head_of(entry.name, names, (chosen or {}).get(entry.name))
        if head is None:
            found.unmatched.append(entry)
        elif head.kind == "attribute":
            found.attributes[head.of] = entry.result
            found.attribute_units[head.of] = _unit(entry, head.unit)
        else:
            if head.of in found.results:
                first = rows[head.of]
                raise TwoResultsError(entry.name, first=first, second=entry.row)
            rows[head.of] = entry.row
            _take(entry, head.of, _unit(entry, head.unit), rules, found)
    if not found.results:
        known = "、".join(one.name.zh for one in rules.characteristics.values())
        raise NothingInReportError(rules.standard, known=known)
    return found


def _unit(entry: Entry, of_name: str) -> str:
    unit = entry.unit.strip() or of_name
    return "" if folded(unit) in NO_UNIT else unit


def _take(entry: Entry, name: str, unit: str, rules: RuleSet, found: Matched) -> None:
    characteristic = rules.characteristics[name]
    measured, uncertainty = with_uncertainty(entry.result, entry.uncertainty)
    if uncertainty is not None:
        found.uncertainties[name] = uncertainty
    if entry.limit.strip():
        found.limits[name] = entry
    if not _convertible(rules, name, unit):
        found.problems[name] = Bilingual(
            f"单位“{unit}”不能换算为“{characteristic.unit}”",
            f"the unit “{unit}” cannot be converted into “{characteristic.unit}”",
        )
        found.results[name] = Measured("unreadable", written=f"{measured.written} {unit}".strip())
        return
    found.results[name] = measured
    if unit != characteristic.unit:
        found.units[name] = unit
    if not unit and characteristic.unit and measured.number is not None:
        called = characteristic.name
        found.notes.append(
            Bilingual(
                f"{called.zh}没有写单位，按 {characteristic.unit} 判定。",
                f"{called.en} has no unit; {characteristic.unit} was taken.",
            )
        )


def _convertible(rules: RuleSet, name: str, unit: str) -> bool:
    if not unit or unit == rules.characteristics[name].unit:
        return True
    try:
        in_units(_only(rules, name), {name: unit})
    except UnitError:
        return False
    return True


def _only(rules: RuleSet, name: str) -> RuleSet:
    """A rule set without rules: only to see whether a unit can be converted."""
    return RuleSet(
        standard=rules.standard,
        title=rules.title,
        since=rules.since,
        until=rules.until,
        basis=rules.basis,
        certainty=rules.certainty,
        characteristics={name: rules.characteristics[name]},
        attributes={},
    )


def told_of(rules: RuleSet, settings: Mapping[str, str]) -> tuple[dict[str, str | Decimal], str]:
    """What was told for the whole report, with the defaults, and the level that is asked for.

    Numbers stay decimals. Raises SettingError.
    """
    found, target = settings_of(rules, settings)
    texts = {name: one.default for name, one in rules.attributes.items()} | dict(settings)
    return {
        name: value if isinstance(value, str) else _number(texts[name])
        for name, value in found.items()
    }, target


def _number(text: str) -> Decimal:
    """What `settings_of` took for a number."""
    number = read_measured(text).number
    assert number is not None  # noqa: S101 it was one
    return number
