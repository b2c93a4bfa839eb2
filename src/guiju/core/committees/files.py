"""The rules of committees as the rulebook has them (委员会规则)."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from importlib import resources
from typing import Any

import yaml

from guiju.core.errors import Bilingual


@dataclass(frozen=True, slots=True)
class Office:
    """An office in a committee (职务): does it vote, is it of the secretariat?"""

    id: str
    title: Bilingual
    votes: bool
    secretariat: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule of composition (组成规则); `limits` by kind, other kinds it does not bind."""

    id: str
    measure: str
    way: str
    limits: dict[str, Fraction]
    owners: tuple[str, ...]
    severity: str
    since: date
    until: date | None
    basis: str
    confidence: str
    sentence: Bilingual


@cache
def table(name: str) -> dict[str, Any]:
    """A file of rulebook/committees."""
    file = resources.files("guiju.rulebook") / "committees" / f"{name}.yaml"
    found: dict[str, Any] = yaml.safe_load(file.read_text("utf-8"))
    return found


@cache
def offices() -> dict[str, Office]:
    """Every office, in the order in which a list of members shows them."""
    return {
        key: Office(key, Bilingual(*one["title"]), bool(one.get("votes")), bool(one.get("secretariat")))
        for key, one in table("offices")["offices"].items()
    }  # fmt: skip


def voting() -> tuple[str, ...]:
    """The offices of members (委员): they count and they vote."""
    return tuple(one.id for one in offices().values() if one.votes)


def secretariat() -> tuple[str, ...]:
    """The offices that act for the committee (秘书处)."""
    return tuple(one.id for one in offices().values() if one.secretariat)


def sides() -> dict[str, Bilingual]:
    """Whom a member speaks for (代表方)."""
    return {key: Bilingual(*words) for key, words in table("offices")["sides"].items()}


def moves(state: str) -> tuple[str, ...]:
    """The states that may follow a state by an act of the authority."""
    return tuple(table("offices")["moves"].get(state, ()))


@cache
def title_words() -> dict[str, int]:
    """Words in professional titles with their level (职称)."""
    return {word: level for level, row in table("offices")["titles"].items() for word in row}


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule of composition."""
    file = table("composition")
    return tuple(
        Rule(
            id=one["id"],
            measure=one["measure"],
            way=one["way"],
            limits={kind: Fraction(limit) for kind, limit in one["limit"].items()},
            owners=tuple(one.get("owners", ())),
            severity=one["severity"],
            since=one["since"],
            until=one.get("until"),
            basis=one.get("basis", file["basis"]),
            confidence=one["confidence"],
            sentence=Bilingual(one["zh"], one["en"]),
        )
        for one in file["rules"]
    )
