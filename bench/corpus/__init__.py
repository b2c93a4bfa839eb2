"""The catalogue files as entries of the index, for the measurements of search.

Read from the folder that GUIJU_SHARED names, or ../shared; nothing of it is in the repository.
"""

import io
import json
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import zstandard

from guiju.core import numbers
from guiju.core.records.status import Claim, Facts, span
from guiju.search import Entry

AS_OF = "2026-06-01"
_FIRST_SPORTS = 1_000_000


def shared() -> Path:
    default = Path(__file__).resolve().parents[3] / "shared"
    return Path(os.environ.get("GUIJU_SHARED") or default) / "data" / "catalogue"


def entries() -> list[Entry]:
    """All lines of both files; of the editions of one work the last year is the newest."""
    found = [*international(), *sports()]
    last: dict[str, int] = {}
    for one in found:
        last[one.keys[-1]] = max(last.get(one.keys[-1], 0), one.year or 0)
    return [replace(one, newest=(one.year or 0) >= last[one.keys[-1]]) for one in found]


def international() -> Iterator[Entry]:
    with (shared() / "iso-iec.jsonl.zst").open("rb") as file:
        reader = io.TextIOWrapper(zstandard.ZstdDecompressor().stream_reader(file), "utf-8")
        for at, line in enumerate(reader, 1):
            yield _international(at, json.loads(line))


def _international(at: int, said: dict) -> Entry:
    written = [text for kind, text in said["ids"] if kind != "URN"]
    titles = {code: said[f"title_{code}"] for code in ("en", "fr", "ru") if said[f"title_{code}"]}
    withdrawn = said["stage"] == "95"
    facts = Facts(
        issued=said["published"] or "",
        on_publication=True,
        claims=(Claim("withdrawn" if withdrawn else "in_force", AS_OF),) if said["stage"] else (),
    )
    return Entry(
        id=at,
        number=said["id"],
        display=said["id"],
        sort=said["id"],
        numbers=tuple(dict.fromkeys((said["id"], *written))),
        keys=keys(said["id"]),
        titles=titles,
        abstracts={"en": said["abstract_en"]} if said["abstract_en"] else {},
        level="international",
        kind=said["doctype"] or "",
        ics=tuple(said["ics"]),
        committees=tuple(said["committee"]),
        issuers=(said["src"],),
        year=int(said["published"][:4]) if said["published"] else None,
        span=span(facts),
        supplement="/Amd" in said["id"] or "/Cor" in said["id"],
    )


def sports() -> Iterator[Entry]:
    said = json.loads((shared() / "sports-standards.json").read_bytes())
    for at, one in enumerate(said["standards"], _FIRST_SPORTS):
        ended = one["status"] == "废止"
        facts = Facts(
            issued=one["issueDate"] or "",
            effective=one["implementDate"] or "",
            claims=(Claim("withdrawn" if ended else "in_force", AS_OF),),
        )
        yield Entry(
            id=at,
            number=one["code"],
            display=one["code"],
            sort=one["code"],
            numbers=(one["code"],),
            keys=keys(one["code"]),
            titles={"zh": one["title"]},
            abstracts={"zh": one["summary"]} if isinstance(one["summary"], str) else {},
            names=tuple(filter(None, (_text(one["issuedBy"]), _text(one["category"])))),
            level=one["type"],
            nature="mandatory" if one["isMandatory"] else "recommended",
            issuers=tuple(filter(None, (_text(one["issuedBy"]),))),
            year=int(one["issueDate"][:4]) if one["issueDate"] else None,
            span=span(facts),
        )


def _text(said: object) -> str:
    return "、".join(said) if isinstance(said, list) else str(said or "")


def keys(written: str) -> tuple[str, ...]:
    """Those under which a number is looked up, the undated last."""
    try:
        number = numbers.parse(written)
    except numbers.NumberError:
        return (numbers.squash(written) or written,)
    dated, undated = numbers.key(number), numbers.work_key(number)
    exact = numbers.compact(dated), numbers.squash(dated), numbers.squash(undated)
    return tuple(dict.fromkeys((*exact, numbers.compact(undated))))


def reading(text: str) -> tuple[str, ...]:
    """The keys that a query may mean."""
    return numbers.lookup_keys(text)
