"""The demonstration's rule sets: an invented standard's limits, a draft and one under review (示例)."""

from collections.abc import Mapping
from importlib.resources import files

from guiju.apps.conformity.models import RuleFile
from guiju.apps.conformity.services.rule_files import add_rule_file, submit_rule_file
from guiju.web.viewer import Viewer

_NOTE = "示例：限值取自示例标准表2，已逐条核对；外观、卫生要求没有收入。"


def is_loaded() -> bool:
    return RuleFile.objects.filter(origin__startswith="示例").exists()


def load_conformity(viewers: Mapping[str, Viewer]) -> None:
    """A draft that disagrees with its text in one limit, and a rule set that waits for a review."""
    draft, ready = (
        (files("guiju.rulebook") / "samples" / "rule_files" / name).read_text("utf-8")
        for name in ("bottle-draft.yaml", "bottle.yaml")
    )
    add_rule_file(text=draft, origin="示例 example", by=viewers["samr"])
    sent = add_rule_file(text=ready, origin="示例 example", by=viewers["bureau"])
    submit_rule_file(file=sent, seen=sent.version, note=_NOTE, by=viewers["bureau"])
