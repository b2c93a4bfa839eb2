"""What the register says of a document in the catalogue (登记著录): a source of its own.

Cataloguers may still correct it, since their own word ranks first.
"""

from django.utils import timezone

from guiju.apps.catalogue.models import Change, Edition, Statement
from guiju.apps.catalogue.selectors.standard.around import REGISTER_SOURCE
from guiju.apps.catalogue.services.sources import source_of
from guiju.apps.catalogue.services.taking import store
from guiju.apps.development.models import Project
from guiju.apps.development.services.number_errors import NoBaseError
from guiju.core.errors import Bilingual
from guiju.core.records.identity import identity
from guiju.core.records.model import Record
from guiju.core.records.readers.own import from_line


def said(number: str) -> Record:
    """What the register says of a number; an empty record where it says nothing."""
    key = identity(number).key
    row = Statement.objects.filter(source__slug=REGISTER_SOURCE, key=key[:240]).first()
    return from_line(row.content) if row else Record(number=key)


def say(record: Record) -> Edition:
    """Put it into the catalogue, in place of what the register said before of this number."""
    store(records=[record], source=source_of(REGISTER_SOURCE))
    return Edition.objects.select_related("work").get(key=identity(record.number).key)


def subject_of(project: Project) -> Edition:
    """The edition that the project is about. Raises NoBaseError."""
    if project.edition is None:
        raise NoBaseError(project.title_zh)
    return project.edition


def published_of(project: Project) -> Edition:
    """The edition that the project has published, else the one that it is about."""
    key = identity(project.number).key if project.number else ""
    return Edition.objects.filter(key=key).first() or subject_of(project)


def tell(edition: Edition, text: Bilingual) -> None:
    """A sentence for the feeds of a standard, of what does not follow from its dates."""
    Change.objects.create(
        edition=edition,
        at=timezone.now(),
        kind=Change.Kind.EDITED,
        text_zh=text.zh,
        text_en=text.en,
    )
