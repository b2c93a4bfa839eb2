"""How verdicts are written on a page: clauses with their links."""

from collections.abc import Sequence

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from guiju.apps.conformity.selectors.clause_links import Source
from guiju.apps.conformity.selectors.verdict_rows import KINDS, clause_said
from guiju.core.errors import Bilingual
from guiju.core.provisions.against.model import Relation
from guiju.core.provisions.judging import Status
from guiju.core.provisions.words_of import STATUS_WORDS

register = template.Library()


@register.simple_tag
def clause_link(source: Source, clause: str) -> SafeString:
    """The clause; a link where the library has its text."""
    words = clause_said(clause).say(get_language() or "zh")
    if url := source.clauses.get(clause):
        return format_html('<a href="{}">{}</a>', url, words)
    return format_html("{}", words)


@register.inclusion_tag("web/components/state.html")
def answer(status: Status) -> dict[str, str]:
    """A verdict as text with a shape."""
    word = STATUS_WORDS[status].say(get_language() or "zh")
    return {"text": word, "kind": KINDS.get(status, "plain")}


@register.simple_tag
def standard_link(source: Source) -> SafeString:
    """The number of the standard; a link where the catalogue has it."""
    if source.page:
        return format_html('<a href="{}">{}</a>', source.page, source.standard)
    return format_html("{}", source.standard)


@register.filter
def relation_kind(relation: Relation) -> str:
    """How the mark of a relation of limits looks."""
    kinds = {"stricter": "good", "equal": "good", "looser": "bad", "crossing": "warn"}
    return kinds.get(relation, "plain")


@register.simple_tag
def head_at(heads: Sequence[Bilingual], place: int) -> str:
    """The head over a cell."""
    return heads[place].say(get_language() or "zh")
