"""Names and units (名称和单位): a name is one thing, and a unit is known by its UCUM code."""

from collections.abc import Iterator

from guiju.core.errors import Bilingual
from guiju.core.provisions.files.mends import OTHER_NAME
from guiju.core.provisions.files.nodes import RuleFileError
from guiju.core.provisions.files.problems import Places
from guiju.core.provisions.model import Attribute, Characteristic, RuleSet
from guiju.core.provisions.words import folded
from guiju.core.units import ucum

_Thing = tuple[str, Characteristic | Attribute]


def ambiguous(rules: RuleSet, places: Places) -> Iterator[RuleFileError]:
    """A name under which data may bring two things."""
    owners: dict[str, str] = {}
    for kind, thing in _things(rules):
        for name in dict.fromkeys(
            folded(name) for name in (thing.id, thing.name.zh, thing.name.en, *thing.synonyms)
        ):
            owner = owners.setdefault(name, thing.id)
            if owner != thing.id:
                yield places.at(kind, thing.id).wrong(
                    f"“{thing.id}”与“{owner}”都叫“{name}”，数据中的列无法区分",
                    f"“{thing.id}” and “{owner}” are both called “{name}”: a column of data could be either",
                    Bilingual("请改其中一个名称或同义词。", "Change a name or a synonym of one."),
                )


def ambiguous_values(rules: RuleSet, places: Places) -> Iterator[RuleFileError]:
    """A word that stands for two values of one attribute."""
    for attribute in rules.attributes.values():
        owners: dict[str, str] = {}
        for value, words in attribute.values.items():
            for word in dict.fromkeys(folded(word) for word in (value, *words)):
                owner = owners.setdefault(word, value)
                if owner != value:
                    yield places.at("attributes", attribute.id, "values", value).wrong(
                        f"“{word}”既指“{owner}”又指“{value}”",
                        f"“{word}” stands for “{owner}” and for “{value}”",
                        OTHER_NAME,
                    )


def unknown_units(rules: RuleSet, places: Places) -> Iterator[RuleFileError]:
    """A unit that `rulebook/codes/units.yaml` does not know."""
    for kind, thing in _things(rules):
        if thing.unit and ucum(thing.unit) is None:
            yield places.at(kind, thing.id, "unit").wrong(
                f"不认识单位“{thing.unit}”",
                f"the unit “{thing.unit}” is not known",
                Bilingual(
                    "请写符号，如 mg/L、µg/m³、CFU/mL、kgce/t、dB(A)、℃；没有单位的删去 unit。",
                    "Write its symbol, such as mg/L, µg/m³, CFU/mL, kgce/t, dB(A), ℃; leave “unit” out where there is none.",
                ),
            )


def _things(rules: RuleSet) -> Iterator[_Thing]:
    yield from (("characteristics", one) for one in rules.characteristics.values())
    yield from (("attributes", one) for one in rules.attributes.values())
