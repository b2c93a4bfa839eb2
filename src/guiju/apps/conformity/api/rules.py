"""Rule sets for programs (规则集): list, one, its file, its words; and a text checked and stored."""

from typing import Annotated, Any

from django.http import HttpResponse
from ninja import Path, Query, Router, Status

from guiju.apps.accounts.views.parts import language
from guiju.apps.conformity.api.rule_schemas import (
    LintAnswer,
    RuleFileAnswer,
    RuleSetDetail,
    RuleSetPage,
    RuleText,
    RuleTextChanged,
    Sentences,
    SubmitNote,
)
from guiju.apps.conformity.exports.rule_files import rule_set_file, sentences_json
from guiju.apps.conformity.models import RuleFile
from guiju.apps.conformity.rules.rule_files import BEGIN_RULES, READ_RULES, WRITE_RULES
from guiju.apps.conformity.selectors.rule_files import (
    Narrow,
    NoRuleFileError,
    Opened,
    Row,
    open_rules,
    rows,
    rule_file,
)
from guiju.apps.conformity.selectors.rule_texts import read_rules
from guiju.apps.conformity.services.rule_files import (
    add_rule_file,
    change_rule_file,
    checked_text,
    submit_rule_file,
)
from guiju.core.provisions.files.problems import Problem
from guiju.web.access import SIGNED_IN, needs
from guiju.web.request import Request
from guiju.web.schemas import NO_NUL, Slice

router = Router(tags=["rule sets"])
Ref = Annotated[
    str,
    Path(
        max_length=60,
        pattern=NO_NUL,
        description="The number of a rule set, or a name of the platform's.",
        examples=["GB_3838-2002"],
    ),
]
_CONTENT = {
    "application/json": {"schema": {"type": "object"}},
    "application/yaml": {"schema": {"type": "object"}},
    "application/sql": {"schema": {"type": "string"}},
}


@router.get("/conformity/rule-sets", response=RuleSetPage, summary="List rule sets")
@needs(READ_RULES)
def list_rule_sets(
    request: Request,
    part: Query[Slice],
    q: Annotated[str, Query(max_length=200, pattern=NO_NUL)] = "",
    state: Annotated[str, Query(max_length=20, pattern=NO_NUL)] = "",
) -> dict[str, Any]:
    """The platform's and those that people wrote, as far as you may see them. 规则集列表"""
    listed = rows(request.viewer, Narrow(q, state), language())
    return {"total": len(listed), "items": [_row(one) for one in part.of(listed)]}


@router.get("/conformity/rule-sets/{ref}", response=RuleSetDetail, summary="Show a rule set")
@needs(READ_RULES)
def get_rule_set(request: Request, ref: Ref) -> dict[str, Any]:
    """What it belongs to, its state, and what is wrong with its file. 一个规则集"""
    opened = open_rules(request.viewer, ref)
    rules = opened.read.rules
    return {
        **_opened(opened),
        "in_force": _days(rules.since, rules.until) if rules else None,
        "basis": rules.basis if rules else "",
        "certainty": rules.certainty if rules else "",
        "omitted": [_said(one) for one in rules.omitted] if rules else [],
        "problems": [_problem(one) for one in opened.read.problems],
    }


@router.get(
    "/conformity/rule-sets/{ref}/file.{form}",
    summary="Download a rule set",
    openapi_extra={"responses": {200: {"description": "The file.", "content": _CONTENT}}},
)
@needs(READ_RULES)
def get_rule_set_file(
    request: Request, ref: Ref, form: Annotated[str, Path(pattern="^(yaml|json|sql)$")]
) -> HttpResponse:
    """The file as it is written (yaml), what it says (json), SQL that judges (sql). 规则集文件"""
    found = rule_set_file(open_rules(request.viewer, ref), form, request.viewer.today)
    if found is None:
        raise NoRuleFileError(f"{ref}.{form}")
    return HttpResponse(found.data, content_type=found.mime)


@router.get(
    "/conformity/rule-sets/{ref}/sentences", response=Sentences, summary="A rule set in words"
)
@needs(READ_RULES)
def get_rule_set_sentences(request: Request, ref: Ref) -> dict[str, Any]:
    """Every rule as a sentence in both languages, none while the file has errors. 规则的文字"""
    opened = open_rules(request.viewer, ref)
    rules = opened.read.rules
    return {
        "standard": opened.standard,
        "official": opened.is_official,
        "sentences": sentences_json(rules) if rules else [],
    }


@router.post("/conformity/lint", response=LintAnswer, summary="Check the text of a rule file")
@needs(SIGNED_IN)
def lint_rule_file(request: Request, asked: RuleText) -> dict[str, Any]:
    """All that is wrong, with lines; nothing is stored. 核对规则文件"""
    read = read_rules(checked_text(asked.text, request.viewer))
    return {
        "usable": read.rules is not None,
        "problems": [_problem(one) for one in read.problems],
        "sentences": sentences_json(read.rules) if read.rules else [],
    }


@router.post("/conformity/rule-sets", response={201: RuleFileAnswer}, summary="Begin a rule set")
@needs(BEGIN_RULES)
def begin_rule_set(request: Request, asked: RuleText) -> Status[dict[str, Any]]:
    """Store a text as a new draft of your organisation; it may have problems. 新建规则集"""
    return Status(201, _answer(add_rule_file(text=asked.text, by=request.viewer), request))


@router.put("/conformity/rule-sets/{ref}", response=RuleFileAnswer, summary="Change a rule set")
@needs(WRITE_RULES)
def change_rule_set(request: Request, ref: Ref, asked: RuleTextChanged) -> dict[str, Any]:
    """Store the next version of a draft, after the version that you saw. 修改规则集"""
    file = rule_file(request.viewer, ref)
    changed = change_rule_file(file=file, text=asked.text, seen=asked.version, by=request.viewer)
    return _answer(changed, request)


@router.post(
    "/conformity/rule-sets/{ref}/submission", response=RuleFileAnswer, summary="Submit a rule set"
)
@needs(WRITE_RULES)
def submit_rule_set(request: Request, ref: Ref, asked: SubmitNote) -> dict[str, Any]:
    """Hand it to the reviewers; somebody else accepts or returns it on the page. 提交审查"""
    file = submit_rule_file(
        file=rule_file(request.viewer, ref),
        seen=asked.version,
        note=asked.note,
        replaces=asked.replaces,
        by=request.viewer,
    )
    return _answer(file, request)


def _row(row: Row) -> dict[str, Any]:
    return {
        "ref": row.ref,
        "standard": row.standard,
        "title": _said(row.title),
        "state": row.state,
        "version": row.version,
        "certainty": row.certainty,
        "in_force": _days(row.since, row.until),
        "organisation": str(row.organisation) if row.organisation else "",
    }


def _opened(opened: Opened) -> dict[str, Any]:
    return {
        "ref": opened.ref,
        "standard": opened.standard,
        "title": _said(opened.title),
        "state": opened.state,
        "version": opened.version,
        "official": opened.is_official,
    }


def _answer(file: RuleFile, request: Request) -> dict[str, Any]:
    opened = open_rules(request.viewer, str(file.pk))
    return {**_opened(opened), "problems": [_problem(one) for one in opened.read.problems]}


def _problem(one: Problem) -> dict[str, Any]:
    return {
        "line": one.line,
        "severity": one.severity,
        "zh": one.zh,
        "en": one.en,
        "mend": _said(one.mend),
    }


def _days(since: Any, until: Any) -> dict[str, str | None]:
    return {
        "since": since.isoformat() if since else None,
        "until": until.isoformat() if until else None,
    }


def _said(text: Any) -> dict[str, str]:
    return {"zh": text.zh, "en": text.en}
