"""One standard on a day (标准页): what its page, its JSON and its linked data say, read once."""

from guiju.apps.catalogue.selectors.standard.as_json import as_json, standard_json
from guiju.apps.catalogue.selectors.standard.asked import Asked, NoEditionError, asked_for
from guiju.apps.catalogue.selectors.standard.linked_data import linked_data
from guiju.apps.catalogue.selectors.standard.page import Standard, standard_on
from guiju.apps.catalogue.selectors.standard.shown import Shown, shown, state_of

__all__ = [
    "Asked",
    "NoEditionError",
    "Shown",
    "Standard",
    "as_json",
    "asked_for",
    "linked_data",
    "shown",
    "standard_json",
    "standard_on",
    "state_of",
]
