"""What is wrong with a system on a day (体系检查), each as a sentence."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from guiju.apps.catalogue.selectors.systems.listed import ENDED
from guiju.apps.catalogue.selectors.systems.values import Box, Line, SystemView
from guiju.apps.catalogue.selectors.systems.words import CHECKS, LINE_STATES
from guiju.core.errors import Bilingual


@dataclass(frozen=True, slots=True)
class CheckFinding:
    """One thing to look at: `code` is one of CHECKS, `box` and `line` say where."""

    code: str
    sentence: Bilingual
    box: Box | None = None
    line: Line | None = None


def checks(view: SystemView) -> tuple[CheckFinding, ...]:
    """All findings, kind by kind in the order of CHECKS, each kind in the order of the table."""
    found = [*_lines(view), *_duplicates(view), *_boxes(view)]
    order = list(CHECKS)
    return tuple(sorted(found, key=lambda one: order.index(one.code)))


def counted(found: tuple[CheckFinding, ...]) -> list[tuple[str, Bilingual, int]]:
    """(code, name, how many) of the kinds that occur."""
    counts = Counter(one.code for one in found)
    return [(code, name, counts[code]) for code, name in CHECKS.items() if counts[code]]


def _lines(view: SystemView) -> Iterator[CheckFinding]:
    boxes = {box.pk: box for box in view.boxes}
    for line in view.lines:
        if said := _of_line(line, view.on.isoformat()):
            yield CheckFinding(said[0], said[1], boxes[line.node], line)


def _of_line(line: Line, on: str) -> tuple[str, Bilingual] | None:
    number = line.number
    if line.state == "gap":
        return "gap", Bilingual(
            f"第 {line.place} 行“{line.title.zh}”尚无标准。",
            f"Line {line.place}, “{line.title.en or line.title.zh}”, has no standard yet.",
        )
    if not line.readable and line.listed is None:
        return "unreadable", Bilingual(
            f"“{number}”不像标准编号，无法识别。请核对。",
            f"“{number}” cannot be read as a standard number. Check it.",
        )
    if line.listed is None:
        return "unlisted", Bilingual(
            f"名录中没有 {number}。请核对编号，或请编目员补录。",
            f"The catalogue does not have {number}. Check the number, or ask a cataloguer to add it.",
        )
    if line.state in ENDED:
        return "ended", _ended(line, on)
    if line.state in ("upcoming", "draft"):
        return "not_yet", _not_yet(line, on)
    if line.state == "unknown":
        return "unknown", Bilingual(
            f"根据名录不能确定 {number} 在 {on} 的状态。",
            f"The catalogue cannot tell the state of {number} on {on}.",
        )
    return None


def _ended(line: Line, on: str) -> Bilingual:
    assert line.listed  # noqa: S101  a state comes from an edition
    number = line.listed.display
    if line.listed.successors:
        return Bilingual(
            f"{number} 在 {on} 已被 {'、'.join(line.listed.successors)} 代替。请考虑改列后者。",
            f"On {on} {number} had been superseded by {', '.join(line.listed.successors)}."
            " Consider listing that instead.",
        )
    if line.state == "superseded":
        return Bilingual(
            f"{number} 在 {on} 已被代替，名录中没有代替它的标准。请核对。",
            f"On {on} {number} had been superseded; the catalogue does not name its successor.",
        )
    name = LINE_STATES[line.state]
    return Bilingual(
        f"{number} 在 {on} 已{name.zh}，没有代替标准。请考虑移出或另立标准。",
        f"On {on} {number} had been {name.en} without a successor. Remove it or plan another.",
    )


def _not_yet(line: Line, on: str) -> Bilingual:
    assert line.listed  # noqa: S101  a state comes from an edition
    number, day = line.listed.display, line.listed.effective
    if line.state == "draft":
        return Bilingual(
            f"{number} 在 {on} 尚未发布。", f"On {on} {number} had not been published."
        )
    if day:
        return Bilingual(
            f"{number} 已发布，{day} 起实施，在 {on} 尚未实施。",
            f"{number} was published and takes effect on {day}; it was not in force on {on}.",
        )
    return Bilingual(
        f"{number} 已发布，在 {on} 尚未实施。",
        f"{number} was published but not in force on {on}.",
    )


def _duplicates(view: SystemView) -> Iterator[CheckFinding]:
    """Lines that name the same standard, whatever the edition."""
    places: defaultdict[str, list[Line]] = defaultdict(list)
    for line in view.lines:
        if line.work:
            places[line.work].append(line)
    boxes = {box.pk: box for box in view.boxes}
    for work, lines in places.items():
        if len(lines) > 1:
            zh = "、".join(f"第 {one.place} 行（{one.code}）" for one in lines)
            en = ", ".join(f"line {one.place} ({one.code})" for one in lines)
            sentence = Bilingual(
                f"{work} 列入了 {len(lines)} 次：{zh}。",
                f"{work} is listed {len(lines)} times: {en}.",
            )
            yield CheckFinding("duplicate", sentence, boxes[lines[0].node], lines[0])


def _boxes(view: SystemView) -> Iterator[CheckFinding]:
    for box in view.boxes:
        zh, en = (
            f"节点 {box.code}“{box.title.zh}”",
            f"Box {box.code} “{box.title.en or box.title.zh}”",
        )
        if not box.owner:
            yield CheckFinding(
                "no_owner",
                Bilingual(f"{zh}没有负责单位。", f"{en} has no owner."),
                box,
            )
        if not box.own and not box.children:
            yield CheckFinding(
                "empty_node",
                Bilingual(
                    f"{zh}下没有标准，也没有下级节点。",
                    f"{en} has neither lines nor boxes below it.",
                ),
                box,
            )
