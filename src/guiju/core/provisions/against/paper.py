"""A comparison as a paper (对标表): for XLSX and DOCX."""

from collections.abc import Sequence

from guiju.core.errors import Bilingual
from guiju.core.provisions.against.model import REASONS, RELATIONS, Against, Compared, Side
from guiju.core.provisions.against.summing import sentence, summary
from guiju.core.provisions.explaining.phrases import NONE, names_words, same
from guiju.core.provisions.papers.model import Grid, Paper


def paper_of(found: Sequence[Against], summaries: Sequence[Bilingual] = ()) -> Paper:
    """One rule set against one or several; `summaries` say more than the counts."""
    first = found[0].a if found else ""
    others = "、".join(one.b for one in found)
    return Paper(
        title=Bilingual(f"对标：{first} 与 {others}", f"{first} against {others}"),
        lines=(*(summary(one) for one in found), *summaries),
        grids=tuple(_grid(one) for one in found),
    )


def _grid(found: Against) -> Grid:
    return Grid(
        title=Bilingual(f"与 {found.b}", f"Against {found.b}"),
        heads=(
            Bilingual("指标", "Characteristic"), Bilingual("适用条件", "Condition"),
            same(found.a), Bilingual("条款", "Clause"),
            Bilingual("关系", "Relation"),
            same(found.b), Bilingual("条款", "Clause"),
            Bilingual("说明", "Explanation"),
        ),
        rows=tuple(_row(one, found) for one in found.cases),
        widths=(16, 16, 14, 14, 10, 14, 14, 34),
    )  # fmt: skip


def _row(one: Compared, found: Against) -> tuple[Bilingual, ...]:
    relation = RELATIONS[one.relation]
    if one.reasons:
        why = names_words(REASONS[reason] for reason in one.reasons)
        relation = Bilingual(f"{relation.zh}（{why.zh}）", f"{relation.en} ({why.en})")
    return (
        one.name,
        one.when,
        *_side(one.a),
        relation,
        *_side(one.b),
        sentence(one, found),
    )


def _side(side: Side | None) -> tuple[Bilingual, Bilingual]:
    if side is None:
        return NONE, NONE
    level = f"{side.level} " if side.level else ""
    text = Bilingual(f"{level}{side.written.zh}", f"{level}{side.written.en}")
    return text, side.clause
