"""Render a piece of a template as a page would."""

import lxml.html
from django.template import engines

from tests.web.pages import text


def rendered(source, request=None, **context):
    """The tree of `source` with `context`."""
    html = engines["django"].from_string(source).render(context, request)
    return lxml.html.fromstring(f"<div>{html}</div>")


def said(source, request=None, **context):
    return text(rendered(source, request, **context))
