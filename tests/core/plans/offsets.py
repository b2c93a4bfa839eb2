"""The invariant of every extracted thing: `text[start:end]` is the thing."""

from typing import Any

WORDED = ("text", "raw", "name")


def misplaced(value: Any, text: str, path: str = "") -> list[str]:
    """Paths of all values in the JSON of a plan whose offsets do not give their own words."""
    found: list[str] = []
    if isinstance(value, list):
        for index, inner in enumerate(value):
            found += misplaced(inner, text, f"{path}[{index}]")
    elif isinstance(value, dict):
        if "start" in value:
            words = next((value[key] for key in WORDED if key in value), None)
            inside = 0 <= value["start"] <= value["end"] <= len(text)
            if not inside or words not in (None, text[value["start"] : value["end"]]):
                found.append(path)
        for key, inner in value.items():
            found += misplaced(inner, text, f"{path}.{key}")
    return found
