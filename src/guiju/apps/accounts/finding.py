"""What the search box finds here: organisations, by any name that they ever bore."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from guiju.apps.accounts.selectors.register import organisations, rows
from guiju.web.searching import Group, Hit
from guiju.web.viewer import Viewer


def organisations_found(viewer: Viewer, query: str, limit: int) -> Group:
    """The organisations that are written like the query, in their official order."""
    found = organisations(query)
    shown = rows(found[:limit], viewer.today, translation.get_language() or "zh-hans")
    hits = [
        Hit(
            title=row.name.short,
            url=reverse("accounts:organisation", args=[row.organisation.slug]),
            why=row.name.full if row.name.full != row.name.short else "",
        )
        for row in shown
    ]
    total = found.count() if len(hits) == limit else len(hits)
    more = f"{reverse('accounts:organisations')}?{urlencode({'q': query})}"
    return Group(_("Organisations"), hits, total, more_url=more)
