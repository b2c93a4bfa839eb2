"""The ballot paper (投票单) and the result (投票情况及表决结果) as DOCX in office layout."""

from collections.abc import Iterator
from typing import Any

from guiju.apps.development.models import Elector
from guiju.apps.development.selectors.ballots import BallotPage
from guiju.apps.development.selectors.form_data import ballot_data
from guiju.core.forms.files.rulebook import form_for
from guiju.core.forms.filling import fill
from guiju.core.forms.writing.writing import write_form

_INVALID = "invalid"


def paper_docx(page: BallotPage, elector: Elector) -> bytes:
    """The paper of an elector: with his vote if it is the one who looks, else to be marked."""
    paper: dict[str, Any] = {
        "number": f"{page.row.pk}-{elector.pk}",
        "person": elector.name,
        "unit": elector.unit,
    }
    cast = page.own_paper if elector == page.own else None
    if cast is not None:
        mark = cast.marks[0] if len(cast.marks) == 1 else ""
        paper |= {"mark": mark, "reasons": cast.reasons, "on": cast.on}
    return _written("ballot-paper", page, {"until": page.row.last, "paper": paper})


def result_docx(page: BallotPage) -> bytes:
    """The count; each vote only for those who may see the papers."""
    told = ballot_data(page.procedure, page.row)
    told["rule"] = "\n".join(one.says.zh for one in page.clauses)
    told["votes"] = list(_votes(page)) if page.sees_papers else []
    return _written("ballot-result", page, told)


def _written(family: str, page: BallotPage, ballot: dict[str, Any]) -> bytes:
    project = page.row.project
    data = {
        "project": {"title_zh": project.title_zh, "plan_number": project.plan_number},
        "ballot": ballot,
    }
    return write_form(fill(form_for(family, page.procedure.id, page.row.opened), data))


def _votes(page: BallotPage) -> Iterator[dict[str, Any]]:
    for number, one in enumerate(page.voters, 1):
        papers = list(one.elector.papers.all())
        mark = ""
        if papers and not one.elector.aside:
            mark = papers[-1].marks[0] if one.is_valid else _INVALID
        yield {
            "no": str(number),
            "person": one.elector.name,
            "unit": one.elector.unit,
            "mark": mark,
            "reasons": one.elector.aside or one.reasons,
        }
