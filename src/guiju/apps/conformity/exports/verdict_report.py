"""The report of a judgement (判定报告): what was judged by what, the answers, and why."""

from collections.abc import Iterable

from guiju.apps.conformity.exports.verdict_files import XLSX, File, stem_of
from guiju.apps.conformity.models import Judgement
from guiju.apps.conformity.selectors.dated_tables import series_of
from guiju.apps.conformity.selectors.explained_rows import explained_row
from guiju.apps.conformity.selectors.judged_tables import rules_of
from guiju.apps.conformity.selectors.verdict_rows import (
    Beside,
    Verdict,
    clause_said,
    first_rows,
    names_shown,
)
from guiju.apps.conformity.selectors.verdict_summary import Counted, Summary, summary_of
from guiju.core.errors import Bilingual
from guiju.core.provisions.papers.docx import MIME as DOCX
from guiju.core.provisions.papers.docx import document
from guiju.core.provisions.papers.model import Grid, Languages, Paper
from guiju.core.provisions.papers.xlsx import workbook
from guiju.core.provisions.reports.paper import paper_of

FORMS = ("docx", "xlsx")
MOST_ROWS = 2000
_NOTHING = Bilingual("", "")


def report_file(judgement: Judgement, form: str, language: str) -> File | None:
    """The report in a form and a language; None where there is no such form."""
    if form not in FORMS:
        return None
    paper = report_of(judgement)
    tongue: Languages = "en" if language.startswith("en") else "zh"
    name = f"{stem_of(judgement)}.report.{form}"
    if form == "docx":
        return File(name, DOCX, document(paper, tongue))
    return File(name, XLSX, workbook(paper, tongue))


def report_of(judgement: Judgement) -> Paper:
    """The report as a paper in both languages."""
    summary = summary_of(judgement)
    reasons = explained_row(judgement, 1) if judgement.rows == 1 else None
    own = paper_of(reasons) if reasons is not None else None
    return Paper(
        title=Bilingual("数据判定报告", "Report on judged data"),
        lines=(*_head(judgement), *_untold(summary), *(own.lines if own else ())),
        grids=(
            *_counts(summary),
            *(own.grids if own else ()),
            _rows(judgement, summary),
            *_unreadable(summary),
        ),
        foot=_foot(judgement),
    )


def _head(judgement: Judgement) -> tuple[Bilingual, ...]:
    day = _day(judgement)
    example = Bilingual("（示例数据）", " (example data)") if judgement.is_example else _NOTHING
    return (
        Bilingual(
            f"数据文件：{judgement.name}{example.zh}，共 {judgement.rows} 行。",
            f"Data: {judgement.name}{example.en}, {judgement.rows} rows.",
        ),
        Bilingual(
            f"判定依据：{judgement.standard} {judgement.title_zh}；{day.zh}。",
            f"Judged by {judgement.standard} {judgement.title_en}; {day.en}.",
        ),
    )


def _day(judgement: Judgement) -> Bilingual:
    if series_of(judgement) is not None:
        return Bilingual(
            "每个时段按其首日有效的版本", "each period by the edition of its first day"
        )
    if dates := judgement.dating.get("dates"):
        return Bilingual(f"样品日期：“{dates}”列", f"days of the samples: the column “{dates}”")
    return Bilingual(f"样品日期：{judgement.on}", f"day of the samples: {judgement.on}")


def _untold(summary: Summary) -> tuple[Bilingual, ...]:
    return tuple(
        Bilingual(
            f"没有说明{one.name.zh}，取决于它的结果为“不确定”。",
            f"{one.name.en} was not told; what depends on it is undetermined.",
        )
        for one in summary.untold
    )


def _counts(summary: Summary) -> Iterable[Grid]:
    parts = (
        (Bilingual("判定结果", "Verdicts"), summary.verdicts),
        (Bilingual("等级", "Grades"), summary.grades),
        (Bilingual("限制指标", "What limits"), summary.limiting),
        (Bilingual("其他规则", "Other rules"), summary.rules_verdicts),
        (Bilingual("版本", "Editions"), summary.editions),
    )
    return [_counted(title, counted) for title, counted in parts if counted]


def _counted(title: Bilingual, counted: tuple[Counted, ...]) -> Grid:
    none = Bilingual("无", "none")
    return Grid(
        title=title,
        heads=(title, Bilingual("行数", "Rows")),
        rows=tuple((one.name if one.value else none, _same(str(one.count))) for one in counted),
        widths=(3, 1),
    )


def _rows(judgement: Judgement, summary: Summary) -> Grid:
    names = names_shown(judgement)
    index = rules_of(judgement).indices[:1] if not rules_of(judgement).ladders else ()
    heads = [Bilingual("行", "Row"), *names]
    heads += [_same(one.id) for one in index]
    heads += [Bilingual("等级", "Grade")] if summary.grades else []
    heads += [Bilingual("判定", "Verdict")] if summary.verdicts else []
    heads += [Bilingual("限制指标", "Limiting"), Bilingual("条款", "Clause")]
    heads += [Bilingual("其他规则", "Other rules")] if summary.rules_verdicts else []
    heads += [Bilingual("版本", "Edition")] if summary.editions else []
    found = first_rows(judgement, MOST_ROWS)
    has_remarks = any(one.remarks for one in found)
    heads += [Bilingual("备注", "Remarks")] if has_remarks else []
    return Grid(
        title=Bilingual("逐行结果", "Rows"),
        heads=tuple(heads),
        rows=tuple(
            _row(one, summary, has_index=bool(index), has_remarks=has_remarks) for one in found
        ),
    )


def _row(
    one: Verdict, summary: Summary, *, has_index: bool, has_remarks: bool
) -> tuple[Bilingual, ...]:
    limiting = [
        Bilingual(f"{name.zh} {value}".strip(), f"{name.en} {value}".strip())
        for name, value in one.limiting
    ]
    return (
        _same(str(one.number)),
        *(_same(name) for name in one.names),
        *([_same(one.index)] if has_index else []),
        *([_same(one.grade)] if summary.grades else []),
        *([one.verdict or _NOTHING] if summary.verdicts else []),
        _joined(limiting),
        _joined([clause_said(clause) for clause in one.clauses]),
        *([_beside(one.beside)] if summary.rules_verdicts else []),
        *([_same(one.edition)] if summary.editions else []),
        *([_same("；".join(one.remarks))] if has_remarks else []),
    )


def _beside(beside: Beside | None) -> Bilingual:
    if beside is None:
        return _NOTHING
    names = [name for name, _ in beside.limiting]
    return _joined([beside.verdict, *names, *(clause_said(one) for one in beside.clauses)])


def _unreadable(summary: Summary) -> tuple[Grid, ...]:
    if not summary.unreadable:
        return ()
    return (
        Grid(
            title=Bilingual("不能识别的单元格", "Cells that could not be read"),
            heads=(
                Bilingual("行", "Row"),
                Bilingual("列", "Column"),
                Bilingual("内容", "What stands there"),
            ),
            rows=tuple(
                (_same(str(one.row)), _same(one.column), _same(one.text))
                for one in summary.unreadable
            ),
            widths=(1, 3, 4),
        ),
    )


def _foot(judgement: Judgement) -> tuple[Bilingual, ...]:
    omitted = rules_of(judgement).omitted
    more = judgement.rows > MOST_ROWS
    return (
        *(
            [
                Bilingual(
                    f"逐行结果只列前 {MOST_ROWS} 行；全部结果见判定结果表。",
                    f"Of the rows the first {MOST_ROWS} are listed; the table of verdicts has all.",
                )
            ]
            if more
            else []
        ),
        *(
            Bilingual(f"未收入规则集：{one.zh}", f"Not in the rule set: {one.en}")
            for one in omitted
        ),
        Bilingual(
            f"规则文件：{judgement.rules_origin}，SHA-256 {judgement.rules_sha256}。",
            f"Rule file: {judgement.rules_origin}, SHA-256 {judgement.rules_sha256}.",
        ),
        *(
            Bilingual(
                f"其他版本的规则文件：{one['origin']}，SHA-256 {one['sha256']}。",
                f"Rule file of another edition: {one['origin']}, SHA-256 {one['sha256']}.",
            )
            for one in judgement.editions
            if one["sha256"] != judgement.rules_sha256
        ),
        Bilingual(
            f"数据：SHA-256 {judgement.sha256}；SM3 {judgement.sm3}。",
            f"Data: SHA-256 {judgement.sha256}; SM3 {judgement.sm3}.",
        ),
    )


def _same(text: str) -> Bilingual:
    return Bilingual(text, text)


def _joined(parts: list[Bilingual]) -> Bilingual:
    return Bilingual("、".join(one.zh for one in parts), ", ".join(one.en for one in parts))
