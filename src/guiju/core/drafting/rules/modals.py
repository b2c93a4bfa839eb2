"""M01–M06: the words of provisions (条款的能愿动词)."""

import re
from collections.abc import Iterator

from guiju.core.drafting.finding import Finding
from guiju.core.drafting.rulebook import any_word, words
from guiju.core.drafting.rules.context import Context, Said
from guiju.core.drafting.rules.places import Place
from guiju.core.drafting.rules.quoting import is_quoted, quoted
from guiju.core.drafting.rules.registry import checks, rule

_OUTSIDE = ("foreword", "introduction", "contents", "bibliography", "index", "normative-references")
_ROLES = ("text", "item", "cell", "note", "example", "footnote", "table-footnote", "key")
_ADDITIONAL = ("note", "example", "footnote")
_DEMANDS = ("requirement", "instruction", "recommendation", "permission")


def _provisions(context: Context) -> Iterator[Place]:
    return (one for one in context.places if one.zone not in _OUTSIDE and one.role in _ROLES)


def _found(place: Place, form: dict[str, str]) -> Iterator[re.Match[str]]:
    """Where the form stands outside quotations."""
    spans = quoted(place.content)
    for found in re.finditer(form["pattern"], place.content):
        if not any(start <= found.start() < end for start, end in spans):
            yield found


@checks("M01")
def forbidden_words(context: Context) -> Iterator[Finding]:
    """必须 is 应, 不得 and 禁止 are 不应."""
    for place in _provisions(context):
        for form in words("forbidden_modals")[context.language]:
            for found in _found(place, form):
                yield rule("M01")(
                    place, "forbidden", found.span("word"), mend=form.get("mend"),
                    word=found["word"], wanted=form["wanted"],
                )  # fmt: skip


@checks("M02")
def demanded_effort(context: Context) -> Iterator[Finding]:
    """尽量, 考虑, 避免 and the like do not go with 应."""
    for place in _provisions(context):
        for form in words("weak_words")[context.language]:
            for found in _found(place, form):
                yield rule("M02")(
                    place, "weak", found.span("word"), mend=form["mend"],
                    word=found["word"], weak=found["weak"],
                )  # fmt: skip


@checks("M03")
def demanded_as_a_rule(context: Context) -> Iterator[Finding]:
    """通常, 一般, 原则上 do not go with 应."""
    for place in _provisions(context):
        for form in words("general_words")[context.language]:
            for found in _found(place, form):
                yield rule("M03")(
                    place, "general", found.span("word"), mend=form["mend"],
                    word=found["word"], weak=found["weak"],
                )  # fmt: skip


@checks("M04")
def who_and_what(context: Context) -> Iterator[Finding]:
    """People keep to (遵守), things conform (符合)."""
    for place in _provisions(context):
        for form in words("keep_or_conform"):
            for found in _found(place, form):
                yield rule("M04")(
                    place, "mixed", found.span("word"), mend=form["mend"],
                    word=found["word"], wanted=form["mend"], who=found["who"],
                )  # fmt: skip


@checks("M05")
def provisions_in_their_place(context: Context) -> Iterator[Finding]:
    """Notes, examples, footnotes, 概述 and informative annexes only tell facts."""
    for said, one in context.provisions():
        where = _where_not(said, one.kind, context) if one.kind in _DEMANDS else ""
        if where and not is_quoted(said.place.content, one.start):
            yield rule("M05")(said.place, where, (one.start, one.end), word=one.text)
    yield from _general_titles(context)


def _where_not(said: Said, kind: str, context: Context) -> str:
    place = said.place
    if place.zone in ("foreword", "introduction", "scope", "bibliography"):
        return ""
    if place.role in _ADDITIONAL:
        return "additional" if kind in ("requirement", "instruction") else "additional_weak"
    if place.is_informative_annex and place.role in ("text", "item"):
        return "informative_annex" if kind == "requirement" else ""
    titles = words("clauses_of_facts")[context.language]
    if (
        place.path
        and place.path[-1].title.content.strip() in titles
        and place.role in ("text", "item")
    ):
        return "overview"
    return ""


def _general_titles(context: Context) -> Iterator[Finding]:
    """通用要求 holds requirements alone, 通则 at least one."""
    titles = words("general_titles")[context.language]
    for path in context.paths:
        kind = titles.get(path[-1].title.content.strip())
        if kind is None:
            continue
        here = [
            one for one in context.said
            if path[-1] in one.place.path and one.place.role in ("text", "item", "cell")
        ]  # fmt: skip
        if here and not any(one.modality.kind == "requirement" for one in here):
            one = path[-1]
            yield rule("M05")(
                None, "no_requirement", address=one.address, part="title", line=one.line,
                title=one.title.content,
            )  # fmt: skip


@checks("M06")
def vague_words(context: Context) -> Iterator[Finding]:
    """A requirement says how much: 适当, 足够 or 及时 cannot be verified."""
    vague = any_word("vague_words", context.language)
    for said in context.said:
        place = said.place
        if (
            said.modality.kind != "requirement"
            or place.zone in _OUTSIDE
            or place.role in _ADDITIONAL
        ):
            continue
        for found in vague.finditer(said.sentence.text):
            if said.sentence.text[: found.start()].lower().endswith(("as ", "where ")):
                continue  # as appropriate: it asks for nothing vague
            at = said.sentence.start + found.start()
            yield rule("M06")(place, "vague", (at, at + len(found[0])), word=found[0])
