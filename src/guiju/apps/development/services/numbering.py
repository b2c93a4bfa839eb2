"""Numbers are given (编号): in the transaction of the step that takes them.

The row of the count is locked until that transaction ends. A step that fails gives its number
back, of two at once the second waits: no gap, no double.
"""

from datetime import date

from django.db import transaction

from guiju.apps.catalogue.models import Edition
from guiju.apps.development.models import NumberGiven, NumberSeries, Project
from guiju.apps.development.rules.numbering import RESERVE_NUMBER
from guiju.apps.development.selectors.numbering import (
    highest_known,
    is_borne,
    is_kept,
    supplements_of,
)
from guiju.apps.development.selectors.standards import Wanted, code_of, wanted
from guiju.apps.development.services.number_errors import (
    NoBaseError,
    NoSampleClassError,
    NotASeriesError,
    NumberTakenError,
    NumberUnfitError,
)
from guiju.apps.journal.services import record
from guiju.core.numbers import parse, try_read
from guiju.core.numbers.giving import (
    plan_kind,
    plan_number,
    plan_place,
    plan_series,
    standard_number,
    supplement_number,
)
from guiju.core.numbers.sequences import Sequence, joint_sequence, sequence_of
from guiju.core.records.identity import identity
from guiju.web.viewer import Viewer


def assign_number(project: Project, on: date) -> str:
    """The number of the project's standard (标准编号); one that it has already it keeps.

    A revision keeps the sequence number and changes the year, a part takes that of its series, a
    standard that several provinces issue has one sequence number under several codes.
    """
    if project.number:
        return project.number
    said, code = wanted(project), code_of(project)
    codes = (code, *said.beside)
    sequence = joint_sequence(codes) if said.beside else sequence_of(code)
    row = _locked(sequence.key)
    seq, part = _sequence_number(project, said, sequence, row)
    place = sequence.counts(seq) or 0
    if sequence.key == "GSB":
        seq = _in_class(seq, said, project)
    numbers = [standard_number(one, seq, part, on=on) for one in codes]
    for number in numbers:
        _check_free(number, project)
    project.number = "/".join(numbers)
    _note(row, place, project.number, project, on)
    project.save(update_fields=["number"])
    return project.number


def assign_supplement_number(project: Project, on: date, kind: str = "XG") -> str:
    """The number of an amendment (修改单 XGn) or corrigendum (勘误 Corn) to the project's edition."""
    if project.number:
        return project.number
    if project.edition is None:
        raise NoBaseError(project.title_zh)
    base = project.edition.base_key or project.edition.key
    row = _locked(f"{kind}:{base}")
    place = max(int(row.highest or 0), supplements_of(base, kind)) + 1
    project.number = supplement_number(base, kind, place, on=on)
    _check_free(project.number, project)
    _take(row, str(place))
    _note(row, place, project.number, project, on)
    project.save(update_fields=["number"])
    return project.number


def assign_language_number(project: Project) -> str:
    """The number of a foreign-language edition (外文版): that of the Chinese one, and the language."""
    if not project.number:
        if project.edition is None:
            raise NoBaseError(project.title_zh)
        language = str(project.form.get("language", "en")).upper()
        project.number = f"{project.edition.key}({language})"
        project.save(update_fields=["number"])
    return project.number


def assign_plan_number(project: Project, on: date) -> str:
    """The number of the project's plan (计划号); one that it has already it keeps."""
    if not project.plan_number:
        said = wanted(project)
        project.plan_number = _counted(said.plan, said, project, on)
        project.save(update_fields=["plan_number"])
    return project.plan_number


def assign_filing_number(project: Project, on: date, step: str = "file") -> str:
    """The number under which the standard is filed (备案号); one that was given elsewhere stands.

    A joint standard is filed by each of its provinces, in a step and under a number of its own.
    """
    if given := str(project.form.get("filing_number", "")).strip():
        return given
    numbers = dict(project.form.get("filing_numbers", {}))
    if step not in numbers:
        numbers[step] = _counted("filing", wanted(project), project, on)
        project.form = {**project.form, "filing_numbers": numbers}
        project.save(update_fields=["form"])
    return "、".join(numbers.values())


@transaction.atomic
def reserve_number(
    *, number: str, reason: str, project: Project | None = None, by: Viewer
) -> NumberGiven:
    """Keep a number by hand (预留号): of a standard without its year, or of a plan.

    Kept for a project, it waits for that project and the count passes it over; kept for none, the
    count goes on after it, such as after the last number given before this platform was used.
    """
    RESERVE_NUMBER.check(by)
    key, place, written = _kept(number)
    row = _locked(key)
    if is_kept(key, place) or (project and _is_borne(written)):
        raise NumberTakenError(written)
    kept = _note(row, place, written, project, None, reason.strip())
    if project is None and key.startswith("plan:"):
        _take(row, str(max(place, int(row.highest or 0))))
    record(
        by=by,
        action="development.reserve_number",
        subject=f"development.numberseries:{row.pk}",
        reason=reason.strip(),
        details={"number": written, "project": project.pk if project else None},
    )
    return kept


def _is_borne(written: str) -> bool:
    one = try_read(written)
    return one is not None and one.kind != "plan" and is_borne(sequence_of(one.code), one.seq)


def _kept(number: str) -> tuple[str, int, str]:
    """The count of a number that is to be kept, its place there, and how it is written."""
    one = parse(number)
    if one.kind == "plan":
        kind = {"W": "translation", "S": "sample"}.get(one.type, one.level)
        owner = one.publishers[0] if one.publishers else ""
        written = number.strip()
        day = date(int(one.year), 1, 1)
        return plan_series(kind, on=day, owner=owner), plan_place(kind, written) or 0, written
    sequence = sequence_of(one.code)
    place = sequence.counts(one.seq)
    if place is None or one.year or one.parts:
        raise NumberUnfitError(number)
    return sequence.key, place, f"{one.code} {one.seq}"


def _locked(key: str) -> NumberSeries:
    return NumberSeries.objects.select_for_update().get_or_create(key=key)[0]


def _sequence_number(
    project: Project, said: Wanted, sequence: Sequence, row: NumberSeries
) -> tuple[str, str]:
    """The sequence number and the part: of what it revises, of its series, kept by hand, or the next."""
    for old in project.replaces.order_by("sort"):
        number = try_read(old.key)
        if number is not None and number.code in sequence.codes:
            return number.seq, said.part or ".".join(number.parts)
    if said.series:
        number = try_read(said.series)
        if number is None or number.code not in sequence.codes:
            raise NotASeriesError(said.series)
        return number.seq, said.part
    kept = NumberGiven.objects.filter(series=row, project=project, given=None).first()
    if kept is not None:
        return kept.number.split()[-1], said.part
    known = max(row.highest, highest_known(sequence), key=lambda one: sequence.counts(one) or 0)
    seq = sequence.following(known)
    while is_kept(row.key, sequence.counts(seq) or 0) or is_borne(sequence, seq):
        seq = sequence.following(seq)
    _take(row, seq)
    return seq, said.part


def _in_class(seq: str, said: Wanted, project: Project) -> str:
    """A sample stands under its class, one made again with its batch: 05-1426, 05-1426-2."""
    if "-" not in seq:
        if not said.sample_class:
            raise NoSampleClassError()
        return f"{said.sample_class}-{seq}"
    if project.facts.get("batch") != "again":
        return seq
    batches = [try_read(one.key) for one in project.replaces.all()]
    last = max(int(one.iteration or 1) for one in batches if one is not None and one.seq == seq)
    return f"{seq}-{last + 1}"


def _check_free(number: str, project: Project) -> None:
    key = identity(number).key
    if Edition.objects.filter(key=key, draft=False).exists():
        raise NumberTakenError(number)
    if NumberGiven.objects.filter(number=number).exclude(project=project).exists():
        raise NumberTakenError(number)


def _counted(kind: str, said: Wanted, project: Project, on: date) -> str:
    """The next number of a plan or a filing."""
    row = _locked(plan_series(kind, on=on, owner=said.owner))
    kept = NumberGiven.objects.filter(series=row, project=project, given=None).first()
    if kept is not None:
        kept.given = on
        kept.save(update_fields=["given"])
        return kept.number
    place = int(row.highest or 0) + 1
    while is_kept(row.key, place):
        place += 1
    standard = try_read(f"{said.code} 1-{on.year}")
    number = plan_number(kind, place, on=on, standard=standard, owner=said.owner)
    _take(row, str(place).zfill(len(str(plan_kind(kind)["most"]))))
    _note(row, place, number, project, on)
    return number


def _take(row: NumberSeries, highest: str) -> None:
    row.highest = highest
    row.save(update_fields=["highest"])


def _note(
    row: NumberSeries,
    place: int,
    number: str,
    project: Project | None,
    on: date | None,
    reason: str = "",
) -> NumberGiven:
    """The number in the list of those given; one kept by hand for the project becomes it."""
    kept = NumberGiven.objects.filter(series=row, place=place, project=project, given=None)
    if on is not None and (own := kept.first()) is not None:
        own.number, own.given = number, on
        own.save(update_fields=["number", "given"])
        return own
    return NumberGiven.objects.create(
        series=row, place=place, number=number, project=project, given=on, reason=reason
    )
