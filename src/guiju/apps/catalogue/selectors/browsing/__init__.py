"""Browsing the catalogue (浏览): by classification, committee, issuer and region."""

from guiju.apps.catalogue.selectors.browsing.classes import Branch, ClassPage, class_page
from guiju.apps.catalogue.selectors.browsing.committees import (
    CommitteePage,
    committee_bodies,
    committee_page,
    committees_of_body,
)
from guiju.apps.catalogue.selectors.browsing.filtering import STATES, in_state, narrowed
from guiju.apps.catalogue.selectors.browsing.issuers import (
    IssuerRow,
    issuer_page,
    issuer_rows,
    issuers,
)
from guiju.apps.catalogue.selectors.browsing.lists import editions
from guiju.apps.catalogue.selectors.browsing.regions import RegionPage, region_page

__all__ = [
    "STATES",
    "Branch",
    "ClassPage",
    "CommitteePage",
    "IssuerRow",
    "RegionPage",
    "class_page",
    "committee_bodies",
    "committee_page",
    "committees_of_body",
    "editions",
    "in_state",
    "issuer_page",
    "issuer_rows",
    "issuers",
    "narrowed",
    "region_page",
]
