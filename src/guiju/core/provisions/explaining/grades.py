"""A grade explained (等级说明): for each characteristic the level that it reaches, and the next better."""

from guiju.core.errors import Bilingual
from guiju.core.provisions.asking import asked_by
from guiju.core.provisions.explaining.comparing import UNREADABLE, how
from guiju.core.provisions.explaining.findings import (
    UNCERTAIN,
    converted,
    result_words,
    shown_limit,
    untold,
)
from guiju.core.provisions.explaining.lookups import line_limit
from guiju.core.provisions.explaining.model import Context, Graded, Placed
from guiju.core.provisions.explaining.phrases import (
    NONE,
    clause_words,
    condition_words,
    names_words,
)
from guiju.core.provisions.grading import Grade, Place, grade, names_of, place
from guiju.core.provisions.judging import judge
from guiju.core.provisions.model import Ladder, Rung
from guiju.core.provisions.words_of import STATUS_WORDS
from guiju.core.provisions.written import Limit


def graded(ladder: Ladder, context: Context, target: str = "") -> Graded:
    """The sample's grade by a ladder of `context.converted`, with every place."""
    known, sample = context.converted.characteristics, context.sample
    found = grade(sample, ladder, known, target, context.converted.attributes)
    decides = {(id(one.rung), one.certain) for one in found.limiting if one.certain > 0}
    places = []
    for rung in ladder.rungs:
        measured = sample.results.get(rung.characteristic)
        asked = asked_by(rung, sample.attributes)
        if asked is None or asked.outside or measured is None or measured.kind == "missing":
            continue
        one = place(measured, rung, known[rung.characteristic], ladder, asked.limits)
        by = (id(rung), one.certain) in decides
        places.append(placed(one, ladder, context, unknown=asked.unknown, decides=by))
    level = _range(found)
    return Graded(
        ladder=ladder.id,
        name=ladder.name,
        level=level,
        status=found.status,
        sentence=_whole(found, level, target, context),
        clause=clause_words(context.rules.standard, ladder.clause),
        places=tuple(places),
    )


def placed(
    one: Place,
    ladder: Ladder,
    context: Context,
    *,
    unknown: tuple[str, ...] = (),
    decides: bool = False,
) -> Placed:
    """Where a characteristic stands, with the limits that say so, or what would have to be told."""
    rung, names = one.rung, names_of(ladder)
    in_data = context.converted.characteristics[rung.characteristic]
    level = names[one.certain]
    if one.certain != one.possible:
        level = f"{names[one.possible]}~{level}"
    return Placed(
        characteristic=rung.characteristic,
        name=in_data.name,
        level=level,
        measured=result_words(
            rung.characteristic, context.sample.results[rung.characteristic], context
        ),
        steps=_steps(one, ladder, context, unknown),
        when=condition_words(rung.when, context.converted.attributes),
        clause=clause_words(context.rules.standard, rung.clause),
        decides=decides,
    )


def _steps(
    one: Place, ladder: Ladder, context: Context, unknown: tuple[str, ...]
) -> tuple[Bilingual, ...]:
    rung = one.rung
    if one.limits is None:
        return (untold(unknown, context),)
    if problem := context.problems.get(rung.characteristic):
        return (problem,)
    if rung.certainty == "uncertain":
        return (UNCERTAIN,)
    if context.sample.results[rung.characteristic].kind == "unreadable":
        return (UNREADABLE,)
    # The limits beside the place: what is not reached, what is open, what is reached.
    beside = {one.possible - 1, one.possible, one.certain - 1, one.certain}
    return tuple(
        _step(at, one.limits[at], one.rung, ladder, context)
        for at in sorted(beside)
        if 0 <= at < len(one.limits)
    )


def _as_written(rung: Rung, ladder: Ladder, context: Context) -> Rung:
    own = next((one for one in context.rules.ladders if one.id == ladder.id), ladder)
    return own.rungs[next(at for at, one in enumerate(ladder.rungs) if one is rung)]


def _step(at: int, limit: Limit | None, rung: Rung, ladder: Ladder, context: Context) -> Bilingual:
    level = ladder.levels[at]
    if limit is None:
        return Bilingual(f"{level}：不作要求", f"{level}: nothing is asked for")
    written = context.rules.characteristics[rung.characteristic]
    in_data = context.converted.characteristics[rung.characteristic]
    measured = context.sample.results[rung.characteristic]
    status = judge(
        measured,
        limit,
        comparison=ladder.comparison,
        least=in_data.least,
        undetected=in_data.undetected,
    )
    said = how(
        measured,
        limit,
        status,
        comparison=ladder.comparison,
        least=in_data.least,
        undetected=in_data.undetected,
    )
    own = _as_written(rung, ladder, context).limits[at]
    words = line_limit(rung.limits[at], own, context, written.unit) or shown_limit(
        limit, rung.limits[at], rung.written[at], written.unit
    )
    other = converted(limit, written, in_data)
    answer = STATUS_WORDS[status]
    return Bilingual(
        f"{level}：{words.zh}{f'（换算为 {other}）' if other else ''}，{said.zh}，{answer.zh}",
        f"{level}: {words.en}{f' (that is {other})' if other else ''}, {said.en}, {answer.en}",
    )


def _range(found: Grade) -> str:
    if found.level or not found.possible:
        return found.level
    names = names_of(found.ladder)
    worst = max((one.certain for one in found.limiting), default=len(names) - 1)
    return f"{found.possible}~{names[worst]}"


def _whole(found: Grade, level: str, target: str, context: Context) -> Bilingual:
    name, known = found.ladder.name, context.rules.characteristics
    missing = names_words(known[one].name for one in found.missing)
    lost = (
        Bilingual(
            f"没有结果、未参加评定：{missing.zh}。", f" Not there and not counted: {missing.en}."
        )
        if found.missing
        else NONE
    )
    if found.reasons:
        why = found.reasons[0]
        return Bilingual(
            f"{name.zh}：不适用，{why.zh}。{lost.zh}",
            f"{name.en}: not applicable, {why.en}.{lost.en}",
        )
    if not level:
        return Bilingual(
            f"{name.zh}：没有可以评定的结果。{lost.zh}", f"{name.en}: nothing to grade.{lost.en}"
        )
    why = _decided(found, context)
    aim = NONE
    if target:
        answer = STATUS_WORDS[found.status]
        aim = Bilingual(f"目标 {target}：{answer.zh}。", f" Target {target}: {answer.en}.")
    if level == found.level:
        start = Bilingual(f"{name.zh}为 {level}", f"{name.en} is {level}")
    else:
        start = Bilingual(
            f"{name.zh}不能确定，可能为 {level}", f"{name.en} cannot be told; it may be {level}"
        )
    return Bilingual(
        f"{start.zh}{why.zh}。{aim.zh}{lost.zh}", f"{start.en}{why.en}.{aim.en}{lost.en}"
    )


def _decided(found: Grade, context: Context) -> Bilingual:
    """By which results, or for want of what."""
    known = context.rules
    if found.unknown:
        untold = names_words(known.attributes[one].name for one in found.unknown)
        return Bilingual(f"，没有说明{untold.zh}", f": {untold.en} was not told")
    limiting = [one for one in found.limiting if one.certain > 0]
    if not limiting:
        return Bilingual("，各项都达到最好的等级", ", which all results reach")
    by = names_words(
        dict.fromkeys(known.characteristics[one.rung.characteristic].name for one in limiting)
    )
    return Bilingual(f"，由{by.zh}决定", f", decided by {by.en}")
