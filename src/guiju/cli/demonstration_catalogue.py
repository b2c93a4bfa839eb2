"""The demonstration's catalogue: well-known real standards, and an example standards system.

The facts of the standards are true as far as general knowledge goes; the system is marked 示例.
"""

from collections.abc import Mapping

from guiju.apps.accounts.models import Organisation
from guiju.apps.catalogue.models import StandardsSystem, Statement
from guiju.apps.catalogue.selectors.lookup import edition_by_key
from guiju.apps.catalogue.services.sources import source_of
from guiju.apps.catalogue.services.system_examples import load_example_system
from guiju.apps.catalogue.services.taking import take
from guiju.apps.catalogue.services.watching import create_list, watch
from guiju.core.records.samples import sample_records
from guiju.web.viewer import Viewer

SAMPLE = "guiju-sample"
WATCHED = ("GB/T 1.1-2009", "GB 5749-2006", "ISO 9001:2015")


def is_loaded() -> bool:
    return Statement.objects.filter(source__slug=SAMPLE).exists()


def load_catalogue(viewers: Mapping[str, Viewer]) -> None:
    """Take the sample in, as an import would; the same again changes nothing."""
    cataloguer = viewers["cataloguer"]
    take(records=sample_records(), source=source_of(SAMPLE), by=cataloguer)
    if not StandardsSystem.objects.filter(is_example=True).exists():
        keeper = Organisation.objects.get(slug="example-province")
        load_example_system(by=viewers["province"], keeper=keeper)
    _follow(viewers["reader"])


def _follow(reader: Viewer) -> None:
    """The reader follows some standards, one of which has a successor by now."""
    followed = create_list(name="示例：常用标准", by=reader)
    watch(
        watch_list=followed,
        editions=[edition_by_key(reader, key) for key in WATCHED],
        by=reader,
    )
