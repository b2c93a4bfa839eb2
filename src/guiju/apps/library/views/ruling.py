"""Rules of drafting that are left out of a text's check (停用规则), and asked again."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from guiju.apps.accounts.views.parts import form_page
from guiju.apps.library.forms.checking import RuleOffForm
from guiju.apps.library.rules import WRITE_TEXT
from guiju.apps.library.selectors.rule_offs import rule_off, rules_off, rules_once_off
from guiju.apps.library.services.rule_offs import ask_rule_again, leave_out_rule
from guiju.apps.library.views.asking import address_of, open_text
from guiju.web.access import needs
from guiju.web.request import Request

METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(METHODS)
@needs(WRITE_TEXT)
def rules(request: Request, number: str) -> HttpResponse:
    """The rules that are left out of a text's check; `?rule=` is one to be left out."""
    opened = open_text(request, number)
    text, viewer = opened.text, request.viewer
    WRITE_TEXT.check(viewer, text)
    form = RuleOffForm(
        request.POST if request.method == "POST" else None,
        initial={"rule": request.GET.get("rule", "")},
    )
    context = {
        **opened.context,
        "off": rules_off(viewer, text),
        "before": rules_once_off(viewer, text),
    }
    return form_page(
        request,
        form,
        lambda values: leave_out_rule(text=text, by=viewer, **values),
        template="library/rules_off.html",
        context=context,
        done=lambda: address_of(
            "rules_off", opened.edition, lang=text.language, version=text.version
        ),
        told=_("The rule is left out of the check of this text and of its later versions."),
    )


@require_POST
@needs(WRITE_TEXT)
def ask_again(request: Request, pk: int) -> HttpResponse:
    """The rule is asked again."""
    off = ask_rule_again(off=rule_off(request.viewer, pk), by=request.viewer)
    messages.success(request, _("The rule is on again."))
    return redirect(address_of("rules_off", off.edition, lang=off.language))
