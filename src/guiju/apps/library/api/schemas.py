"""The shapes in which the API tells of texts."""

from typing import Any, Literal

from ninja import Field, Schema

from guiju.apps.catalogue.api.standard_schemas import State, Words


class StandardText(Schema):
    """A text of a standard in one language."""

    id: int
    number: str
    display: str
    language: str
    version: int
    state: Literal["draft", "published", "superseded", "withdrawn"]
    title: str
    is_open: bool = Field(description="The public may read all of it.")
    format: str
    digest: str = Field(description="SHA-256 of the file as handed in.")
    added: str
    published: str | None


class StandardTextPage(Schema):
    """A part of the list, and how many there are."""

    total: int
    items: list[StandardText]


class PassageFound(Schema):
    """Where the words stand: places are offsets into the title and into the snippet."""

    title_places: list[tuple[int, int]]
    snippet: str
    snippet_places: list[tuple[int, int]]
    modality: list[str] = Field(description="The kinds of its sentences.")


class PassageRow(Schema):
    """A clause, term, table, figure or formula."""

    number: str
    display: str
    language: str
    address: str
    kind: str
    label: str
    title: str
    text: str
    state: State = Field(description="Of the edition on the day.")
    url: str
    found: PassageFound | None = Field(None, description="Only with q.")


class PassagePage(Schema):
    """A part of the passages in reading order, or of those found, and how many there are.

    Only with `q` there are `facets`: how many each value of a filter would leave.
    """

    total: int
    items: list[PassageRow]
    facets: dict[str, dict[str, int]] | None = None


class Above(Schema):
    """A section, table, list or note in which a passage stands."""

    address: str
    kind: str
    label: str
    title: str


class PassageDetail(Schema):
    """What stands at an address, where it stands, and whether it is in force."""

    number: str
    display: str
    language: str
    version: int
    address: str
    kind: str
    label: str
    title: str
    text: str
    heads: list[str] = Field(description="Of a cell: the heads of its column and its row.")
    context: list[Above] = Field(description="What it stands in, the outermost first.")
    on: str
    state: State = Field(description="Of the edition on the day.")
    url: str


class FindingRow(Schema):
    """What breaks a rule of drafting, and where: offsets into the text of the address."""

    rule: str
    severity: Literal["E", "W", "I"]
    clause: str
    line: int
    basis: str
    message: Words
    hint: Words
    address: str
    part: str
    start: int
    end: int
    mend: str | None


class Findings(Schema):
    """The check of a text for a purpose on a day."""

    number: str
    language: str
    version: int
    mode: str
    on: str
    errors: int
    warnings: int
    remarks: int
    off: dict[str, str] = Field(description="Rules that are left out, each with its reason.")
    findings: list[FindingRow]


class ProvisionPage(Schema):
    """A part of the provisions, as `guiju document provisions --json` prints them."""

    total: int
    items: list[dict[str, Any]]


class ComparisonAnswer(Schema):
    """What changed, as `guiju document compare --json` prints it."""

    summary: dict[str, Any]
    clauses: list[dict[str, Any]]
    tables: list[dict[str, Any]]
    terms: list[dict[str, Any]]
    references: list[dict[str, Any]]
    limits: list[dict[str, Any]]
    requirements: list[dict[str, Any]]


class TermPlace(Schema):
    """Where a definition stands."""

    number: str
    display: str
    address: str
    status: str
    sources: list[str]


class DefinitionRow(Schema):
    """A definition, where it stands, and what else is called so."""

    definition: str
    entries: list[TermPlace]
    others: list[str] = Field(description="Other terms with the same definition.")


class RegisteredTerm(Schema):
    """A term with all its definitions."""

    term: str
    language: str
    definitions: list[DefinitionRow]


class TermPage(Schema):
    """A part of the terms, and how many there are."""

    total: int
    items: list[RegisteredTerm]
