"""Mending (改正): mends of findings are carried out, and what comes out is a new draft version."""

from collections import Counter
from collections.abc import Collection
from hashlib import sha256
from pathlib import PurePath
from typing import NamedTuple, get_args

from guiju.apps.library.models import Text
from guiju.apps.library.rules import WRITE_TEXT
from guiju.apps.library.selectors.documents import sts_of
from guiju.apps.library.selectors.images import bytes_of, images_of
from guiju.apps.library.services.errors import (
    NewerVersionError,
    NothingMendedError,
    WithdrawnVersionError,
)
from guiju.apps.library.services.texts import facts, journal_act, new_version, versions_turn
from guiju.core.documents import sts
from guiju.core.documents.model import Doubt, Places, Reading
from guiju.core.drafting.finding import Finding
from guiju.core.drafting.mending_sts import mend_sts
from guiju.web.viewer import Viewer

_PLACES: dict[str, Places] = {one: one for one in get_args(Places)}


class Mended(NamedTuple):
    """The new draft, and the findings whose mend is in it or could not be made."""

    text: Text
    applied: tuple[Finding, ...]
    left: tuple[Finding, ...]


def mend_text(*, text: Text, findings: Collection[Finding], by: Viewer) -> Mended:
    """Carry out the mends of these findings; the version that they were found in stays as it is.

    Only the newest version can be mended: who was second is told so, and nothing is done twice.
    """
    WRITE_TEXT.check(by, text)
    with versions_turn(text.edition, text.language) as files:
        _newest(text)
        mended = mend_sts(sts_of(text), tuple(findings))
        if not mended.applied:
            raise NothingMendedError()
        new = Text(
            edition=text.edition,
            language=text.language,
            name=f"{PurePath(text.name).name.partition('.')[0][:180]}.sts.xml",
            digest=sha256(mended.data).hexdigest(),
            is_open=text.is_open,
            mended_from=text,
        )
        made = new_version(new, _reading(text, mended.data), mended.data, files, by=by)
        details = {
            "version": text.version,
            "applied": dict(sorted(Counter(one.rule for one in mended.applied).items())),
            "left": len(mended.left),
        }
        journal_act("mend_text", made, by, before=facts(text), after=facts(made), details=details)
    return Mended(made, mended.applied, mended.left)


def _newest(text: Text) -> None:
    """Refuse a version after which there is another that was not withdrawn."""
    later = Text.objects.filter(
        edition=text.edition_id, language=text.language, version__gt=text.version
    ).exclude(state=Text.State.WITHDRAWN)
    if (newest := later.order_by("version").last()) is not None:
        raise NewerVersionError(text.edition.display, version=newest.version)
    if Text.objects.filter(pk=text.pk, state=Text.State.WITHDRAWN).exists():
        raise WithdrawnVersionError(text.edition.display)


def _reading(text: Text, data: bytes) -> Reading:
    """The mended file with what the reader of the original was unsure of, and its pictures."""
    doubts = tuple(
        Doubt(code=one.code, zh=one.zh, en=one.en, line=one.line, text=one.words)
        for one in text.doubts.exclude(code="other-number")
    )
    return Reading(
        document=sts.view(sts.parse(data)),
        doubts=doubts,
        images={one.name: bytes_of(one) for one in images_of(text)},
        places=_PLACES[text.places],
        sts=data,
    )
