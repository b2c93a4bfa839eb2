"""A judged report as a paper (判定报告): each result with its limit, its answer, and why."""

from guiju.core.errors import Bilingual
from guiju.core.provisions.explaining.model import Explained, Graded, Placed, Reckoned, Scored
from guiju.core.provisions.explaining.phrases import same
from guiju.core.provisions.papers.model import Grid, Paper
from guiju.core.provisions.reports.model import Report
from guiju.core.provisions.words_of import STATUS_WORDS

_NAME = Bilingual("指标", "Characteristic")
_RESULT = Bilingual("结果", "Result")
_CLAUSE = Bilingual("条款", "Clause")
_WHY = Bilingual("说明", "Explanation")
_MARK = Bilingual("决定", "decides")
_NONE = same("")


def paper_of(report: Report) -> Paper:
    """For DOCX and XLSX."""
    title = Bilingual(
        f"判定报告 {report.standard} {report.title.zh}",
        f"Report by {report.standard} {report.title.en}",
    )
    basis = Bilingual(f"规则依据：{report.basis}", f"Basis of the rules: {report.basis}")
    counts = Bilingual(
        "，".join(f"{STATUS_WORDS[one].zh} {count}" for one, count in report.counts.items()),
        ", ".join(f"{STATUS_WORDS[one].en} {count}" for one, count in report.counts.items()),
    )
    return Paper(
        title=title,
        lines=(
            report.sentence,
            *((counts,) if report.counts else ()),
            *(one.sentence for one in report.grades),
            *(one.sentence for one in report.indices),
            *report.told,
        ),
        grids=(
            *((_findings(report.findings),) if report.findings else ()),
            *(_places(one) for one in report.grades if one.places),
            *(_parts(one) for one in report.indices),
            *((_unmatched(report),) if report.unmatched else ()),
        ),
        foot=(*report.notes, basis),
    )


def _findings(findings: tuple[Explained, ...]) -> Grid:
    return Grid(
        title=Bilingual("逐条判定", "Rule by rule"),
        heads=(
            _NAME, _RESULT, Bilingual("限值", "Limit"), Bilingual("判定", "Answer"), _CLAUSE, _WHY,
        ),
        rows=tuple(
            (
                one.name,
                _bare(one.measured),
                _limit(one),
                STATUS_WORDS[one.status],
                one.clause,
                one.sentence,
            )
            for one in findings
        ),
        widths=(16, 12, 14, 9, 16, 50),
    )  # fmt: skip


def _limit(one: Explained) -> Bilingual:
    if not one.converted:
        return one.limit
    return Bilingual(f"{one.limit.zh}（{one.converted}）", f"{one.limit.en} ({one.converted})")


def _bare(measured: Bilingual) -> Bilingual:
    """Under the head "result" the word itself is left out."""
    zh, en = measured.zh.removeprefix("结果"), measured.en.removeprefix("result ")
    return Bilingual(zh.strip(), en)


def _places(one: Graded) -> Grid:
    return Grid(
        title=one.name,
        heads=(_NAME, _RESULT, Bilingual("等级", "Level"), _MARK, _CLAUSE, _WHY),
        rows=tuple(_place(each) for each in one.places),
        widths=(16, 12, 9, 8, 16, 56),
    )


def _place(one: Placed) -> tuple[Bilingual, ...]:
    mark = same("●") if one.decides else _NONE
    return (one.name, _bare(one.measured), same(one.level), mark, one.clause, one.sentence)


def _parts(one: Scored) -> Grid:
    return Grid(
        title=one.name,
        heads=(_NAME, _RESULT, Bilingual("分指数", "Sub-index"), _MARK, _CLAUSE, _WHY),
        rows=tuple(_part(each) for each in one.parts),
        widths=(16, 12, 9, 8, 16, 56),
    )


def _part(one: Reckoned) -> tuple[Bilingual, ...]:
    mark = same("●") if one.decides else _NONE
    return (one.name, _bare(one.measured), same(str(one.value)), mark, one.clause, one.sentence)


def _unmatched(report: Report) -> Grid:
    return Grid(
        title=Bilingual("规则中没有的项目", "Items that no rule is about"),
        heads=(Bilingual("行", "Row"), _NAME, _RESULT, Bilingual("单位", "Unit")),
        rows=tuple(
            (same(str(one.row)), same(one.name), same(one.result), same(one.unit))
            for one in report.unmatched
        ),
        widths=(6, 30, 20, 14),
    )
