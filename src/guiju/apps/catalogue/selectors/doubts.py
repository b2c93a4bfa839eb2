"""Where sources contradict each other, what cannot be right, and who says it (疑点与来源)."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Max, QuerySet

from guiju.apps.catalogue.models import Conflict, Finding, Import, Source, Statement
from guiju.apps.catalogue.selectors.standard.around import OWN_SOURCE
from guiju.apps.catalogue.selectors.standard.fields import NAMES, claim_text, field_name
from guiju.apps.journal.models import Event
from guiju.apps.journal.selectors import history
from guiju.core.codes.words import word, words
from guiju.core.errors import Bilingual
from guiju.web.viewer import Viewer

# What follows from the dates stands beside the sources under no name.
DERIVED = Bilingual("推算结果", "derived from the dates")
_STATE = "state"
_STATES = ("status", _STATE)
FINDINGS = {
    "self_replacement": Bilingual("代替自身", "replaces itself"),
    "committee_as_standard": Bilingual("误填委员会编号", "committee in place of a standard"),
    "plan_as_standard": Bilingual("误填计划号", "plan in place of a standard"),
    "unreadable_target": Bilingual("对方编号无法识别", "other number not readable"),
    "unreadable_number": Bilingual("编号无法识别", "number not readable"),
    "replaces_newer": Bilingual("旧代替新", "replaces what is newer"),
    "replaced_by_own_supplement": Bilingual("被自身修改单代替", "replaced by its own amendment"),
    "circle": Bilingual("循环代替", "circle of replacement"),
    "unreadable_date": Bilingual("日期无法识别", "date not readable"),
    "effective_before_issued": Bilingual("实施早于发布", "in effect before its issue"),
    "withdrawn_before_issued": Bilingual("废止早于发布", "withdrawn before its issue"),
    "withdrawn_before_effective": Bilingual("废止早于实施", "withdrawn before its effect"),
    "year_disagrees": Bilingual("年代号与发布日期不符", "year against the date of issue"),
    "claim_against_dates": Bilingual("所称状态与日期不符", "claimed state against the dates"),
    "ended_twice": Bilingual("重复终止", "ended twice"),
}


@dataclass(frozen=True, slots=True)
class Said:
    """One side of a conflict: the source's name and its value in words."""

    source: Bilingual
    value: str


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """A conflict with its sides, the most trusted first; `act` settled it, if it is settled."""

    conflict: Conflict
    field: str
    sides: tuple[Said, ...]
    act: Event | None = None

    @property
    def verdict(self) -> str:
        """What counts: the most trusted word, of a state what follows from all words."""
        return self.sides[-1 if self.conflict.field == _STATE else 0].value

    @property
    def reason(self) -> Bilingual:
        return Bilingual(self.conflict.reason_zh, self.conflict.reason_en)


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source, how many documents it speaks of, and when it was last read."""

    source: Source
    statements: int
    last: Import | None


def conflicts(field: str = "", *, settled: bool = False) -> QuerySet[Conflict]:
    """Those that are open, or those that cataloguers settled, by number; `field` narrows."""
    rows = Conflict.objects.filter(settled=settled).select_related("edition")
    rows = rows.order_by("edition__sort", "field", "pk")
    return rows.filter(field=field) if field else rows


def settlements(viewer: Viewer, found: Iterable[Conflict]) -> dict[str, Event]:
    """The cataloguers' last act on each record of these, by its number, in two queries."""
    keys = {one.edition.key for one in found if one.settled}
    if not keys:
        return {}
    own = Source.objects.get(slug=OWN_SOURCE).pk
    acts = history(viewer, f"catalogue.source:{own}").filter(details__numbers__0__in=keys)
    return {act.details["numbers"][0]: act for act in reversed(acts)}


def conflict_fields(*, settled: bool = False) -> list[tuple[str, str, int]]:
    """Each disputed field, its name, and how often it is."""
    disputed = Conflict.objects.filter(settled=settled).values_list("field")
    rows = disputed.annotate(number=Count("pk")).order_by()
    order = {key: at for at, key in enumerate(NAMES)}
    found = [(field, field_name(field), number) for field, number in rows]
    return sorted(found, key=lambda row: (order.get(row[0], 99), row[0]))


def conflict_rows(viewer: Viewer, found: Iterable[Conflict], language: str) -> list[ConflictRow]:
    """With the names of the sources in one query, and what settled them in two."""
    names, rows = source_names(), list(found)
    acts = settlements(viewer, rows)
    return [
        ConflictRow(
            one,
            field_name(one.field),
            tuple(
                Said(names.get(slug, Bilingual(slug, slug)), value_text(one.field, value, language))
                for slug, value in one.values
            ),
            acts.get(one.edition.key),
        )
        for one in rows
    ]


def source_names() -> dict[str, Bilingual]:
    names = {one.slug: Bilingual(one.name_zh, one.name_en) for one in Source.objects.all()}
    return {**names, "": DERIVED}


def value_text(field: str, value: object, language: str) -> str:
    """A disputed value in words: `现行 2024-06-01`."""
    text = str(value)
    if field in _STATES:
        state, _, as_of = text.partition(" ")
        return claim_text(state, as_of, language)
    if field in ("level", "nature", "kind", "function") and text in words(field):
        return word(field, text).say(language)
    return text


def findings(code: str = "") -> QuerySet[Finding]:
    """By number; `code` narrows."""
    rows = Finding.objects.select_related("edition").order_by("edition__sort", "code", "pk")
    return rows.filter(code=code) if code else rows


def finding_codes() -> list[tuple[str, Bilingual, int]]:
    """Each kind of finding, its name, and how often it is."""
    rows = Finding.objects.values_list("code").annotate(number=Count("pk")).order_by("code")
    return [(code, FINDINGS.get(code, Bilingual(code, code)), number) for code, number in rows]


def sources() -> list[SourceRow]:
    """In the order of trust, in four queries."""
    counted = Statement.objects.values_list("source").annotate(number=Count("pk")).order_by()
    counts = dict(counted)
    latest = Import.objects.values("source").annotate(last=Max("pk")).values_list("last", flat=True)
    imports = {one.source_id: one for one in Import.objects.filter(pk__in=list(latest))}
    return [
        SourceRow(one, counts.get(one.pk, 0), imports.get(one.pk)) for one in Source.objects.all()
    ]
