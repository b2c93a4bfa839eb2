"""Which text an operation speaks of."""

from datetime import date
from typing import Annotated, Literal

from ninja import Field, Schema

from guiju.apps.accounts.views.parts import language
from guiju.apps.catalogue.selectors.standard import asked_for
from guiju.apps.library.models import Text
from guiju.apps.library.selectors.texts import Asked, text_for
from guiju.web.request import Request
from guiju.web.schemas import NO_NUL, Day

Language = Literal["zh", "en"]
Address = Annotated[
    str,
    Field(
        max_length=200,
        pattern=NO_NUL,
        description="A clause or term is its number, an item 5.4/b, a note 5.4/note-1, a table "
        "table-1, a cell table-1/r3/c2, a formula formula-3, a sentence 5.4/p1/s2.",
        examples=["5.4"],
    ),
]
Number = Annotated[
    str,
    Field(
        max_length=240,
        pattern=NO_NUL,
        description="In any way of writing; without a year it means the edition in force.",
        examples=["T/EXAMPLE 1-2026"],
    ),
]


class TextAsked(Schema):
    """A text of a standard: the published one in this language."""

    number: Number
    language: Language | None = Field(None, description="Chinese first if left out.")
    version: int = Field(0, ge=0, le=2**31 - 1, description="The one that counts if left out.")
    on: Day | None = None

    def text(self, request: Request) -> Text:
        """The text, if the caller may read it."""
        edition = asked_for(request.viewer, self.number.strip(), self.day(request)).edition
        asked = Asked(language=self.language or "", version=self.version)
        return text_for(request.viewer, edition, asked, prefer=language()[:2])

    def day(self, request: Request) -> date:
        return self.on or request.viewer.today
