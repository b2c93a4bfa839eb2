"""The sources of records (数据来源), as the rulebook names them or as the user does."""

import re
from functools import cache
from typing import Any

from guiju.apps.catalogue.models import Source
from guiju.core.codes.tables import read_table

UNKNOWN_RANK = 100
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def source_of(slug: str, name: str = "") -> Source:
    """The source of that address name, made on first use."""
    known = _known().get(slug, {})
    found, _ = Source.objects.get_or_create(
        slug=slug,
        defaults={
            "name_zh": known.get("zh", name or slug),
            "name_en": known.get("en", name or slug),
            "url": known.get("url", ""),
            "rank": known.get("rank", UNKNOWN_RANK),
        },
    )
    return found


def slug_for(format: str, file_name: str) -> str:
    """The source of a file of which nobody said whose it is: by its format, else its own name."""
    by_format: str | None = read_table("sources.yaml")["formats"].get(format)
    return by_format or as_slug(file_name) or "file"


def as_slug(name: str) -> str:
    """A name in the letters of an address; nothing where it has none of these."""
    return _NOT_SLUG.sub("-", name.lower())[:60].strip("-")


@cache
def _known() -> dict[str, dict[str, Any]]:
    return {row["slug"]: row for row in read_table("sources.yaml")["sources"]}
