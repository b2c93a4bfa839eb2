"""The diagram of a procedure (程序图), as Mermaid text: drawn from the file, so it is never out of date."""

from collections.abc import Iterator

from guiju.core.procedures.files.stages import stages
from guiju.core.procedures.model import Procedure, Transition


def mermaid(procedure: Procedure, language: str) -> str:
    """A state diagram, its states grouped by stage, in one language."""
    return "\n".join(("stateDiagram-v2", *_lines(procedure, language), ""))


def _lines(procedure: Procedure, language: str) -> Iterator[str]:
    codes = dict.fromkeys(one.stage[:2] for one in procedure.states.values())
    for code in codes:
        yield f'  state "{code} {stages()[code].title.say(language)}" as stage_{code} {{'
        for one in procedure.states.values():
            if one.stage.startswith(code):
                yield f'    state "{one.stage} {one.title.say(language)}" as {one.id}'
        yield "  }"
    yield f"  [*] --> {procedure.start}"
    for step in procedure.transitions.values():
        said = step_label(procedure, step, language)
        for source in step.sources:
            yield f"  {source} --> {step.goes_to(source)} : {said}"
    for one in procedure.states.values():
        if one.ends:
            yield f"  {one.id} --> [*]"


def step_label(procedure: Procedure, step: Transition, language: str) -> str:
    """A step and who takes it."""
    roles = [procedure.roles[one].title.say(language) for one in step.by]
    if language.startswith("en"):
        return f"{step.title.en} ({', '.join(roles)})"
    return f"{step.title.zh}（{'、'.join(roles)}）"
