"""What STS has no element for (不可表达的内容): carried in a processing instruction, so that it comes back."""

import json

from guiju.core.documents.model import Opaque


def instruction(one: Opaque) -> str:
    """The instruction's text: no `?>` inside."""
    said = json.dumps([one.xml, one.text], ensure_ascii=True)
    return said.replace("?>", "?\\u003e")


def carried(instruction: str) -> Opaque | None:
    """What an instruction carries; None when somebody else wrote it."""
    try:
        said = json.loads(instruction)
    except ValueError:
        return None
    if isinstance(said, list) and len(said) == 2 and all(isinstance(one, str) for one in said):
        return Opaque(xml=said[0], text=said[1])
    return None
