"""The pages of the library for `test_every_page`, and the draft that they need."""

from django.utils import timezone

from guiju.apps.accounts.models import User
from guiju.apps.accounts.selectors.viewers import viewer_of_user
from guiju.apps.catalogue.selectors.lookup import edition_by_key
from guiju.apps.library.services.texts import add_text
from tests.factories.library import SMALL

PUBLIC = ""
KEY = "T/EXAMPLE 1-2026"
PAGES = {
    "library:texts": (PUBLIC, (), ""),
    "library:terms": (PUBLIC, (), "?which=definitions"),
    "library:clauses": (PUBLIC, (), "?q=水壶&kind=clause"),
    "library:text": (PUBLIC, ("with_text",), "?beside=en&q=A"),
    "library:findings": ("cataloguer", ("with_text",), "?version=2"),
    "library:rules_off": ("cataloguer", ("with_text",), "?version=2&rule=M01"),
    "library:provisions": (PUBLIC, ("with_text",), ""),
    "library:comparison": (PUBLIC, ("with_text",), ""),
    "library:overlap": (PUBLIC, ("with_text",), "?editions=1"),
    "library:versions": ("cataloguer", ("with_text",), ""),
    "library:add_text": ("cataloguer", ("with_text",), ""),
    "library:withdraw_text": ("cataloguer", ("text_draft",), ""),
}
ACTS = {"library:publish_text", "library:ask_rule_again"}
DOWNLOADS = {"library:text_file", "library:findings_file", "library:redline", "library:image"}


def things():
    """A draft with faults, beside the published text of the demonstration."""
    cataloguer = viewer_of_user(User.objects.get(username="cataloguer"), timezone.localdate())
    draft = add_text(
        edition=edition_by_key(cataloguer, KEY),
        data=SMALL.replace("应不小于", "必须不小于").encode(),
        name="示例.md",
        is_open=False,
        by=cataloguer,
    )
    return {"with_text": "T/EXAMPLE_1-2026", "text_draft": draft.pk}
