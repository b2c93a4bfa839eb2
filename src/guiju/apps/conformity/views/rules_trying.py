"""Rule sets tried (试值) and set beside the text of their clauses (与条文对照)."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from guiju.apps.accounts.views.parts import day_asked, language
from guiju.apps.conformity.rules.rule_files import READ_RULES
from guiju.apps.conformity.selectors.clause_texts import beside, disagreeing, text_beside
from guiju.apps.conformity.selectors.rule_files import Opened
from guiju.apps.conformity.selectors.trying import both_sides, tried
from guiju.apps.conformity.views.rules import asked, context_of
from guiju.core.errors import InputError
from guiju.core.provisions.model import RuleSet
from guiju.web.access import needs
from guiju.web.request import Request

_LONGEST = 60
SIDES_ON_A_PAGE = 60
VALUE, TOLD = "v-", "a-"


@require_safe
@needs(READ_RULES)
def rule_set_try(request: Request, ref: str) -> HttpResponse:
    """The values on both sides of each limit, and one's own: `?v-pH=6.5&a-use=outdoor`."""
    opened = asked(request, ref)
    context = context_of(request, opened)
    rules = opened.read.rules
    if rules is not None:
        page = Paginator(both_sides(rules), SIDES_ON_A_PAGE).get_page(request.GET.get("page"))
        context |= {"sides": page, "page": page, **_own(request, opened, rules)}
    return render(request, "conformity/rules/try.html", context)


def _own(request: Request, opened: Opened, rules: RuleSet) -> dict[str, Any]:
    """The fields for one's own values, filled, and the answer once they are sent."""
    values = {name: _given(request, VALUE, name) for name in rules.characteristics}
    told = {name: _given(request, TOLD, name) for name in rules.attributes}
    context: dict[str, Any] = {
        "fields": [(one, values[name]) for name, one in rules.characteristics.items()],
        "attributes": [(one, told[name]) for name, one in rules.attributes.items()],
        "on": request.GET.get("on", "")[:10] or request.viewer.today.isoformat(),
    }
    if "try" in request.GET:
        try:
            context["answer"] = tried(
                rules, values, told, on=day_asked(request), reviewed=opened.is_official
            )
        except InputError as error:
            context["wrong"] = error.sentence.say(get_language() or "zh")
    return context


def _given(request: Request, prefix: str, name: str) -> str:
    return request.GET.get(prefix + name, "").strip()[:_LONGEST]


@require_safe
@needs(READ_RULES)
def rule_set_beside(request: Request, ref: str) -> HttpResponse:
    """Each rule beside its clause, with what disagrees."""
    opened = asked(request, ref)
    context = context_of(request, opened)
    rules = opened.read.rules
    text = text_beside(request.viewer, context["edition"], language())
    if rules is not None and text is not None:
        found = beside(request.viewer, rules, text)
        context |= {"found": found, "disagreeing": disagreeing(found)}
    context["text"] = text
    return render(request, "conformity/rules/beside.html", context)
