"""What is handed in (提交材料): a file, a filled form, or the text of a draft that is read at once."""

from hashlib import sha256
from pathlib import PurePath
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone

from guiju.apps.development.models import Material, Project
from guiju.apps.development.rules.projects import TAKE_STEP
from guiju.apps.development.services.attempts import attempted
from guiju.apps.development.services.errors import NothingHandedInError, NotOfProjectError
from guiju.apps.development.services.events import journal_act
from guiju.apps.development.services.locking import opened
from guiju.core.documents import sts
from guiju.core.documents.reading import read
from guiju.core.documents.sniffing import format_of
from guiju.core.procedures import acts
from guiju.web.stored import stored_files
from guiju.web.viewer import Viewer


def hand_in(
    *,
    project: Project,
    material: str,
    data: bytes = b"",
    name: str = "",
    values: dict[str, Any] | None = None,
    note: str = "",
    by: Viewer,
) -> Material:
    """A new version of a material; the same file as the last version changes nothing.

    A material that is a text of the standard has to be readable as one. Raises NotAllowed and the
    errors of the readers.
    """
    if not data and not values:
        raise NothingHandedInError()
    name = PurePath(name).name[:200]
    digest = sha256(data).hexdigest() if data else ""
    with stored_files() as files, attempted("hand_in", project, by, material=material):
        TAKE_STEP.check(by, project)
        now = opened(project, by)
        if material not in now.procedure.materials:
            raise NotOfProjectError(material)
        acts.hand_in(now.procedure, now.case, material, by=now.actor, on=by.today)
        last = now.project.materials.filter(material=material).last()
        if last is not None and data and last.digest == digest and last.values == (values or {}):
            return last
        row = Material(
            project=now.project,
            number=len(now.case.materials),
            material=material,
            by=now.actor.person,
            on=by.today,
            name=name,
            digest=digest,
            size=len(data),
            values=values or {},
            note=note.strip()[:300],
            added=timezone.now(),
            added_by_id=by.user,
        )
        if data:
            _store(row, data, name, files, is_text=now.procedure.materials[material].text)
        row.save()
        journal_act("hand_in", row.project, by, material=material, number=row.number, sha256=digest)
    return row


def _store(row: Material, data: bytes, name: str, files: list[Any], *, is_text: bool) -> None:
    if is_text:
        reading = read(data, name)
        row.format = format_of(data, name)
        kept = reading.sts or sts.write(reading.document)
        row.sts.save(f"{row.digest[:16]}.xml", ContentFile(kept), save=False)
        files.append(row.sts)
    row.file.save(f"{row.digest[:16]}.bin", ContentFile(data), save=False)
    files.append(row.file)
