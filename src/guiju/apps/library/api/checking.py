"""Findings, provisions and comparisons for programs."""

from typing import Annotated, Any, Literal

from ninja import Query, Router

from guiju.apps.catalogue.selectors.standard import asked_for
from guiju.apps.library.api.asking import Number, TextAsked
from guiju.apps.library.api.schemas import ComparisonAnswer, Findings, ProvisionPage
from guiju.apps.library.exports.findings import Checked, findings_json
from guiju.apps.library.rules import READ_WHOLE
from guiju.apps.library.selectors.comparing import comparison_of
from guiju.apps.library.selectors.findings import findings_of, provisions_of
from guiju.apps.library.selectors.rule_offs import rules_off
from guiju.apps.library.selectors.texts import Asked, text_for
from guiju.core.compare.documents import to_json as comparison_json
from guiju.core.drafting.provisions import to_json
from guiju.web.access import needs
from guiju.web.request import Request
from guiju.web.schemas import Slice

router = Router(tags=["texts"])
Kind = Literal[
    "requirement",
    "instruction",
    "recommendation",
    "permission",
    "capability",
    "possibility",
    "statement",
]


@router.get("/library/findings", response=Findings, summary="Check a text")
@needs(READ_WHOLE)
def get_findings(
    request: Request,
    asked: Query[TextAsked],
    mode: Literal["draft", "submission", "adoption"] = "draft",
) -> dict[str, Any]:
    """What breaks the rules of GB/T 1.1 and its family, for a purpose. 检查结果"""
    text, day = asked.text(request), asked.day(request)
    report = findings_of(request.viewer, text, mode, day)
    checked = Checked(
        text=text,
        mode=mode,
        on=day,
        report=report,
        shown=report.findings,
        words={},
        off=rules_off(request.viewer, text),
    )
    return findings_json(checked)


@router.get("/library/provisions", response=ProvisionPage, summary="List the provisions of a text")
@needs(READ_WHOLE)
def list_provisions(
    request: Request, part: Query[Slice], asked: Query[TextAsked], kind: Kind | None = None
) -> dict[str, Any]:
    """Every sentence with what it demands: kind, limits, conditions, methods. 条款

    The same as `guiju document provisions --json`.
    """
    rows = provisions_of(request.viewer, asked.text(request))
    return part.page([one for one in rows if kind in (None, one.kind)], to_json)


@router.get("/library/comparison", response=ComparisonAnswer, summary="Compare two texts")
@needs(READ_WHOLE)
def get_comparison(
    request: Request, asked: Query[TextAsked], old: Annotated[Number, Query()]
) -> dict[str, Any]:
    """What changed from the text of `old` to this one, in the same language. 文本比对

    The same as `guiju document compare OLD NEW --json`.
    """
    new = asked.text(request)
    edition = asked_for(request.viewer, old.strip(), asked.day(request)).edition
    before = text_for(request.viewer, edition, Asked(new.language), prefer=new.language)
    return comparison_json(comparison_of(request.viewer, before, new))
