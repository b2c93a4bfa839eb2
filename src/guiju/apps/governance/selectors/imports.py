"""The preview of an import (导入预览): what a text would change, and what nobody is sure of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from guiju.apps.governance.models import ImportDraft, Plan
from guiju.apps.governance.rules.plans import USE_DRAFT
from guiju.apps.governance.selectors.differences import (
    named_bodies,
)
from guiju.core.errors import NotFoundError
from guiju.core.plans import normal_name
from guiju.core.seals.chain import sm3
from guiju.web.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Source:
    """A text that was read and parsed, wherever it came from."""

    file_name: str
    encoding: str
    text: str
    parsed: dict[str, Any]

    @property
    def sm3(self) -> str:
        return sm3(self.text.encode("utf-8", "surrogatepass"))

    def day(self, today: date) -> date:
        """The day whose names the text uses: its date of issue, else today."""
        issued = self.parsed["issued"]
        return date.fromisoformat(issued) if issued else today


def draft_of(viewer: Viewer, pk: int) -> ImportDraft:
    """A draft that this viewer made. Raises NotFoundError when it is gone."""
    draft = ImportDraft.objects.select_related("plan").filter(pk=pk).first()
    if draft is None:
        raise DraftGoneError(f"{pk}")
    USE_DRAFT.check(viewer, draft)
    return draft


class DraftGoneError(NotFoundError):
    """The draft was confirmed or discarded meanwhile (预览已处理)."""

    code = "draft_gone"
    zh = "这份导入预览已经确认或放弃，不再存在。请到计划列表查看结果，需要时重新上传。"
    en = (
        "This import preview was confirmed or discarded and is gone."
        " See the list of plans; upload again if need be."
    )


def drafts_of(viewer: Viewer) -> QuerySet[ImportDraft]:
    """The viewer's own previews that wait for a decision, newest first, without their texts."""
    found = ImportDraft.objects.filter(by=viewer.user).only("file_name", "created")
    return found.order_by("-created", "-pk")


def source_of(draft: ImportDraft) -> Source:
    """The parsed text that a draft holds."""
    return Source(draft.file_name, draft.encoding, draft.text, draft.parsed)


def plan_of(draft: ImportDraft) -> Plan | None:
    """The plan that a draft goes into: the one chosen or found, else one opened meanwhile."""
    return draft.plan or matching_plan(source_of(draft))


def matching_plan(source: Source) -> Plan | None:
    """The plan that bears the document number and the title of a text."""
    title = normal_name(source.parsed["title"] or "")
    number = normal_name(source.parsed["document_number"] or "")
    for plan in Plan.objects.order_by("pk"):
        if (normal_name(plan.title_zh), normal_name(plan.document_number)) == (title, number):
            return plan
    return None


def plan_named(slug: str) -> Plan:
    """A plan by its address, for the command line. Raises NotFoundError."""
    plan = Plan.objects.filter(slug=slug).first()
    if plan is None:
        raise NotFoundError(slug)
    return plan


def names_in(parsed: Mapping[str, Any]) -> dict[str, list[str]]:
    """Each name as written, with the numbers of the measures in which it stands."""
    found: dict[str, list[str]] = {}
    for measure in parsed["measures"]:
        for note in measure["responsibilities"]:
            for body in named_bodies(note):
                place = measure["label"].rstrip("、.．") or measure["title"]
                found.setdefault(body["name"], []).append(place)
    return found


def is_in_force(plan: Plan, source: Source) -> bool:
    """Is this the very text that the ledger stands on?"""
    return plan.texts.filter(number=plan.version, sm3=source.sm3).exists()


def every_plan() -> list[dict[str, Any]]:
    """All plans, for the command line: whoever may run it may read the database."""
    return [
        {
            "slug": plan.slug,
            "title": plan.title_zh,
            "document_number": plan.document_number,
            "issued": plan.issued.isoformat() if plan.issued else None,
            "text": plan.version,
            "is_public": plan.is_public,
        }
        for plan in Plan.objects.all()
    ]
