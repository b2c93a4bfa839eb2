"""What the API operations of all apps share: parts of lists, and values that a database can hold."""

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any

from django.db.models import QuerySet
from ninja import Field, Path, Schema

MOST = 200
LARGEST = 2**63 - 1
SLUG = r"^[-a-zA-Z0-9_]+$"
NO_NUL = r"^[^\x00]*$"  # a database refuses it
QUARTER = r"^[12][0-9]{3}[Qq][1-4]$"


# Text that a database takes; bounds are set where it is used.
Plain = Annotated[str, Field(pattern=NO_NUL)]
Reason = Annotated[
    Plain,
    Field(max_length=500, description="It goes into the journal.", examples=["示例：按来函调整"]),
]
# Days around which there is room to count quarters and convert time zones.
Day = Annotated[date, Field(ge=date(1900, 1, 1), le=date(2199, 12, 31))]
Id = Annotated[int, Field(ge=1, le=LARGEST)]
Version = Annotated[int, Field(ge=0, le=2**31 - 1, description="The version that you saw.")]
Key = Annotated[str, Field(max_length=60, pattern=SLUG)]
Quarter = Annotated[str, Field(pattern=QUARTER, examples=["2022Q4"])]

# The same in an address.
InPath = Annotated[int, Path(ge=1, le=LARGEST)]
PlanSlug = Annotated[str, Path(max_length=60, pattern=SLUG, examples=["2022-64"])]
BodySlug = Annotated[str, Path(max_length=60, pattern=SLUG, examples=["samr"])]
PathQuarter = Annotated[str, Path(max_length=6, examples=["2022Q4"])]


class Slice(Schema):
    """Which part of a list: `limit` rows from `offset` on."""

    limit: int = Field(50, ge=1, le=MOST)
    offset: int = Field(0, ge=0, le=1_000_000)

    def of(self, rows: Any) -> list[Any]:
        return list(rows[self.offset : self.offset + self.limit])

    def page(
        self, rows: list[Any] | tuple[Any, ...] | QuerySet[Any], record: Callable[[Any], Any]
    ) -> dict[str, Any]:
        """The answer of every list: how many there are, and the records of this part."""
        total = rows.count() if isinstance(rows, QuerySet) else len(rows)
        return {"total": total, "items": [record(row) for row in self.of(rows)]}


class ErrorSentence(Schema):
    """What was wrong, where, and what to do, in both languages; `code` is for programs."""

    code: str = Field(examples=["not_found"])
    zh: str
    en: str
    fields: list[dict[str, Any]] | None = Field(
        None, description="Only with the code `parameters`: each wrong field, and what is wrong."
    )


class ErrorAnswer(Schema):
    """The one form of every error."""

    error: ErrorSentence
