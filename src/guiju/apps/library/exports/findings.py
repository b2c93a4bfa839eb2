"""The report of a check as a file (检查报告): a workbook for people, CSV and JSON for programs."""

import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import xlsxwriter
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from guiju.apps.catalogue.exports import csv_text
from guiju.apps.library.exports.files import File, stem_of
from guiju.apps.library.models import Text
from guiju.apps.library.selectors.rule_offs import Off
from guiju.core.drafting.finding import Finding, Report
from guiju.core.drafting.modes import Mode
from guiju.core.drafting.outputs import finding_to_json

FORMS = ("xlsx", "csv", "json")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_WIDTHS = (6, 14, 10, 8, 30, 50, 50, 20, 26)
_AROUND = 40  # characters beside the words
_LONGEST = 32_767  # characters that a cell holds


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A check of a text: what is `shown` of it, the `words` of its places, the rules left out."""

    text: Text
    mode: Mode
    on: date
    report: Report
    shown: Sequence[Finding]
    words: Mapping[tuple[str, str], str]
    off: Sequence[Off]


def findings_file(checked: Checked, form: str) -> File | None:
    """The report in a form; None where there is no such form."""
    makers = {
        "xlsx": (XLSX, _xlsx),
        "csv": (csv_text.MIME, _csv),
        "json": ("application/json", _json),
    }
    if form not in makers:
        return None
    mime, make = makers[form]
    text = checked.text
    return File(f"{stem_of(text)}.v{text.version}.findings.{form}", mime, make(checked))


def findings_json(checked: Checked) -> dict[str, Any]:
    """What the API answers."""
    text, counts = checked.text, checked.report.counts
    return {
        "number": text.edition.key,
        "language": text.language,
        "version": text.version,
        "mode": checked.mode,
        "on": checked.on.isoformat(),
        "errors": counts["E"],
        "warnings": counts["W"],
        "remarks": counts["I"],
        "off": {one.row.rule: one.row.reason for one in checked.off},
        "findings": [finding_to_json(one) for one in checked.shown],
    }


def _json(checked: Checked) -> bytes:
    return json.dumps(findings_json(checked), ensure_ascii=False, indent=1).encode()


def _csv(checked: Checked) -> bytes:
    rows = [*_rows(checked), *_off_rows(checked)]
    return "".join(csv_text.csv_lines(_heads(), rows)).encode()


def _xlsx(checked: Checked) -> bytes:
    """Findings on the first page, rules that were left out on the second."""
    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        strong = book.add_format({"bold": True, "bg_color": "#E7E6E6", "text_wrap": True})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        for name, rows in (
            (_("List of findings"), _rows(checked)),
            (_("Rules left out"), _off_rows(checked)),
        ):
            page = book.add_worksheet(name)
            page.set_landscape()
            page.fit_to_pages(1, 0)
            page.repeat_rows(0)
            page.freeze_panes(1, 0)
            for at, width in enumerate(_WIDTHS):
                page.set_column(at, at, width, wrapped)
            for at, head in enumerate(_heads()):
                page.write_string(0, at, head, strong)
            count = 0
            for count, row in enumerate(rows, 1):
                for at, cell in enumerate(row):
                    page.write_string(count, at, cell[:_LONGEST], wrapped)
            page.autofilter(0, 0, count, len(_WIDTHS) - 1)
    return file.getvalue()


def _heads() -> tuple[str, ...]:
    return (
        _("No."),
        _("Place"),
        _("Severity"),
        _("Rule"),
        _("Original words"),
        _("What is wrong"),
        _("How to correct it"),
        _("Mend"),
        _("Basis"),
    )


def _rows(checked: Checked) -> Iterator[tuple[str, ...]]:
    language = get_language() or "zh-hans"
    severities = {"E": _("Error"), "W": _("Warning"), "I": _("Remark")}
    numbers = {one: at for at, one in enumerate(checked.report.findings, 1)}
    for one in checked.shown:
        yield (
            str(numbers[one]),
            one.address or _("cover"),
            severities[one.severity],
            one.rule,
            _quoted(checked.words.get((one.address, one.part), ""), one),
            one.message.say(language),
            one.hint.say(language),
            _mend(one),
            one.basis,
        )


def _off_rows(checked: Checked) -> Iterator[tuple[str, ...]]:
    """Rules that were left out, with the reason where a finding says what to do."""
    language = get_language() or "zh-hans"
    for one in checked.off:
        title, reason = one.title.say(language), one.row.reason
        yield ("", "", _("left out"), one.row.rule, "", title, reason, "", "")


def _mend(one: Finding) -> str:
    if one.mend is None:
        return ""
    return {"": _("leave out"), " ": _("a space")}.get(one.mend, one.mend)


def _quoted(words: str, one: Finding) -> str:
    """The words with some beside them, those found in brackets; of an absence where it would stand."""
    if not one.end:
        return words[: 2 * _AROUND]
    before = words[max(0, one.start - _AROUND) : one.start]
    after = words[one.end : one.end + _AROUND]
    return f"{before}【{words[one.start : one.end]}】{after}"
