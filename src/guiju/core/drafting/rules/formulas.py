"""Q01: formulas (数学公式)."""

import re
from collections.abc import Iterator
from typing import Any

from guiju.core.documents.model import Formula, Paragraph, Term
from guiju.core.documents.walking import Path, plain
from guiju.core.drafting.finding import Finding
from guiju.core.drafting.rulebook import any_word
from guiju.core.drafting.rules.context import Context
from guiju.core.drafting.rules.registry import checks, rule


@checks("Q01")
def formulas(context: Context) -> Iterator[Finding]:
    """Numbered without gaps, symbols of quantities explained under 式中."""
    expected: dict[str, int] = {}
    inside = {id(block) for _, term in context.terms for block in term.blocks}
    for path, one in context.blocks:
        if (
            not isinstance(one, Formula)
            or id(one) in inside
            or not path
            or path[0].kind == "foreword"
        ):
            continue
        yield from _number(path, one, expected, context)
        if re.search(r"[\u4e00-\u9fff]", one.linear):
            yield _at(one, "words")
        elif not _is_explained(path, one, context):
            yield _at(one, "where", label=one.label)


def _number(
    path: Path, one: Formula, expected: dict[str, int], context: Context
) -> Iterator[Finding]:
    prefix = f"{path[0].label}." if path[0].kind == "annex" else ""
    if not one.label:
        if not context.is_old:
            yield _at(one, "unnumbered")
        return
    found = re.fullmatch(re.escape(prefix) + r"(\d+)", one.label)
    if found:
        wanted = expected.get(prefix, 0) + 1
        if int(found[1]) != wanted:
            yield _at(one, "gap", label=one.label, expected=f"{prefix}{wanted}")
        expected[prefix] = int(found[1])


def _is_explained(path: Path, one: Formula, context: Context) -> bool:
    """式中 follows, or follows the formulas beside this one."""
    if not re.search(r"[A-Za-zα-ωΑ-Ω]", one.linear):
        return True
    blocks = path[-1].blocks
    if one not in blocks:
        return True  # in a list, a table or an example: the text around it tells
    behind = blocks[blocks.index(one) + 1 :]
    where = any_word("where", context.language)
    return any(
        isinstance(block, Paragraph | Term) and where.search(plain(block)) for block in behind
    )


def _at(one: Formula, say: str, **values: Any) -> Finding:
    return rule("Q01")(None, say, address=one.address, line=one.line, **values)
