"""A committee's annual report as DOCX (年度报告)."""

from datetime import date, datetime
from io import BytesIO

from docx import Document
from docx.document import Document as Paper
from docx.oxml.ns import qn

from guiju.apps.development.models import Committee, Project
from guiju.apps.development.selectors.committees_work import Year

MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def sections(report: Year, language: str) -> list[tuple[str, list[str]]]:
    """The parts of the report in words: each number has its rows below it."""
    is_english = language.startswith("en")

    def head(zh: str, en: str, number: int) -> str:
        return f"{en} ({number})" if is_english else f"{zh}（{number}）"

    def titled(rows: list[Project]) -> list[str]:
        return [
            f"{one.number or one.plan_number} "
            f"{one.title_en if is_english and one.title_en else one.title_zh}".strip()
            for one in rows
        ]

    votes = [
        f"{one.ballot.closed} {one.ballot.project.title_zh}: {one.voted}/{one.electors}"
        for one in report.ballots
    ]
    return [
        (head("启动的项目", "Projects begun", len(report.begun)), titled(report.begun)),
        (head("办结的项目", "Projects finished", len(report.finished)), titled(report.finished)),
        (
            head("发布的标准", "Standards published", len(report.published)),
            [f"{one.display} {one.title_zh}" for one in report.published],
        ),
        (head("开展的复审", "Reviews", len(report.reviews)), titled(report.reviews)),
        (head("表决", "Ballots", len(report.ballots)), votes),
        (
            head("会议纪要", "Minutes of meetings", len(report.meetings)),
            [f"{one.on} {one.project.title_zh}" for one in report.meetings],
        ),
    ]


def report_docx(one: Committee, report: Year, language: str, on: date) -> bytes:
    """The report of a year."""
    is_english = language.startswith("en")
    paper: Paper = Document()
    name = one.name_en if is_english and one.name_en else one.name_zh
    title = f"{one.key} {name}: annual report {report.year}" if is_english else (
        f"{one.key} {name} {report.year} 年度报告"
    )  # fmt: skip
    paper.core_properties.title = title
    paper.core_properties.author = ""
    day = datetime(on.year, on.month, on.day)  # noqa: DTZ001
    paper.core_properties.created = paper.core_properties.modified = day
    normal = paper.styles["Normal"].element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:eastAsia"):
        normal.set(qn(script), "Times New Roman" if is_english else "宋体")
    paper.add_heading(title, level=0)
    for heading, rows in sections(report, language):
        paper.add_heading(heading, level=1)
        for row in rows:
            paper.add_paragraph(row, style="List Number")
    out = BytesIO()
    paper.save(out)
    return out.getvalue()
