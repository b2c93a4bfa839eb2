"""The sample catalogue of well-known standards, taken in and indexed."""

from datetime import date

from django.test import override_settings

from guiju.apps.catalogue.services.indexing import rebuild_index
from guiju.apps.catalogue.services.taking import take
from guiju.core.records.samples import sample_records
from guiju.web.viewer import Viewer
from tests.factories.catalogue import source

TODAY = date(2026, 1, 5)


def take_samples():
    """All sample records, through the real door."""
    take(records=sample_records(), source=source("guiju-sample"), by=Viewer(today=TODAY))


def index_at(root):
    """An index of what stands in the database, in a folder of its own."""
    with override_settings(GUIJU_INDEX=root):
        rebuild_index()
