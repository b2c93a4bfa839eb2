"""The words of the rulebook as patterns (能愿动词表), made once."""

import re
from functools import cache
from typing import Any, NamedTuple, cast

from guiju.core.codes.tables import read_table
from guiju.core.drafting.provisions.model import Kind, Usage
from guiju.core.patterns import either, own_words

_KINDS = ("requirement", "recommendation", "permission", "capability", "possibility")


class Word(NamedTuple):
    """A modal word of the table."""

    kind: Kind
    usage: Usage
    negative: bool


class Modals(NamedTuple):
    """What a language's modal words are, what only looks like one, and what does so and is one."""

    words: dict[str, Word]
    pattern: re.Pattern[str]
    traps: tuple[re.Pattern[str], ...]
    no_traps: re.Pattern[str] | None


class Imperatives(NamedTuple):
    """How a sentence without a modal word shows that it is an instruction."""

    zh: re.Pattern[str]
    zh_anywhere: re.Pattern[str]
    statement: re.Pattern[str]
    titles: re.Pattern[str]
    no_titles: re.Pattern[str]
    en: re.Pattern[str]


@cache
def table() -> dict[str, Any]:
    """`rulebook/drafting/modality.yaml`."""
    return cast("dict[str, Any]", read_table("modality.yaml", "drafting"))


def _words(kinds: dict[str, Any]) -> dict[str, Word]:
    return {
        word: Word(cast("Kind", kind), cast("Usage", usage), sense == "negative")
        for kind in _KINDS
        for usage, senses in kinds[kind].items()
        for sense, words in senses.items()
        for word in words
    }


@cache
def chinese() -> Modals:
    words = _words(table()["zh"])
    literal = {word for group in table()["zh_traps"].values() for word in group}
    return Modals(
        words,
        re.compile(either(words)),
        (re.compile(either(literal)), *map(re.compile, table()["zh_trap_patterns"])),
        re.compile("|".join(table()["zh_no_traps"])),
    )


@cache
def english() -> Modals:
    """Words part with any space; `…` stands for a few words between (`no … is required`)."""
    words = _words(table()["en"])
    apart = [
        rf"{first[0]}(?<!\w{first[0]}){first[1:].strip()}\s+(?:[\w-]+\s+){{1,6}}{re.escape(last.strip())}(?!\w)"
        for first, last in (word.split("…") for word in sorted(words) if "…" in word)
    ]
    ways = [*apart, *own_words(word for word in words if "…" not in word)]
    written = "|".join(ways).replace("'", "['’]")
    return Modals(
        words,
        re.compile(rf"(?:{written})(?!-)"),
        tuple(map(re.compile, table()["en_traps"])),
        None,
    )


@cache
def imperatives() -> Imperatives:
    own = table()["imperative"]
    lead = (
        r"(?:[（(]?(?:[a-z]|\d{1,2})[)）.、]\s*|——\s*|[①-⑳]\s*)?"
        r"(?:(?:首先|然后|再|先|接着|随后|最后|分别|同时|之后|必要时|需要时|如需要|另)，?)*"
    )
    after = rf"(?!{either(own['no_verb_before'])})"
    negative = rf"(?:{either(own['negative'])})?"
    verbs = "|".join(own["en"])
    conditions = r"(?:(?:if|when|while|after|before|for|in|at|on|during|with|unless|where|once|using|to|by|from)\b[^.;]{1,120}?,\s*)?"
    return Imperatives(
        zh=re.compile(rf"{lead}{negative}(?:{either(own['zh'])}){after}"),
        zh_anywhere=re.compile(
            rf"{lead}(?:(?:{either(own['negative'])})(?=[\u4e00-\u9fff])|(?:{either(own['anywhere'])}){after})"
        ),
        statement=re.compile(either(own["statement"])),
        titles=re.compile(
            either(own["titles"])
            + r"|test|procedure|method|sampling|preparation|measurement|operation|determination|calibration|instruction|installation",
            re.IGNORECASE,
        ),
        no_titles=re.compile(either(own["no_titles"]), re.IGNORECASE),
        en=re.compile(
            rf"(?:[a-z0-9]{{1,2}}\)\s*|—\s*)?{conditions}(?:(?:then|next|carefully|immediately|gently|finally|first|also|always|please|and|slowly),?\s+)*"
            rf"(?!(?:{'|'.join(own['en_not'])})\b)(?:{verbs})\b(?!\s*[:=-])",
            re.IGNORECASE,
        ),
    )
