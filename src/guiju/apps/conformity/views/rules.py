"""Rule sets as they are read (规则集): the list, one of them, its file, its versions."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from guiju.apps.accounts.selectors.organisations import name_on
from guiju.apps.accounts.views.parts import PER_PAGE, language
from guiju.apps.catalogue.models import Edition
from guiju.apps.conformity.exports.rule_files import forms_offered, rule_set_file
from guiju.apps.conformity.forms.rule_files import FilterForm
from guiju.apps.conformity.models import RuleFile
from guiju.apps.conformity.rules.rule_files import (
    BEGIN_RULES,
    READ_RULES,
    REVIEW_RULES,
    WITHDRAW_RULES,
    WRITE_RULES,
)
from guiju.apps.conformity.selectors.clause_texts import edition_of
from guiju.apps.conformity.selectors.lines import differences, lines_of
from guiju.apps.conformity.selectors.rule_files import (
    Opened,
    open_rules,
    rows,
    steps_of,
    version_of,
    versions_of,
)
from guiju.apps.conformity.selectors.rule_texts import said_in
from guiju.apps.conformity.services.rule_files import OPEN
from guiju.core.provisions.explaining.limits import limits_table
from guiju.core.provisions.explaining.sentences import sentences
from guiju.web.access import needs
from guiju.web.request import Request

_DIGITS = 6
_State = RuleFile.State


@require_safe
@needs(READ_RULES)
def rule_files(request: Request) -> HttpResponse:
    """All rule sets that the viewer may see: the platform's, then those that people wrote."""
    form = FilterForm(request.GET, has_own=BEGIN_RULES.allows(request.viewer))
    listed = rows(request.viewer, form.narrow, language())
    context = {
        "form": form,
        "page": Paginator(listed, PER_PAGE).get_page(request.GET.get("page")),
        "BEGIN": BEGIN_RULES,
    }
    return render(request, "conformity/rules/list.html", context)


@require_safe
@needs(READ_RULES)
def rule_set(request: Request, ref: str) -> HttpResponse:
    """One rule set: as sentences and as tables of limits."""
    opened = asked(request, ref)
    rules = opened.read.rules
    context = {
        **context_of(request, opened),
        "rules": rules,
        "sentences": sentences(rules) if rules else (),
        "grids": limits_table(rules) if rules else (),
        "steps": steps_of(opened.file) if opened.file else [],
    }
    return render(request, "conformity/rules/rule_set.html", context)


@require_safe
@needs(READ_RULES)
def rule_set_lines(request: Request, ref: str) -> HttpResponse:
    """The file with its line numbers and its problems."""
    opened = asked(request, ref)
    context = {
        **context_of(request, opened),
        "lines": lines_of(opened.text, opened.read.problems),
        "problems": opened.read.problems,
    }
    return render(request, "conformity/rules/lines.html", context)


@require_safe
@needs(READ_RULES)
def rule_set_versions(request: Request, ref: str) -> HttpResponse:
    """The versions, and what changed between two of them: `?from=` and `?to=`."""
    opened = asked(request, ref)
    if opened.file is None:
        raise Http404(ref)
    versions = versions_of(opened.file)
    newest = versions[0].number
    to = number_in(request.GET.get("to", "")) or newest
    since = number_in(request.GET.get("from", "")) or max(1, to - 1)
    context = {
        **context_of(request, opened),
        "versions": versions,
        "since": since,
        "to": to,
        "changed": differences(
            version_of(opened.file, since).text, version_of(opened.file, to).text
        ),
    }
    return render(request, "conformity/rules/versions.html", context)


@require_safe
@needs(READ_RULES)
def rule_set_download(request: Request, ref: str, form: str) -> HttpResponse:
    """The rule set as YAML, JSON or SQL."""
    found = rule_set_file(asked(request, ref), form, request.viewer.today)
    if found is None:
        raise Http404(form)
    return HttpResponse(
        found.data,
        content_type=found.mime,
        headers={
            "Content-Disposition": f'attachment; filename="{found.name}"',
            "X-Content-Type-Options": "nosniff",
        },
    )


def asked(request: Request, ref: str) -> Opened:
    """The rule set of an address, `?version=` an older one."""
    return open_rules(request.viewer, ref, number_in(request.GET.get("version", "")))


def number_in(written: str) -> int:
    """A number in a query; 0 for none."""
    return int(written[:_DIGITS]) if written.isascii() and written.isdecimal() else 0


def context_of(request: Request, opened: Opened) -> dict[str, Any]:
    """What every page of a rule set shows, and what this viewer may do with it."""
    file = opened.file
    return {
        "opened": opened,
        "file": file,
        "edition": _edition(opened),
        "body": name_on(file.organisation, request.viewer.today, language()) if file else None,
        "forms": forms_offered(opened),
        "language": language(),
        "is_inside": BEGIN_RULES.allows(request.viewer),
        "is_open": file is not None and file.state in OPEN,
        "is_submitted": file is not None and file.state == _State.SUBMITTED,
        "is_in_use": file is not None and file.state not in (_State.WITHDRAWN, _State.REPLACED),
        "BEGIN": BEGIN_RULES,
        "WRITE": WRITE_RULES,
        "REVIEW": REVIEW_RULES,
        "WITHDRAW": WITHDRAW_RULES,
    }


def _edition(opened: Opened) -> Edition | None:
    if opened.file is not None:
        return opened.file.edition
    return edition_of(said_in(opened.text).key)
