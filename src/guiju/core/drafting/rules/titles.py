"""S12–S15: the title of the document (文件名称)."""

import re
from collections.abc import Iterator

from guiju.core.documents.model import Formula, Items, Note
from guiju.core.drafting.finding import Finding
from guiju.core.drafting.rulebook import any_word, words
from guiju.core.drafting.rules.context import Context
from guiju.core.drafting.rules.kinds import kind_of
from guiju.core.drafting.rules.registry import checks, rule

_PART = re.compile(
    r"第\s*([0-9０-９一二三四五六七八九十]+)\s*部分\s*([：:]?)|\bPart\s+([0-9]+|[IVX]+)\b"
)
_DIGITS = "〇一二三四五六七八九十"
_BETWEEN_CHINESE = re.compile(r"(?<=[\u4e00-\u9fff）)])[ \t\u3000]+(?=[\u4e00-\u9fff第（(])")


@checks("S12")
def parts(context: Context) -> Iterator[Finding]:
    """`第n部分：` with an Arabic number, that of the document's own number."""
    own = context.number.parts[0] if context.number and context.number.parts else ""
    for language, text in context.document.meta.titles:
        found = _PART.search(text)
        part = f"title/{language}"
        if not found:
            if own and context.number and context.number.level not in ("international",):
                yield rule("S12")(None, "missing", (len(text), len(text)), part=part, own=own)
            continue
        written = found[1] or found[3]
        value = _value(written)
        if found[1] and (written != str(value) or found[2] != "："):
            mend = f"第{value}部分："
            yield rule("S12")(None, "form", found.span(), part=part, mend=mend, wanted=mend)
        if own and str(value) != own:
            yield rule("S12")(None, "other", found.span(), part=part, own=own, written=written)


def _value(written: str) -> int:
    if written.isdecimal():
        return int(written)
    if written[0] in "IVX":
        return (["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"].index(written)) + 1
    tens, found, ones = written.partition("十")
    high = (_DIGITS.index(tens) if tens else 1) * 10 if found else 0
    last = ones if found else tens
    return high + (_DIGITS.index(last) if last else 0)


@checks("S13")
def elements_of_the_title(context: Context) -> Iterator[Finding]:
    """At most three elements, a full-width space between them."""
    for language, text in context.document.meta.titles:
        if not language.startswith("zh"):
            continue
        gaps = list(_BETWEEN_CHINESE.finditer(text))
        if len(gaps) > words("most_title_elements") - 1:
            yield rule("S13")(
                None, "many", (0, len(text)), part=f"title/{language}", count=len(gaps) + 1
            )
        for gap in gaps:
            if gap[0] != "\u3000":
                yield rule("S13")(
                    None, "space", gap.span(), part=f"title/{language}", mend="\u3000"
                )


@checks("S14")
def core_of_the_title(context: Context) -> Iterator[Finding]:
    """What the last word of the title promises is there (5.3)."""
    kind = kind_of(context)
    if not kind:
        return
    modal = {one.modality.kind for one in context.said if one.place.zone in ("clause", "annex")}
    body = " ".join(
        path[-1].title.content for path in context.paths if path[0].kind in ("clause", "annex")
    )
    wrong = {
        "vocabulary": not context.terms,
        "guidance": any(_demands(context)),
        "specification": "requirement" not in modal,
        "practice": not (modal & {"requirement", "instruction"}) and not _steps(context),
        "test": not any_word("test_titles", context.language).search(body) and not _steps(context),
    }
    if wrong.get(kind):
        yield rule("S14")(None, kind)
    elif kind == "specification" and not any_word("verification_titles", context.language).search(
        body
    ):
        yield rule("S14")(None, "verification")


def _demands(context: Context) -> Iterator[bool]:
    return (
        one.modality.kind == "requirement"
        for one in context.said
        if one.place.zone == "clause" and one.place.role in ("text", "item")
    )


def _steps(context: Context) -> bool:
    return any(
        isinstance(one, Formula | Items) and not isinstance(one, Note)
        for path, one in context.blocks
        if path and path[0].kind in ("clause", "annex")
    )


@checks("S15")
def category_words(context: Context) -> Iterator[Finding]:
    """A title does not say that it is a standard."""
    for language, text in context.document.meta.titles:
        listed = any_word("category_words", "zh" if language.startswith("zh") else "en").pattern
        ending = r"(?=$|[\s\u3000：:,—])" if language.startswith("zh") else r"(?=$)"
        for found in re.finditer(listed + ending, text, re.I):
            yield rule("S15")(
                None, "category", found.span(), part=f"title/{language}", word=found[0]
            )
