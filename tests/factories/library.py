"""Texts of standards for tests, through the real doors.

text()                            the sample of 2026 in Chinese, published and open
text(2025, "en", is_open=False)   another edition, another language
draft()                           the same before it is published
written("GB/T 1-2020", MARKDOWN)  a text of one's own
"""

from importlib.resources import files
from typing import Any

from guiju.apps.catalogue.models import Edition
from guiju.apps.library.models import Text
from guiju.apps.library.services.texts import add_text, publish_text
from guiju.core.records.identity import identity
from guiju.web.viewer import Viewer
from tests.factories import accounts, catalogue

NUMBER = "T/EXAMPLE 1-{year}"
SMALL = """# 1 范围

本文件规定了示例的要求。

# 2 规范性引用文件

本文件没有规范性引用文件。

# 3 术语和定义

## 3.1

示例物 example thing

用于示例的物品。

# 4 要求

示例物的长度应不小于60 mm。
"""


def cataloguer() -> Viewer:
    return accounts.viewer(accounts.seated("cataloguer"))


def edition(number: str) -> Edition:
    """The edition of this number, made where it is missing."""
    found = Edition.objects.filter(key=identity(number).key).first()
    return found or catalogue.edition(number)


def sample(year: int = 2026, language: str = "zh") -> bytes:
    """The sample standard of the rulebook."""
    name = f"bottle-{year}.{language}.md"
    return (files("guiju.rulebook") / "samples" / "documents" / name).read_bytes()


def draft(year: int = 2026, language: str = "zh", **values: Any) -> Text:
    return written(
        NUMBER.format(year=year), sample(year, language), language=language, is_draft=True, **values
    )


def text(year: int = 2026, language: str = "zh", **values: Any) -> Text:
    return written(NUMBER.format(year=year), sample(year, language), language=language, **values)


def written(
    number: str,
    data: bytes | str = SMALL,
    *,
    name: str = "text.md",
    is_draft: bool = False,
    by: Viewer | None = None,
    **values: Any,
) -> Text:
    """A text of an edition, published unless it is to stay a draft."""
    by = by or cataloguer()
    made = add_text(
        edition=edition(number),
        data=data.encode() if isinstance(data, str) else data,
        name=name,
        by=by,
        **{"is_open": True} | values,
    )
    return made if is_draft else publish_text(text=made, by=by)
