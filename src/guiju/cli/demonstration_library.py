"""The demonstration's texts: an invented standard in two editions, each in Chinese and English (示例)."""

from collections.abc import Mapping
from importlib.resources import files

from guiju.apps.catalogue.models import Source
from guiju.apps.catalogue.selectors.lookup import edition_by_key
from guiju.apps.catalogue.services.taking import take
from guiju.apps.library.models import Text
from guiju.apps.library.services.texts import add_text, publish_text
from guiju.core.records.model import Record, Relation
from guiju.web.viewer import Viewer

EXAMPLE = "guiju-example"
NUMBER = "T/EXAMPLE 1-{year}"
DAYS = {2025: ("2025-02-01", "2025-08-01"), 2026: ("2026-03-01", "2026-09-01")}
YEARS = tuple(DAYS)
LANGUAGES = ("zh", "en")
_TITLES = {"zh": "示例：折叠水壶　规范", "en": "Example: Collapsible bottles — Specification"}
_CITED = ("GB/T 191", "GB/T 2828.1-2012", "GB 4806.7", "GB/T 8170")


def is_loaded() -> bool:
    return Text.objects.filter(edition__key=NUMBER.format(year=YEARS[-1])).exists()


def load_library(viewers: Mapping[str, Viewer]) -> None:
    """Records and texts of the sample standard; the same again changes nothing."""
    cataloguer = viewers["cataloguer"]
    names = {"name_zh": "规矩示例", "name_en": "Guiju examples", "is_example": True}
    source, _ = Source.objects.get_or_create(slug=EXAMPLE, defaults=names)
    take(records=[_record(year) for year in YEARS], source=source, by=cataloguer)
    for year in YEARS:
        edition = edition_by_key(cataloguer, NUMBER.format(year=year))
        for language in LANGUAGES:
            name = f"bottle-{year}.{language}.md"
            file = files("guiju.rulebook") / "samples" / "documents" / name
            text = add_text(
                edition=edition,
                data=file.read_bytes(),
                name=name,
                language=language,
                is_open=True,
                by=cataloguer,
            )
            if text.state == Text.State.DRAFT:
                publish_text(text=text, by=cataloguer)


def _record(year: int) -> Record:
    cites = [Relation(type="cites_normatively", target=one) for one in _CITED]
    replaces = [Relation(type="replaces", target=NUMBER.format(year=year - 1))]
    return Record(
        number=NUMBER.format(year=year),
        titles=_TITLES,
        issued=DAYS[year][0],
        effective=DAYS[year][1],
        relations=tuple(cites if year == YEARS[0] else replaces + cites),
    )
