"""The draft of an import between upload and confirmation (导入预览). The one door of ImportDraft.

Drafts are working material: the journal hears of the import only.
"""

from collections.abc import Mapping
from typing import cast

from django.db import transaction

from guiju.apps.accounts.models import Organisation
from guiju.apps.governance.models import ImportDraft, Plan
from guiju.apps.governance.rules.plans import IMPORT_PLAN, USE_DRAFT
from guiju.apps.governance.selectors.imports import (
    DraftGoneError,
    Source,
    matching_plan,
    names_in,
    source_of,
)
from guiju.apps.governance.services.imports import Outcome, import_source
from guiju.core.errors import InputError
from guiju.web.access import SIGNED_IN
from guiju.web.viewer import Viewer


@transaction.atomic
def start_import(
    *, source: Source, plan: Plan | None, office: int | None, by: Viewer
) -> ImportDraft:
    """Keep a parsed text for the preview. Working material: the journal hears of the import only."""
    SIGNED_IN.check(by)
    plan = plan or matching_plan(source)
    IMPORT_PLAN.check(by, plan)
    return ImportDraft.objects.create(
        by_id=cast(int, by.user),
        plan=plan,
        file_name=source.file_name,
        encoding=source.encoding,
        text=source.text,
        parsed=source.parsed,
        decisions={"office": office} if office else {},
    )


@transaction.atomic
def decide(*, draft: int, names: Mapping[str, str], title: str = "", by: Viewer) -> ImportDraft:
    """Keep what a person chose in the preview: an organisation (its slug) for an unknown name.

    An empty slug leaves the name open.
    """
    kept = _locked(draft, by)
    written = set(names_in(kept.parsed))
    slugs = set(Organisation.objects.filter(slug__in=names.values()).values_list("slug", flat=True))
    for name, slug in names.items():
        if slug and (slug not in slugs or name not in written):
            raise InputError(slug if name in written else name)
    kept.decisions["names"] = {name: slug for name, slug in names.items() if slug}
    if title and not kept.parsed["title"]:
        kept.decisions["title"] = title
    kept.save(update_fields=("decisions",))
    return kept


def _locked(pk: int, by: Viewer) -> ImportDraft:
    draft = ImportDraft.objects.select_for_update().filter(pk=pk).first()
    if draft is None:
        raise DraftGoneError(f"{pk}")
    USE_DRAFT.check(by, draft)
    return draft


@transaction.atomic
def discard(*, draft: int, by: Viewer) -> None:
    """Remove a draft; nothing of it was in the ledger."""
    _locked(draft, by).delete()


@transaction.atomic
def confirm(*, draft: int, seen: int, by: Viewer) -> Outcome:
    """Import what the preview showed. A second confirmation of the same draft finds it gone."""
    kept = _locked(draft, by)
    decisions = kept.decisions
    outcome = import_source(
        source=source_of(kept),
        plan=kept.plan,
        office=decisions.get("office"),
        names=decisions.get("names", {}),
        title=decisions.get("title", ""),
        seen=seen,
        by=by,
    )
    kept.delete()
    return outcome
