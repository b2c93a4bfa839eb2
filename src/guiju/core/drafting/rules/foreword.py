"""F03–F05, F07–F11: the foreword and its fixed statements (前言)."""

import re
from collections.abc import Iterator
from functools import cache

from guiju.core.documents.model import Figure, Formula, Table
from guiju.core.drafting.finding import Finding
from guiju.core.drafting.rulebook import any_word, is_phrase, phrases, squeezed, words
from guiju.core.drafting.rules.context import Context
from guiju.core.drafting.rules.places import Place
from guiju.core.drafting.rules.quoting import is_quoted
from guiju.core.drafting.rules.registry import checks, rule
from guiju.core.drafting.sentences import sentences

_DEMANDS = ("requirement", "recommendation")


@checks("F03")
def nothing_but_facts(context: Context) -> Iterator[Finding]:
    """No provisions, figures, tables or formulas, no numbers of clauses."""
    for path, block in context.blocks:
        if path and path[0].kind == "foreword" and isinstance(block, Figure | Table | Formula):
            yield rule("F03")(None, "block", address=block.address, line=block.line)
    for path in context.paths:
        if path[0].kind == "foreword" and path[-1].label:
            one = path[-1]
            yield rule("F03")(None, "numbered", address=one.address, part="title", line=one.line)
    for said, word in context.provisions():
        place = said.place
        if place.zone != "foreword" or place.role != "text" or word.kind not in _DEMANDS:
            continue
        if _statement(place.content, context) is None and not is_quoted(place.content, word.start):
            yield rule("F03")(place, "modal", (word.start, word.end), word=word.text)


@checks("F04")
def order_of_statements(context: Context) -> Iterator[Finding]:
    """Basis, parts, replaced documents, adoption, patents, 提出 and 归口, drafters, history."""
    last = -1
    for place in _foreword(context):
        at = _statement(place.content, context)
        if at is None:
            continue
        if at < last:
            before = words("foreword_order")[last]
            here = words("foreword_order")[at]
            yield rule("F04")(
                place, "order", (0, len(place.content)),
                zh=here["zh"], en=here["en"], before_zh=before["zh"], before_en=before["en"],
            )  # fmt: skip
        last = max(last, at)


@checks("F05")
def drafting_basis(context: Context) -> Iterator[Finding]:
    """The statement of the rules that were followed, word for word."""
    name = "basis_2009" if context.is_old else "basis"
    mark = any_word("basis_marks", context.language)
    found = False
    for place in _foreword(context):
        for one in sentences(place.text):
            if not mark.search(one.text) or not any_word("basis_standard").search(one.text):
                continue
            found = True
            if not is_phrase(one.text, name, context.language):
                mend = phrases(name, context.language)[0] if _is_plain(one.text) else None
                yield rule("F05")(place, "other", (one.start, one.end), mend=mend)
    if not found and (section := next(context.top("foreword"), None)):
        yield rule("F05")(None, "missing", address=section.address, part="title", line=section.line)


def _is_plain(text: str) -> bool:
    """It names GB/T 1.1 alone, so that the fixed sentence says the same."""
    return len(re.findall(r"GB/T", text)) == 1


@checks("F07")
def patents(context: Context) -> Iterator[Finding]:
    """That contents may be patented, in the fixed words; in a draft's comments another line."""
    mark = any_word("patent_marks", context.language)
    there = [
        one
        for one in (*_foreword(context), *context.in_zone("introduction"))
        if mark.search(one.content)
    ]
    known = [one for one in there if one.zone == "introduction"]
    stated = [one for one in there if one.zone == "foreword"]
    for place in stated:
        if not is_phrase(place.content, "patents", context.language) and not known:
            yield rule("F07")(
                place, "other", (0, len(place.content)),
                mend=phrases("patents", context.language)[0],
            )  # fmt: skip
    section = next(context.top("foreword"), None)
    if section and not there and not context.is_old:
        yield rule("F07")(None, "missing", address=section.address, part="title", line=section.line)


@checks("F08")
def proposers(context: Context) -> Iterator[Finding]:
    """Who proposed and who is in charge; names separated by 、 and closed by 。"""
    said = [
        one
        for one in _foreword(context)
        if any_word("custody", context.language).search(one.content)
    ]
    section = next(context.top("foreword"), None)
    if section and not said and context.mode != "draft":
        yield rule("F08")(None, "missing", address=section.address, part="title", line=section.line)
    if context.language != "zh":
        return
    marks = any_word("names_follow")
    for place in _foreword(context):
        text = place.content.rstrip()
        found = marks.search(text)
        if not found or place.role != "text":
            continue
        for comma in re.finditer(r"[，,；;](?!\s*Ltd)", text[found.end() :]):
            at = found.end() + comma.start()
            yield rule("F08")(place, "comma", (at, at + 1), mend="、")
        if not text.endswith(("。", "：", ":")):
            yield rule("F08")(place, "stop", (len(text), len(text)), mend="。")


@checks("F09")
def replaced(context: Context) -> Iterator[Finding]:
    """What is replaced, and the main technical changes, in the fixed words."""
    meta = context.document.meta
    said = [
        one
        for one in _foreword(context)
        if any_word("replacing", context.language).search(squeezed(one.content, context.language))
    ]
    section = next(context.top("foreword"), None)
    if meta.replaces and section and not said:
        yield rule("F09")(
            None, "missing", address=section.address, part="title", line=section.line,
            numbers="、".join(meta.replaces),
        )  # fmt: skip
    for place in said:
        if context.is_old or is_phrase(place.content, "replaces", context.language):
            continue
        if not context.adopts:
            yield rule("F09")(place, "other", (0, len(place.content)))


@checks("F10")
def history(context: Context) -> Iterator[Finding]:
    """The history of editions has its fixed lead."""
    mark = any_word("history_marks", context.language)
    name = "history_2009" if context.is_old else "history"
    for place in _foreword(context):
        if mark.search(place.content) and place.role == "text":
            lead = re.split(r"(?<=[：:])", place.content)[0]
            if not is_phrase(lead, name, context.language):
                mend = (
                    phrases(name, context.language)[0]
                    if lead.rstrip().endswith(("：", ":"))
                    else None
                )
                yield rule("F10")(place, "other", (0, len(lead)), mend=mend)


@checks("F11")
def comments_on_a_draft(context: Context) -> Iterator[Finding]:
    """The cover of a draft out for comment asks for patents."""
    stage = context.document.meta.stage
    if context.mode == "draft" and any_word("comment_stages").search(stage):
        everything = squeezed("".join(one.content for one in context.places), context.language)
        if (
            squeezed(phrases("patents_draft", context.language)[0], context.language)
            not in everything
        ):
            yield rule("F11")(None, "missing", stage=stage)


def _foreword(context: Context) -> Iterator[Place]:
    return (one for one in context.in_zone("foreword") if one.role == "text")


def _statement(text: str, context: Context) -> int | None:
    """Which of the ordered statements it is."""
    found = squeezed(text, context.language)
    for at, pattern in enumerate(_statements(context.language)):
        if pattern is not None and pattern.search(found):
            return at
    return None


@cache
def _statements(language: str) -> tuple[re.Pattern[str] | None, ...]:
    rows = words("foreword_order")
    return tuple(
        re.compile(row["signs"][language], re.I) if language in row["signs"] else None
        for row in rows
    )
