"""The stages of the making of standards (阶段): codes of GB/T 16733, equal to those of ISO."""

from functools import cache
from importlib import resources

from guiju.core.procedures.files.parts import bilingual
from guiju.core.procedures.model import Stage
from guiju.core.provisions.files.nodes import read_yaml


@cache
def stages() -> dict[str, Stage]:
    """Every stage by its code SS."""
    file = resources.files("guiju.rulebook") / "procedures" / "stages.yaml"
    node = read_yaml(file.read_text("utf-8"), file.name)
    return {key: Stage(key, bilingual(one)) for key, one in node.need("stages").fields.items()}
