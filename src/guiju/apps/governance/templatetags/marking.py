"""The marked text of a plan as HTML: marks nest, and every piece with a record is a link to it."""

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from guiju.apps.governance.selectors.marked_text import Mark, Piece
from guiju.apps.governance.selectors.plans import PlanFacts

register = template.Library()


def _url(plan: PlanFacts, mark: Mark, measure: int | None) -> str:
    if mark.kind == "note":
        return reverse("governance:measure", args=[plan.slug, measure]) + f"#note-{mark.pk}"
    return reverse(f"governance:{mark.kind}", args=[plan.slug, mark.pk])


def _piece(plan: PlanFacts, measure: int | None, piece: Piece) -> SafeString:
    inner = format_html("{}", piece.text)
    target = piece.target
    if target is not None:
        # One mark in several pieces is one stop for the keyboard: its first piece.
        stop = "" if target in piece.opened else mark_safe(' tabindex="-1"')
        inner = format_html('<a href="{}"{}>{}</a>', _url(plan, target, measure), stop, inner)
    for mark in reversed(piece.marks):
        own = mark.pk and mark in piece.opened
        name = format_html(' id="{}-{}"', mark.kind, mark.pk) if own else ""
        inner = format_html('<mark class="gl-m gl-m-{}"{}>{}</mark>', mark.kind, name, inner)
    return inner


@register.simple_tag
def marked(
    plan: PlanFacts, paragraphs: list[list[Piece]], measure: int | None = None
) -> SafeString:
    """Paragraphs of pieces as <p> elements."""
    return format_html_join(
        "\n",
        "<p>{}</p>",
        (
            (format_html_join("", "{}", ((_piece(plan, measure, one),) for one in line)),)
            for line in paragraphs
        ),
    )
