"""D01–D05: adoption of international documents (采用国际标准化文件), GB/T 1.2."""

from collections.abc import Iterator

from guiju.core import numbers
from guiju.core.drafting.finding import Finding
from guiju.core.drafting.rulebook import any_word, is_phrase, squeezed
from guiju.core.drafting.rules.context import Context
from guiju.core.drafting.rules.places import Place
from guiju.core.drafting.rules.registry import checks, rule
from guiju.core.drafting.sentences import sentences


def _degree(context: Context) -> tuple[str, str]:
    """The first number that is adopted, and the degree."""
    adopts = context.document.meta.adopts
    return adopts[0] if adopts else ("", "")


def _texts(context: Context) -> list[Place]:
    return [one for one in context.in_zone("foreword") if one.role in ("text", "item")]


def _says(context: Context, name: str) -> bool:
    pattern = any_word(name, context.language)
    replaced = any_word("replacing", context.language)
    texts = [
        squeezed(one.content, context.language) for one in _texts(context)
        if not replaced.search(one.content)
    ]  # fmt: skip
    titles = [
        squeezed(one.title.content, context.language) for one in context.document.sections
        if one.kind in ("annex", "foreword")
    ]  # fmt: skip
    return any(pattern.search(text) for text in (*texts, *titles))


@checks("D01")
def modified_says_how(context: Context) -> Iterator[Finding]:
    """MOD: differences of structure or technique are stated, with reasons."""
    number, degree = _degree(context)
    if degree == "MOD" and not _says(context, "differences"):
        yield rule("D01")(None, "silent", number=number)
    elif (
        degree == "MOD"
        and _says(context, "technical_differences")
        and not _says(context, "reasons")
    ):
        yield rule("D01")(None, "no_reasons", number=number)


@checks("D02")
def identical_has_no_differences(context: Context) -> Iterator[Finding]:
    """IDT: no differences but minimal editorial ones."""
    number, degree = _degree(context)
    if degree != "IDT":
        return
    pattern = any_word("differences", context.language)
    denied = any_word("no_differences", context.language)
    for place in _texts(context):
        for one in sentences(place.text):
            text = squeezed(one.text, context.language)
            if (
                pattern.search(text)
                and not denied.search(text)
                and not any_word("replacing", context.language).search(text)
            ):
                yield rule("D02")(place, "differs", (one.start, one.end), number=number)


@checks("D03")
def identical_has_both_numbers(context: Context) -> Iterator[Finding]:
    """IDT: the number is a double one."""
    number, degree = _degree(context)
    own, adopted = context.number, numbers.try_read(number)
    if degree != "IDT" or own is None or adopted is None or own.level == "international":
        return
    others = [numbers.try_read(one) for one in context.document.meta.numbers]
    doubles = [*own.adopts, *(one for other in others if other for one in (other, *other.adopts))]
    if not any(numbers.matches(one, adopted, ignoring={"language"}) for one in doubles):
        yield rule("D03")(
            None, "single", number=context.document.meta.number,
            wanted=f"{context.document.meta.number}/{number}",
        )  # fmt: skip


@checks("D04")
def statement_of_the_degree(context: Context) -> Iterator[Finding]:
    """The foreword says the degree in the fixed words."""
    number, degree = _degree(context)
    section = next(context.top("foreword"), None)
    if not degree or section is None:
        return
    name = f"adoption_{degree}"
    found = [
        (place, one) for place in _texts(context) for one in sentences(place.text)
        if any_word("adoption_marks", context.language).search(one.text)
    ]  # fmt: skip
    if any(is_phrase(one.text, name, context.language) for _, one in found):
        return
    if found:
        place, one = found[0]
        yield rule("D04")(place, "other", (one.start, one.end), number=number, degree=degree)
    else:
        yield rule("D04")(
            None, "missing", address=section.address, part="title", line=section.line,
            number=number, degree=degree,
        )  # fmt: skip


@checks("D05")
def no_degree_said(context: Context) -> Iterator[Finding]:
    """Checked as an adoption, the document names what it adopts."""
    if context.mode == "adoption" and not context.adopts:
        yield rule("D05")(None, "none")
