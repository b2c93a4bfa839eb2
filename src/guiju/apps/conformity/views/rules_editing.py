"""Rule sets as they are written (编写): begun, edited, submitted, withdrawn."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from guiju.apps.accounts.views.parts import form_page
from guiju.apps.conformity.forms.rule_files import EditForm, RuleForm, SubmitForm, WithdrawForm
from guiju.apps.conformity.models import RuleFile
from guiju.apps.conformity.rules.rule_files import BEGIN_RULES, WITHDRAW_RULES, WRITE_RULES
from guiju.apps.conformity.selectors.lines import around_problems, differences, lines_of
from guiju.apps.conformity.selectors.rule_files import (
    Opened,
    open_rules,
    replaceable,
    rule_file,
    version_of,
)
from guiju.apps.conformity.selectors.rule_texts import read_rules
from guiju.apps.conformity.selectors.templates import STARTS, template_text
from guiju.apps.conformity.services.rule_files import (
    add_rule_file,
    change_rule_file,
    check_open,
    checked_text,
    submit_rule_file,
    withdraw_rule_file,
)
from guiju.apps.conformity.views.rules import context_of
from guiju.core.errors import InputError
from guiju.core.provisions.files.adding import with_rule
from guiju.web.access import needs
from guiju.web.request import Request

METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(METHODS)
@needs(BEGIN_RULES)
def new_rules(request: Request) -> HttpResponse:
    """A new draft: from a template (`?start=`), or a copy (`?copy=`)."""
    start, copied = request.GET.get("start", ""), request.GET.get("copy", "")
    if request.method != "POST" and not start and not copied:
        return render(request, "conformity/rules/new.html", {"starts": STARTS})
    first, origin = "", ""
    if copied and request.method != "POST":
        source = open_rules(request.viewer, copied)
        first, origin = source.text, source.name
    elif request.method != "POST":
        first = template_text(start)
    form = EditForm(request.POST or None, initial={"text": first, "origin": origin})
    return _editor(request, form, None)


@require_http_methods(METHODS)
@needs(WRITE_RULES)
def edit_rules(request: Request, ref: str) -> HttpResponse:
    """The text of a draft or of a returned file."""
    file = rule_file(request.viewer, ref)
    WRITE_RULES.check(request.viewer, file)
    check_open(file)
    stored = version_of(file, file.version)
    form = EditForm(request.POST or None, initial={"text": stored.text, "seen": file.version})
    return _editor(request, form, file)


def _editor(request: Request, form: EditForm, file: RuleFile | None) -> HttpResponse:
    """The page of the editor: what was typed stays, whatever came of it."""
    rule_form = RuleForm()
    context: dict[str, Any] = {}
    text = form.initial.get("text", "")
    if form.is_bound:
        is_valid = form.is_valid()
        text = form.cleaned_data.get("text") or ""
        do = request.POST.get("do", "check")
        if do == "save" and is_valid and form.carried_out(lambda: _store(request, form, file)):
            stored: RuleFile = form.result
            messages.success(
                request, _("Version %(number)s is stored.") % {"number": stored.version}
            )
            return redirect(reverse("conformity:edit_rules", args=[stored.pk]) + "?checked=1")
        if do == "add":
            rule_form = RuleForm(request.POST)
            text, context["added"] = _added(form, rule_form, text)
        if file is not None:
            context["stale"] = _stale(request, form, file, text)
    problems = read_rules(text).problems if _fits(form, text, request) else ()
    context |= {
        "form": form,
        "rule_form": rule_form,
        "file": file,
        "problems": problems,
        "lines": around_problems(lines_of(text, problems)),
        "was_checked": form.is_bound or "checked" in request.GET,
        **({"opened": _opened(request, file)} if file else {}),
    }
    return render(request, "conformity/rules/edit.html", context)


def _store(request: Request, form: EditForm, file: RuleFile | None) -> RuleFile:
    said = form.cleaned_data
    if file is None:
        return add_rule_file(text=said["text"], origin=said["origin"], by=request.viewer)
    return change_rule_file(
        file=file, text=said["text"], seen=said.get("seen") or 0, by=request.viewer
    )


def _added(form: EditForm, rule_form: RuleForm, text: str) -> tuple[str, int]:
    """The text with the rule in words, and its line; 0 where it could not be added."""
    if not rule_form.is_valid():
        return text, 0
    if not rule_form.carried_out(lambda: with_rule(text.replace("\r\n", "\n"), rule_form.words())):
        return text, 0
    new, line = rule_form.result
    form.show(new)
    return new, line


def _fits(form: EditForm, text: str, request: Request) -> bool:
    """A file that is too large is told so and is not looked at."""
    try:
        checked_text(text or "-", request.viewer)
    except InputError as error:
        if form.is_bound and not form.errors:
            form.add_error("text", error.sentence.say(get_language() or "zh"))
        return False
    return True


def _stale(request: Request, form: EditForm, file: RuleFile, text: str) -> dict[str, Any] | None:
    """Where somebody else stored a version meanwhile: what differs, and the next save is about it."""
    stored = version_of(file, file.version)
    if (form.cleaned_data.get("seen") or 0) == stored.number or stored.text == text:
        return None
    form.see(stored.number)
    return {"version": stored.number, "changed": differences(stored.text, text)}


def _opened(request: Request, file: RuleFile) -> Opened:
    return open_rules(request.viewer, str(file.pk))


@require_http_methods(METHODS)
@needs(WRITE_RULES)
def submit_rules(request: Request, ref: str) -> HttpResponse:
    """Hand it to the reviewers with a note."""
    opened = open_rules(request.viewer, ref)
    file = rule_file(request.viewer, ref)
    WRITE_RULES.check(request.viewer, file)
    check_open(file)
    offered = replaceable(file)
    form = SubmitForm(offered, request.POST or None, initial={"seen": file.version})
    return form_page(
        request,
        form,
        lambda said: submit_rule_file(
            file=file,
            seen=said["seen"] or 0,
            note=said["note"],
            replaces=said.get("replaces", ""),
            by=request.viewer,
        ),
        template="conformity/rules/submit.html",
        context={**context_of(request, opened), "errors": opened.read.errors},
        done=lambda: reverse("conformity:rule_set", args=[ref]),
        told=_("The rule set was submitted; it does not change any more."),
    )


@require_http_methods(METHODS)
@needs(WITHDRAW_RULES)
def withdraw_rules(request: Request, ref: str) -> HttpResponse:
    """Take it back, with the reason."""
    opened = open_rules(request.viewer, ref)
    file = rule_file(request.viewer, ref)
    WITHDRAW_RULES.check(request.viewer, file)
    return form_page(
        request,
        WithdrawForm(request.POST or None),
        lambda said: withdraw_rule_file(file=file, reason=said["reason"], by=request.viewer),
        template="conformity/rules/withdraw.html",
        context=context_of(request, opened),
        done=lambda: reverse("conformity:rule_set", args=[ref]),
        told=_("The rule set is withdrawn; it judges no longer."),
    )
