"""Imports in words: source, state, counts."""

from django import template
from django.utils import translation
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from guiju.apps.catalogue.models import Import, Source
from guiju.web.templatetags.guiju import tongue

register = template.Library()

_KINDS = {
    Import.State.PREPARED: "info",
    Import.State.WAITING: "info",
    Import.State.RUNNING: "info",
    Import.State.STOPPED: "warn",
    Import.State.DONE: "good",
    Import.State.FAILED: "bad",
}


@register.filter
def source_name(source: Source) -> SafeString:
    english = (translation.get_language() or "").startswith("en")
    return tongue(source.name_en if english else source.name_zh)


@register.filter
def import_state(run: Import) -> SafeString:
    """The state with its shape and colour."""
    state = Import.State(run.state)
    return format_html('<span class="gj-state gj-state-{}">{}</span>', _KINDS[state], state.label)


@register.filter
def import_counts(run: Import) -> list[tuple[str, int]]:
    """What became of the records that were read."""
    names = {
        "new": _("New"),
        "changed": _("Changed"),
        "unchanged": _("Unchanged"),
        "refused": _("Refused"),
    }
    return [(name, run.counts.get(key, 0)) for key, name in names.items()]
