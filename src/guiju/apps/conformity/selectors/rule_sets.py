"""Which rule set judges officially (正式判定用规则集): only what was reviewed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from guiju.apps.conformity.models import RuleFile, RuleFileVersion
from guiju.apps.conformity.selectors.platform import PlatformSet, platform_sets
from guiju.apps.conformity.selectors.rule_texts import read_rules
from guiju.core.numbers import parse
from guiju.core.provisions.files.rulebook import NoRuleSetError
from guiju.core.provisions.model import RuleSet
from guiju.core.records.identity import identity_of

Days = tuple[date | None, date | None]
ALWAYS_SINCE, ALWAYS_UNTIL = date.min, date.max


@dataclass(frozen=True, slots=True)
class Official:
    """A rule set that judges officially: `origin` names its file and version, `text` is that file.

    `ref` is what its page is called by.
    """

    rules: RuleSet
    ref: str
    origin: str
    text: str


def official(number: str, on: date | None) -> RuleSet:
    """The reviewed rule set of an edition, or of an undated number the one in force on that day.

    An edition that is named judges data of any day. Raises NoRuleSetError and NumberError.
    """
    return official_file(number, on).rules


def official_file(number: str, on: date | None) -> Official:
    """The same with its file. What people wrote comes before what it replaces of the platform's."""
    asked = identity_of(parse(number))
    rows = list(_reviewed(key=asked.key) if asked.dated else _reviewed(work=asked.work))
    own = [
        one
        for one in platform_sets()
        if (one.key == asked.key if asked.dated else one.work == asked.work)
    ]
    found = next((row for row in rows if _holds(row.since, row.until, on)), None)
    if found is not None:
        return _from_file(found)
    kept = next((one for one in own if _holds(one.rules.since, one.rules.until, on)), None)
    if kept is not None:
        return _from_platform(kept)
    if asked.dated and rows:
        return _from_file(rows[0])
    if asked.dated and own:
        return _from_platform(own[-1])
    known = "、".join(one.standard for one in official_sets())
    raise NoRuleSetError(number, on=on or "—", known=known)


def official_editions(number: str) -> tuple[Official, ...]:
    """All editions that an undated number means, the oldest first. Raises NoRuleSetError."""
    work = identity_of(parse(number)).work
    rows = list(_reviewed(work=work))
    written = {row.key for row in rows}
    found = [_from_file(row) for row in rows]
    found += [
        _from_platform(one)
        for one in platform_sets()
        if one.work == work and one.key not in written
    ]
    if not found:
        known = "、".join(one.standard for one in official_sets())
        raise NoRuleSetError(number, on="—", known=known)
    return tuple(sorted(found, key=lambda one: one.rules.since))


def official_sets() -> tuple[RuleSet, ...]:
    """All that judge officially, by their numbers; replaced ones of the platform are left out."""
    rows = list(_reviewed())
    replaced = {row.key for row in rows if row.replaces_platform}
    texts = dict(
        RuleFileVersion.objects.filter(
            file__in=rows, number__in={row.version for row in rows}
        ).values_list("file_id", "text")
    )
    written = [read_rules(texts[row.pk]).rules for row in rows if row.pk in texts]
    sets = [one.rules for one in platform_sets() if one.key not in replaced]
    sets += [one for one in written if one is not None]
    return tuple(sorted(sets, key=lambda one: one.standard))


def overlap(one: Days, other: Days) -> bool:
    """Whether some day lies in both."""
    return (one[0] or ALWAYS_SINCE) < (other[1] or ALWAYS_UNTIL) and (other[0] or ALWAYS_SINCE) < (
        one[1] or ALWAYS_UNTIL
    )


def _reviewed(**narrow: str) -> Iterable[RuleFile]:
    rows = RuleFile.objects.filter(state=RuleFile.State.REVIEWED, **narrow)
    return rows.order_by("-since", "-pk")


def _holds(since: date | None, until: date | None, on: date | None) -> bool:
    return on is None or ((since is None or since <= on) and (until is None or on < until))


def _from_file(row: RuleFile) -> Official:
    text = row.versions.get(number=row.version).text
    rules = read_rules(text).rules
    if rules is None:  # the language of rule files has changed since it was reviewed
        raise NoRuleSetError(row.standard, on="—", known="—")
    return Official(rules, str(row.pk), f"conformity.rulefile:{row.pk}:{row.version}", text)


def _from_platform(one: PlatformSet) -> Official:
    return Official(one.rules, one.name, f"rulebook/standards/{one.name}.yaml", one.text)
