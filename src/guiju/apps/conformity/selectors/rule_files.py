"""Rule sets as this viewer may see them (规则集): those that people write and the platform's."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from guiju.apps.accounts.selectors.organisations import ShownName, display_names
from guiju.apps.conformity.models import RuleFile, RuleFileStep, RuleFileVersion
from guiju.apps.conformity.rules.rule_files import READ_RULES, REVIEWERS, WRITERS
from guiju.apps.conformity.selectors.platform import PlatformSet, platform_sets
from guiju.apps.conformity.selectors.rule_texts import Read, read_rules
from guiju.core.errors import Bilingual, NotFoundError
from guiju.web.viewer import Viewer

_State = RuleFile.State
PLATFORM = "platform"
_LONGEST_NUMBER = 18


class NoRuleFileError(NotFoundError):
    """There is no such rule set, or not for this viewer (没有这个规则集)."""

    code = "no_rule_file"
    zh = "没有规则集“{subject}”，或者它还没有公开。"
    en = "There is no rule set “{subject}”, or it is not public."


@dataclass(frozen=True, slots=True)
class Narrow:
    """Which rule sets are listed; "" is all."""

    q: str = ""
    state: str = ""
    mine: bool = False


@dataclass(frozen=True, slots=True)
class Opened:
    """A rule set that a page shows: its text at one version, and what can be read of it.

    `file` is None for one of the platform's. What it says is official if `is_official`.
    """

    ref: str
    name: str
    text: str
    version: int
    read: Read
    file: RuleFile | None

    @property
    def state(self) -> str:
        return PLATFORM if self.file is None else str(self.file.state)

    @property
    def is_official(self) -> bool:
        return self.file is None or (
            self.file.state == _State.REVIEWED and self.version == self.file.version
        )

    @property
    def standard(self) -> str:
        if self.read.rules is not None:
            return self.read.rules.standard
        return self.file.standard if self.file else self.name

    @property
    def title(self) -> Bilingual:
        if self.read.rules is not None:
            return self.read.rules.title
        return Bilingual(self.file.title_zh, self.file.title_en) if self.file else Bilingual("", "")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list."""

    ref: str
    standard: str
    title: Bilingual
    since: date | None
    until: date | None
    certainty: str
    state: str
    version: int
    organisation: ShownName | None
    changed: Any


class Rows(Sequence[Row]):
    """The platform's sets and then those that people wrote, of which only a page is read."""

    def __init__(
        self, own: list[Row], written: QuerySet[RuleFile], on: date, language: str
    ) -> None:
        self._own, self._written, self._on, self._language = own, written, on, language
        self._count = len(own) + written.count()

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, at: Any) -> Any:
        if not isinstance(at, slice):
            return self[at : at + 1][0]
        start, stop, _ = at.indices(self._count)
        shown = self._own[start:stop]
        first, last = max(0, start - len(self._own)), max(0, stop - len(self._own))
        files = list(self._written[first:last]) if last > first else []
        names = (
            display_names({one.organisation_id for one in files}, self._on, self._language)
            if files
            else {}
        )
        return shown + [_row(one, names[one.organisation_id]) for one in files]


def rule_files(viewer: Viewer) -> QuerySet[RuleFile]:
    """Those that people wrote, as far as the viewer may see them, the newest first."""
    seen = Q(reviewed__isnull=False) | Q(organisation__in=viewer.organisations(*WRITERS))
    if viewer.holds(*REVIEWERS):
        seen |= ~Q(state__in=(_State.DRAFT, _State.WITHDRAWN))
    return RuleFile.objects.filter(seen)


def rows(viewer: Viewer, narrow: Narrow, language: str) -> Rows:
    """The list: number or title, state, and only those of the viewer's organisations."""
    written = rule_files(viewer)
    if narrow.mine:
        written = written.filter(organisation__in=viewer.organisations(*WRITERS))
    if narrow.state:
        written = written.filter(state=narrow.state)
    for word in narrow.q.split():
        written = written.filter(
            Q(standard__icontains=word) | Q(title_zh__icontains=word) | Q(title_en__icontains=word)
        )
    own = [] if narrow.mine or narrow.state not in ("", PLATFORM) else list(platform_sets())
    words = narrow.q.casefold().split()
    listed = [_platform_row(one) for one in own if _fits(one, words)]
    return Rows(listed, written, viewer.today, language)


def open_rules(viewer: Viewer, ref: str, version: int = 0) -> Opened:
    """A rule set by its number or the platform's name. Raises NoRuleFileError, RefusedError."""
    for one in platform_sets():
        if one.name == ref:
            return Opened(ref, f"{one.name}.yaml", one.text, 1, read_rules(one.text), None)
    file = rule_file(viewer, ref)
    row = version_of(file, version or file.version)
    return Opened(ref, f"rule-set-{file.pk}.yaml", row.text, row.number, read_rules(row.text), file)


def rule_file(viewer: Viewer, ref: str) -> RuleFile:
    """One that people wrote."""
    is_number = ref.isascii() and ref.isdecimal() and len(ref) <= _LONGEST_NUMBER
    found = (
        RuleFile.objects.select_related(
            "organisation", "edition", "author__person", "reviewed_by__person", "replaces"
        )
        .filter(pk=int(ref) if is_number else 0)
        .first()
    )
    if found is None:
        raise NoRuleFileError(ref[:60])
    READ_RULES.check(viewer, found)
    return found


def version_of(file: RuleFile, number: int) -> RuleFileVersion:
    found = file.versions.filter(number=number).first()
    if found is None:
        raise NoRuleFileError(f"{file.pk}, {number}")
    return found


def versions_of(file: RuleFile) -> list[RuleFileVersion]:
    """All versions without their texts, the newest first."""
    return list(file.versions.defer("text").select_related("author__person"))


def steps_of(file: RuleFile) -> list[RuleFileStep]:
    """What was done with it, in order."""
    return list(file.steps.select_related("by__person"))


def replaceable(file: RuleFile) -> list[tuple[str, str]]:
    """The sets of its edition that are in use, with the name under which a form sends them."""
    if not file.key:
        return []
    reviewed = RuleFile.objects.filter(key=file.key, state=_State.REVIEWED)
    found = [(str(one.pk), f"#{one.pk} {one.standard}") for one in reviewed]
    own = [one for one in platform_sets() if one.key == file.key]
    return found + ([(PLATFORM, f"{one.name}.yaml") for one in own[:1]])


def sets_of_edition(viewer: Viewer, key: str) -> list[tuple[str, str, str]]:
    """Address, name and state of an edition's rule sets, those that people wrote first."""
    rows = rule_files(viewer).filter(key=key).exclude(state__in=(_State.REPLACED, _State.WITHDRAWN))
    found = [(str(pk), f"#{pk}", state) for pk, state in rows.values_list("pk", "state")]
    return found + [
        (one.name, f"{one.name}.yaml", PLATFORM) for one in platform_sets() if one.key == key
    ]


def previous_text(opened: Opened) -> tuple[str, str]:
    """What a reviewer compares with: the set that is replaced, else the version that was returned."""
    file = opened.file
    if file is None:
        return "", ""
    if file.replaces is not None:
        return f"#{file.replaces.pk}", version_of(file.replaces, file.replaces.version).text
    if file.replaces_platform:
        for one in platform_sets():
            if one.key == file.key:
                return f"{one.name}.yaml", one.text
    returned = [one for one in steps_of(file) if one.act == RuleFileStep.Act.RETURN]
    if returned and returned[-1].version != opened.version:
        return f"#{file.pk} v{returned[-1].version}", version_of(file, returned[-1].version).text
    return "", ""


def _fits(one: PlatformSet, words: list[str]) -> bool:
    said = f"{one.rules.standard} {one.rules.title.zh} {one.rules.title.en}".casefold()
    return all(word in said for word in words)


def _platform_row(one: PlatformSet) -> Row:
    rules = one.rules
    return Row(
        one.name, rules.standard, rules.title, rules.since, rules.until, rules.certainty,
        PLATFORM, 1, None, None,
    )  # fmt: skip


def _row(file: RuleFile, organisation: ShownName) -> Row:
    return Row(
        ref=str(file.pk),
        standard=file.standard,
        title=Bilingual(file.title_zh, file.title_en),
        since=file.since,
        until=file.until,
        certainty=file.certainty,
        state=str(file.state),
        version=file.version,
        organisation=organisation,
        changed=file.changed,
    )
