"""The words of international numbers, as `rulebook/issuers` has them, ready to look up.

Keys are in upper case without spaces; several spellings lead to one word.
"""

from typing import Any

from guiju.core.codes.tables import read_table

_WORDS: dict[str, Any] = read_table("international_words.yaml", "issuers")
_BODIES: dict[str, list[dict[str, Any]]] = read_table("international.yaml", "issuers")


def _spellings(rows: list[dict[str, Any]]) -> dict[str, str]:
    return {
        spelling.upper(): row["code"]
        for row in rows
        for spelling in (row["code"], *row.get("also", ()))
    }


LEVELS: dict[str, str] = {row["code"]: row["level"] for rows in _BODIES.values() for row in rows}
LEADERS = frozenset({"ISO", "IEC", "CISPR"})
PUBLISHERS = _spellings([row for row in _BODIES["bodies"] if row["code"] in LEADERS]) | _spellings(
    _BODIES["partners"]
)
TYPES = _spellings(_WORDS["types"])
STAGES = _spellings(_WORDS["stages"])
SUFFIXES = _spellings(_WORDS["suffixes"])
LANGUAGES = {row["letter"]: row["code"] for row in _WORDS["languages"]}
LETTERS = {code: letter for letter, code in reversed(LANGUAGES.items())}
PAPERS = _spellings(_WORDS["papers"])
PAPER_URNS: dict[str, str] = {row["code"]: row["urn"] for row in _WORDS["papers"]}
DOCUMENTS = _spellings(_WORDS["documents"])
ALL_PARTS: list[str] = _WORDS["all_parts"]
NAMED: list[str] = [str(name) for name in _WORDS["named"]]
SUPPLEMENT_URNS: dict[str, str] = {row["code"]: row["urn"] for row in _WORDS["supplements"]}


def _draft_types() -> dict[str, tuple[str, str]]:
    """DTR, PDTS, FDIS of a type: the stage and the type."""
    return {
        (draft["prefix"] + kind["code"]).upper(): (draft["as"], kind["code"])
        for draft in _WORDS["drafts"]
        for kind in _WORDS["types"]
        if kind.get("draft")
    }


def _supplement_words() -> dict[str, tuple[str, str]]:
    """AMD, DAM, CDAMD, PDCOR …: the kind and the stage."""
    found: dict[str, tuple[str, str]] = {}
    for row in _WORDS["supplements"]:
        for spelling in {row["code"], row["short"], *row.get("also", ())}:
            word = spelling.upper()
            for stage in STAGES:
                found[stage + word] = (row["code"], STAGES[stage])
            for draft in _WORDS["drafts"]:
                found.setdefault(draft["prefix"] + word, (row["code"], draft["as"]))
            if word not in {"AM"}:
                found[word] = (row["code"], "")
    return found


def _supplement_prints() -> dict[tuple[str, str], str]:
    """How ISO prints the word of a supplement: Amd, DAM, FDCOR, DSuppl, CD Amd."""
    found: dict[tuple[str, str], str] = {}
    for row in _WORDS["supplements"]:
        found[row["code"], ""] = row["code"]
        for stage in STAGES.values():
            found[row["code"], stage] = f"{stage} {row['code']}"
        for draft in _WORDS["drafts"]:
            if draft["print"]:
                found[row["code"], draft["as"]] = draft["prefix"] + row["short"]
    return found


DRAFT_TYPES = _draft_types()
SUPPLEMENTS = _supplement_words()
SUPPLEMENT_PRINTS = _supplement_prints()
JOINED_STAGES = frozenset(row["as"] for row in _WORDS["drafts"] if row["print"])
