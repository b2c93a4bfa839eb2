"""Level lines of a page put together (横线): pieces at one height as one, and the longest below."""

from collections.abc import Sequence

from guiju.core.documents.pdf.glyphs import Rule

_ONE_HEIGHT, _GAP = 1.6, 3.0


def level_spans(rules: Sequence[Rule]) -> list[Rule]:
    """Level lines from top to bottom, each as long as it is drawn in pieces."""
    found: list[Rule] = []
    level = sorted((one for one in rules if one.is_level), key=lambda one: (-one.y1, one.x0))
    for one in _by_height(level):
        last = found[-1] if found else None
        touches = last is not None and abs(last.y0 - one.y0) <= _ONE_HEIGHT
        if last is not None and touches and one.x0 <= last.x1 + _GAP:
            found[-1] = Rule(
                last.x0, min(last.y0, one.y0), max(last.x1, one.x1), max(last.y1, one.y1)
            )
        else:
            found.append(one)
    return found


def _by_height(level: Sequence[Rule]) -> list[Rule]:
    """Lines of one height stand together, from left to right."""
    groups: list[list[Rule]] = []
    for one in level:
        if groups and abs(groups[-1][0].y0 - one.y0) <= _ONE_HEIGHT:
            groups[-1].append(one)
        else:
            groups.append([one])
    return [one for group in groups for one in sorted(group, key=lambda rule: rule.x0)]
