"""What a standard demands (条款): each sentence classed, each limit read.

classify(sentence, language, place=Place()) → Modality   要求, 指示, 推荐, 允许, 能, 可能, 陈述
extract(sentence, language, place=Place()) → (Limit, …)  characteristic, operator, value, unit …
limits(table, language, place=Place()) → (Limit, …)      the limits of a table
provisions(document) → (Provision, …)                    every sentence, with its address
conflicts(document) → (Conflict, …)                      where the document contradicts itself
to_json, limit_to_json, conflict_to_json                 plain values; numbers stay text

All offsets are those of the text that the sentence was cut from (`sentences(text)`).
"""

from guiju.core.drafting.provisions.classifying import classify
from guiju.core.drafting.provisions.conflicts import conflicts
from guiju.core.drafting.provisions.documents import provisions
from guiju.core.drafting.provisions.extracting import extract
from guiju.core.drafting.provisions.model import (
    Conflict,
    Interval,
    Limit,
    Modality,
    ModalWord,
    Place,
    Provision,
)
from guiju.core.drafting.provisions.outputs import conflict_to_json, limit_to_json, to_json
from guiju.core.drafting.provisions.tables import limits

__all__ = [
    "Conflict",
    "Interval",
    "Limit",
    "ModalWord",
    "Modality",
    "Place",
    "Provision",
    "classify",
    "conflict_to_json",
    "conflicts",
    "extract",
    "limit_to_json",
    "limits",
    "provisions",
    "to_json",
]
