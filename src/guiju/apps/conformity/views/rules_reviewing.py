"""Rule sets as they are reviewed (审查): what changed, what is wrong, accept or return."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from guiju.apps.accounts.views.parts import language
from guiju.apps.conformity.forms.rule_files import ReviewForm
from guiju.apps.conformity.models import RuleFile
from guiju.apps.conformity.rules.rule_files import REVIEW_RULES
from guiju.apps.conformity.selectors.clause_texts import beside, disagreeing, text_beside
from guiju.apps.conformity.selectors.lines import differences
from guiju.apps.conformity.selectors.rule_files import (
    open_rules,
    previous_text,
    rule_file,
    steps_of,
)
from guiju.apps.conformity.selectors.trying import both_sides
from guiju.apps.conformity.services.reviewing import accept_rule_file, return_rule_file
from guiju.apps.conformity.views.rules import context_of
from guiju.web.access import needs
from guiju.web.request import Request


@require_http_methods(["GET", "HEAD", "POST"])
@needs(REVIEW_RULES)
def review_rules(request: Request, ref: str) -> HttpResponse:
    """All that a reviewer looks at, and the decision."""
    file = rule_file(request.viewer, ref)
    REVIEW_RULES.check(request.viewer, file)
    form = ReviewForm(request.POST or None, initial={"seen": file.version})
    if (
        form.is_bound
        and form.is_valid()
        and form.carried_out(lambda: _decided(request, form, file))
    ):
        is_accepted = form.result.state == RuleFile.State.REVIEWED
        told = (
            _("The rule set is accepted and judges officially from now on.")
            if is_accepted
            else _("The rule set went back to its authors.")
        )
        messages.success(request, told)
        return redirect("conformity:rule_set", ref)
    return render(request, "conformity/rules/review.html", _context(request, ref, form))


def _decided(request: Request, form: ReviewForm, file: RuleFile) -> RuleFile:
    said = form.cleaned_data
    seen, words = said["seen"] or 0, said["reason"]
    if request.POST.get("do") == "accept":
        return accept_rule_file(file=file, seen=seen, note=words, by=request.viewer)
    return return_rule_file(file=file, seen=seen, reason=words, by=request.viewer)


def _context(request: Request, ref: str, form: ReviewForm) -> dict[str, Any]:
    opened = open_rules(request.viewer, ref)
    context = context_of(request, opened)
    rules = opened.read.rules
    name, older = previous_text(opened)
    text = text_beside(request.viewer, context["edition"], language())
    found = beside(request.viewer, rules, text) if rules and text else []
    return context | {
        "form": form,
        "steps": steps_of(opened.file) if opened.file else [],
        "problems": opened.read.problems,
        "sides": both_sides(rules) if rules else [],
        "older": name,
        "changed": differences(older, opened.text) if name else [],
        "text": text,
        "disagreeing": disagreeing(found),
    }
