"""A system itself: made, described, published, withdrawn, removed."""

import re

from django.db import transaction

from guiju.apps.accounts.models import Organisation
from guiju.apps.catalogue.models import StandardsSystem, SystemEntry, SystemNode
from guiju.apps.catalogue.rules import EDIT_SYSTEM
from guiju.apps.catalogue.services.systems.errors import (
    BadSlugError,
    NoKeeperError,
    NoTitleError,
    SameStateError,
    SlugTakenError,
    WasPublishedError,
)
from guiju.apps.catalogue.services.systems.writing import (
    entry_record,
    line_of,
    locked,
    needs_reason,
    node_record,
    subject_of,
    system_record,
    tell,
    text_of,
)
from guiju.apps.journal.selectors import history
from guiju.web.clashes import one_at_a_time
from guiju.web.viewer import Viewer

_SLUG = re.compile(r"[a-z0-9](?:-?[a-z0-9]){1,59}", re.ASCII)
_RESERVED = {"create"}
_LONGEST_EXPLANATION = 20_000


def keeper_for(by: Viewer, asked: int | None = None) -> int:
    """The body that keeps a new system: the one asked for, else the viewer's first."""
    own = by.organisations("office", "cataloguer")
    if asked is None and own:
        return min(own)
    if asked not in own or asked is None:
        raise NoKeeperError
    return asked


@transaction.atomic
def create_system(
    *,
    slug: str,
    title_zh: str,
    title_en: str = "",
    structure: str = StandardsSystem.Structure.LAYERED,
    keeper: Organisation | int,
    explanation: str = "",
    is_example: bool = False,
    by: Viewer,
) -> StandardsSystem:
    """A new system without boxes; only its keeper sees it until it is published."""
    system = StandardsSystem(
        slug=slug.strip().lower(),
        keeper_id=keeper if isinstance(keeper, int) else keeper.pk,
        is_example=is_example or "示例" in title_zh,
    )
    EDIT_SYSTEM.check(by, system)
    _describe(system, title_zh, title_en, structure, explanation)
    if not _SLUG.fullmatch(system.slug) or system.slug in _RESERVED or len(system.slug) > 60:
        raise BadSlugError(slug[:60])
    one_at_a_time("catalogue.systems")
    if StandardsSystem.objects.filter(slug=system.slug).exists():
        raise SlugTakenError(system.slug)
    system.save()
    tell(system, "create_system", by=by, after=system_record(system))
    return system


@transaction.atomic
def edit_system(
    *,
    system: StandardsSystem,
    title_zh: str,
    title_en: str,
    structure: str,
    explanation: str,
    by: Viewer,
) -> StandardsSystem:
    """Change the titles, the structure or the explanation (编制说明). The address stays."""
    system = locked(system, by)
    before = system_record(system)
    _describe(system, title_zh, title_en, structure, explanation)
    after = system_record(system)
    if after != before:
        system.save()
        changed = sorted(name for name in after if after[name] != before[name])
        tell(system, "edit_system", by=by, before=before, after=after, changed=changed)
    return system


def _describe(
    system: StandardsSystem, title_zh: str, title_en: str, structure: str, explanation: str
) -> None:
    system.title_zh = line_of(title_zh, 200)
    if not system.title_zh:
        raise NoTitleError
    system.title_en = line_of(title_en, 300)
    system.structure = StandardsSystem.Structure(structure)
    system.explanation = text_of(explanation, _LONGEST_EXPLANATION)


@transaction.atomic
def publish_system(
    *, system: StandardsSystem, is_public: bool, reason: str, by: Viewer
) -> StandardsSystem:
    """Open the system to everybody, or withdraw it from the public (公开、撤回)."""
    system = locked(system, by)
    reason = needs_reason(reason)
    if system.is_public == is_public:
        raise SameStateError(system.title_zh)
    before = system_record(system)
    system.is_public = is_public
    system.save(update_fields=("is_public",))
    tell(
        system,
        "publish_system" if is_public else "unpublish_system",
        by=by,
        before=before,
        after=system_record(system),
        reason=reason,
    )
    return system


@transaction.atomic
def remove_system(*, system: StandardsSystem, reason: str, by: Viewer) -> None:
    """Remove a system that was never public, with all that is in it."""
    system = locked(system, by)
    reason = needs_reason(reason)
    public = ("catalogue.publish_system", "catalogue.load_example_system")
    told = history(by, subject_of(system)).filter(action__in=public)
    if system.is_public or told.exists():
        raise WasPublishedError(system.title_zh)
    nodes = list(SystemNode.objects.filter(system=system).order_by("pk"))
    entries = list(SystemEntry.objects.filter(node__system=system).order_by("pk"))
    before = system_record(system) | {
        "nodes": [node_record(one) for one in nodes],
        "entries": [entry_record(one) for one in entries],
    }
    tell(
        system,
        "remove_system",
        by=by,
        before=before,
        reason=reason,
        nodes=len(nodes),
        lines=len(entries),
    )
    system.delete()
