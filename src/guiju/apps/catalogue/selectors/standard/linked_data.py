"""One standard as linked data (关联数据): JSON-LD in the words of schema.org."""

from collections.abc import Callable, Iterable
from typing import Any

from guiju.apps.catalogue.selectors.standard.arrows import Arrow
from guiju.apps.catalogue.selectors.standard.page import Standard
from guiju.apps.catalogue.selectors.standard.shown import Shown
from guiju.core.codes.words import word

Address = Callable[[str], str]
"""From a number to the whole address of its page."""

_LANGUAGES = {"zh": "zh-Hans"}


def linked_data(one: Standard, address: Address) -> dict[str, Any]:
    """What is not known is left out."""
    edition, record = one.edition, one.record
    found = {
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "@id": address(edition.key),
        "url": address(edition.key),
        "identifier": _identifiers(one),
        "name": _texts(record.titles),
        "abstract": _texts(record.abstracts),
        "datePublished": edition.issued,
        "temporalCoverage": f"{edition.effective}/.." if edition.effective else "",
        "creativeWorkStatus": word("state", one.status.state).en,
        "inLanguage": list(record.languages),
        "keywords": list(record.keywords),
        "creditText": one.citation.text,
        "exampleOfWork": {"@type": "CreativeWork", "identifier": edition.work.key},
        "publisher": [
            {"@type": "Organization", "name": row.written}
            for row in one.bodies
            if row.role in ("issuer", "publisher")
        ],
        "about": [
            {
                "@type": "DefinedTerm",
                "termCode": row.code,
                **({"name": row.name.en} if row.name.en else {}),
                "inDefinedTermSet": row.scheme.upper(),
            }
            for row in one.codes
        ],
        "isBasedOn": _links([row.other for row in one.adopts], address),
        "citation": _links([row.other for row in one.cites], address),
        "correction": _links(one.amendments, address),
        "isPartOf": _links(_targets(one.arrows, "part_of"), address),
    }
    return {name: value for name, value in found.items() if value}


def _identifiers(one: Standard) -> list[str]:
    others = [text for _, text in one.record.other_numbers]
    return list(dict.fromkeys([one.edition.key, one.edition.display, *others]))


def _texts(by_language: Any) -> list[dict[str, str]]:
    return [
        {"@language": _LANGUAGES.get(language, language), "@value": text}
        for language, text in by_language.items()
    ]


def _targets(rows: Iterable[Arrow], kind: str) -> list[Shown]:
    return [row.other for row in rows if row.type == kind and row.outgoing]


def _links(rows: Iterable[Shown], address: Address) -> list[dict[str, str]]:
    return [
        {"@type": "CreativeWork", "identifier": row.key}
        | ({"@id": address(row.key)} if row.known else {})
        for row in rows
    ]
