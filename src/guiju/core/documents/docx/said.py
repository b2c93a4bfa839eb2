"""What content controls on the cover say (封面控件): each field of the cover under its own tag."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from guiju.core.documents.model import Meta

OURS = "guiju."
ONE = ("number", "issued", "effective", "level", "stage", "registration")
MANY = ("ics", "ccs", "replaces", "issuers")


def meta(found: Sequence[tuple[str, str]]) -> Meta:
    """The facts of the controls; what none of them holds is left to the cover's text."""
    made = Meta()
    for tag, words in found:
        name = tag.removeprefix(OURS)
        if not tag.startswith(OURS) or not words:
            continue
        if name in ONE:
            made = replace(made, **_changed(name, words))
        elif name in MANY:
            made = replace(made, **_changed(name, (*getattr(made, name), words)))
        elif name.startswith("title-"):
            made = replace(made, titles=(*made.titles, (name.removeprefix("title-"), words)))
        elif name == "adopts":
            number, _, degree = words.strip("()（）").rpartition("，")
            one = (number, degree) if number else (degree, "")
            made = replace(made, adopts=(*made.adopts, one))
    return replace(made, numbers=(made.number,)) if made.number else made


def _changed(name: str, value: Any) -> dict[str, Any]:
    return {name: value}
