"""Where a cross-reference leads (引用目标), and the words that stand for it."""

from typing import Literal, NamedTuple

from guiju.core.documents.structure.words import words

TargetKind = Literal["section", "annex", "table", "figure", "formula", "term", "standard", "entry"]


class Target(NamedTuple):
    """`label` is its number, or the number of the standard; `address` that of the tree."""

    kind: TargetKind
    label: str
    address: str = ""


def shown(target: Target, language: str) -> str:
    """第5章, 5.2, 附录A, 表1 …, as the language of the document says it."""
    label = target.label
    if target.kind in ("standard", "term", "formula"):
        return label
    if target.kind == "entry":
        return f"[{label}]"
    if target.kind == "section":
        if "." in label or not label:
            return label
        return f"第{label}章" if language == "zh" else f"Clause {label}"
    group = ("annex", "word") if target.kind == "annex" else ("blocks", target.kind)
    word = word_of(*group, language)
    return f"{word}{label}" if language == "zh" else f"{word} {label}"


def word_of(group: str, name: str, language: str) -> str:
    """The first word of the rulebook in this language."""
    every = [one for one in words(group, name) if one.isascii() == (language != "zh")]
    named = [one for one in every if one.isalpha()] or every
    return min(named, key=lambda one: (one in ("Appendix", "Equation", "式", "例"), len(one)))
