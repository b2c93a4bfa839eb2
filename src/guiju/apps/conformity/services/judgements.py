"""A table handed in to be judged, and taken back (判定的建立与删除)."""

import re
import secrets
from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path, PurePath
from typing import IO, Any

from django.core.files.base import File
from django.db.models import Sum
from django.utils import timezone

from guiju.apps.conformity.models import Judgement
from guiju.apps.conformity.selectors.judged_tables import (
    columns_in,
    layout_proposed,
    rules_of,
    speaking_of,
)
from guiju.apps.conformity.selectors.judging_rules import (
    editions_judging,
    is_named,
    judging_on,
)
from guiju.apps.conformity.services.judgement_errors import (
    JudgementStateError,
    NoRoomError,
    NoRulesError,
    OldWorkbookError,
    TooManyColumnsError,
)
from guiju.core.params import param
from guiju.core.provisions.files.rulebook import NoRuleSetError
from guiju.core.seals.streams import digests_of
from guiju.web.viewer import Viewer

_BLOCK = 1 << 20
_JSON = re.compile(rb"(\[\s*)?\{")
_KEY_BYTES = 24
_OFFICE = b"\xd0\xcf\x11\xe0"
_MARKS = ((b"PK\x03\x04", ".xlsx"), (b"PAR1", ".parquet"))


def begin_judgement(
    *,
    file: IO[bytes],
    name: str,
    number: str,
    on: date,
    by: Viewer,
    by_day: bool = False,
    is_example: bool = False,
) -> Judgement:
    """Store a table and say how it is read. Nothing is judged yet, so the journal has no event.

    `by_day`: nobody named a day, so that a column of days may choose edition and phase of each row.
    """
    try:
        editions = editions_judging(by, number) if by_day else ()
        judging = judging_on(by, number, on, editions)
    except NoRuleSetError as error:
        raise NoRulesError(number, on=on.isoformat()) from error
    name = "".join(sign for sign in PurePath(name).name if sign.isprintable())[:200] or "data"
    form = form_of(file, name)
    digests = digests_of(iter(lambda: file.read(_BLOCK), b""))
    size = file.tell()
    file.seek(0)
    _check_room(size, by.today)
    made = Judgement(
        **_fresh(by),
        is_example=is_example,
        name=name,
        form=form.lstrip("."),
        size=size,
        sha256=digests.sha256,
        sm3=digests.sm3,
        standard=judging.rules.standard,
        title_zh=judging.rules.title.zh,
        title_en=judging.rules.title.en,
        on=on,
        rules=judging.text,
        rules_origin=judging.origin,
        rules_sha256=judging.sha256,
        editions=[
            {"text": one.text, "origin": one.origin, "sha256": one.sha256} for one in editions
        ],
        dating={"by_day": by_day, "named": is_named(number)},
    )
    made.stored.save(f"{secrets.token_hex(16)}{form}", File(file), save=False)
    try:
        made.layout = _laid_out(made, by)
        made.save()
    except BaseException:
        made.stored.delete(save=False)
        raise
    return made


def copy_judgement(*, judgement: Judgement, by: Viewer) -> Judgement:
    """The same data once more, to be judged under another map by the same rule file."""
    _check_room(judgement.stored.size, by.today)
    names = (
        "name", "form", "sha256", "sm3", "is_example", "standard", "title_zh", "title_en", "on",
        "rules", "rules_origin", "rules_sha256", "layout", "columns", "settings",
        "editions", "dating",
    )  # fmt: skip
    made = Judgement(
        **{name: getattr(judgement, name) for name in names},
        **_fresh(by),
        size=judgement.stored.size,
    )
    with judgement.stored.open("rb") as file:
        made.stored.save(f"{secrets.token_hex(16)}.{judgement.form}", File(file), save=False)
    made.save()
    return made


def pasted(text: str) -> IO[bytes]:
    """Lines that were typed or pasted, as a file."""
    return BytesIO(text.encode())


def lay_out(*, judgement: Judgement, layout: dict[str, Any], by: Viewer) -> Judgement:
    """The heads stand elsewhere; what was chosen for columns is forgotten."""
    judgement.layout = layout
    with speaking_of(judgement.name):
        _check_columns(judgement, by)
    rows = Judgement.objects.filter(pk=judgement.pk, state=Judgement.State.PREPARED)
    if not rows.update(layout=layout, columns={}):
        raise JudgementStateError()
    judgement.columns = {}
    return judgement


def discard_judgement(*, judgement: Judgement, by: Viewer) -> None:
    """Delete data and verdicts before they expire. What the journal says of them stays."""
    _delete(judgement)


def delete_expired(*, on: date, stop: Callable[[], bool] = lambda: False) -> int:
    """Delete those that have expired, with their files."""
    done = 0
    for one in Judgement.objects.filter(expires__lte=on).iterator():
        if stop():
            break
        _delete(one)
        done += 1
    return done


def _delete(judgement: Judgement) -> None:
    """First the row, so that no address leads to half of it."""
    files = [one for one in (judgement.stored, judgement.result) if one]
    Judgement.objects.filter(pk=judgement.pk).delete()
    for one in files:
        one.storage.delete(str(one.name))


def _laid_out(judgement: Judgement, by: Viewer) -> dict[str, Any]:
    with speaking_of(judgement.name):
        found = layout_proposed(Path(judgement.stored.path), rules_of(judgement))
        judgement.layout = found
        _check_columns(judgement, by)
    return found


def _check_columns(judgement: Judgement, by: Viewer) -> None:
    limit = param("judging.columns_at_most", by.today)
    found = columns_in(Path(judgement.stored.path), judgement.layout, rules_of(judgement))
    if len(found) > limit:
        raise TooManyColumnsError(str(len(found)), limit=limit)


def _fresh(by: Viewer) -> dict[str, Any]:
    return {
        "key": secrets.token_urlsafe(_KEY_BYTES),
        "by_id": by.user,
        "made": timezone.now(),
        "expires": by.today + timedelta(days=param("judging.keep_days", by.today)),
    }


def _check_room(size: int, on: date) -> None:
    kept = Judgement.objects.aggregate(total=Sum("size"))["total"] or 0
    if kept + size > param("judging.kept_megabytes", on) * 1_000_000:
        raise NoRoomError()


def form_of(file: IO[bytes], name: str) -> str:
    """The suffix by what the file holds; its name may say anything."""
    file.seek(0)
    start = file.read(4096)
    file.seek(0)
    if start.startswith(_OFFICE):
        raise OldWorkbookError(name)
    for mark, form in _MARKS:
        if start.startswith(mark):
            return form
    plain = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    return ".jsonl" if _JSON.match(plain) else ".csv"
