"""What the catalogue adds to the home page, to the one search box and to an organisation's page."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from guiju.apps.accounts.models import Organisation
from guiju.apps.accounts.panels import Panel as OrganisationPanel
from guiju.apps.catalogue.address import slug_of
from guiju.apps.catalogue.selectors.catalogue_size import size_of_catalogue
from guiju.apps.catalogue.selectors.issued import issued_by
from guiju.apps.catalogue.selectors.searching import IndexNotReadyError, Query, find
from guiju.core.codes.words import word
from guiju.search import Hit as Found
from guiju.web.panels import Panel
from guiju.web.searching import Group, Hit
from guiju.web.viewer import Viewer


def catalogue_panel(viewer: Viewer) -> list[Panel]:
    """How many standards there are, and the way to them."""
    size = size_of_catalogue(viewer)
    if size is None:
        text = _("The search index is being built.")
    else:
        text = _(
            "Find one by number, words or pinyin, in its state on any day; %(count)d are in force today."
        )
        text %= {"count": size.in_force}
    url = reverse("catalogue:search")
    return [Panel(_("Standards"), url, text, number=size.editions if size else None)]


def standards_found(viewer: Viewer, text: str, limit: int) -> Group:
    """The first standards, and the search page for all of them; none while there is no index."""
    title = _("Standards")
    try:
        found = find(viewer, Query(on=viewer.today, text=text, limit=limit))
    except IndexNotReadyError:
        return Group(title, [], 0)
    more = f"{reverse('catalogue:search')}?{urlencode({'q': text})}"
    return Group(title, [_hit(one) for one in found.hits], found.total, more_url=more)


def _hit(found: Found) -> Hit:
    language = translation.get_language() or "zh"
    titles = found.row.titles
    first, second = ("en", "zh") if language.startswith("en") else ("zh", "en")
    title = titles.get(first) or titles.get(second) or ""
    state = word("state", found.state).say(language)
    return Hit(
        title=f"{found.row.display} {title}".strip(),
        url=reverse("catalogue:standard", args=[slug_of(found.number)]),
        why=state,
    )


def organisation_panel(viewer: Viewer, organisation: Organisation) -> OrganisationPanel | None:
    """The standards that it issued."""
    issued = issued_by(viewer, organisation)
    if issued is None:
        return None
    query = urlencode([("issuer", name) for name in issued.names])
    context = {"issued": issued, "all_url": f"{reverse('catalogue:search')}?{query}"}
    return OrganisationPanel("catalogue/organisation_panel.html", context)
