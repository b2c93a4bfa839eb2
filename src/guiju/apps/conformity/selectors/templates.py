"""What a new rule set begins with (样板): limits, a ladder, or nothing but its head."""

from functools import cache
from importlib import resources

from guiju.core.errors import Bilingual, NotFoundError

STARTS = {
    "limits": Bilingual("限值", "Limits"),
    "ladder": Bilingual("分级", "Grades"),
    "scratch": Bilingual("从头开始", "From scratch"),
}


class NoTemplateError(NotFoundError):
    """There is no such template (没有这个样板)."""

    code = "no_rule_template"
    zh = "没有样板“{subject}”。可用：limits（限值）、ladder（分级）、scratch（从头开始）。"
    en = "There is no template “{subject}”. Use limits, ladder or scratch."


@cache
def template_text(start: str) -> str:
    """The file to begin with."""
    if start not in STARTS:
        raise NoTemplateError(start[:40])
    folder = resources.files("guiju.rulebook") / "samples" / "rule_files"
    return (folder / f"{start}.yaml").read_text("utf-8")
