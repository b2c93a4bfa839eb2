"""The columns of the detail table (标准明细表) as GB/T 13016 names them, and ours behind them."""

from collections.abc import Callable
from dataclasses import dataclass
from unicodedata import category

from guiju.apps.catalogue.selectors.systems.values import Line, SystemView
from guiju.apps.catalogue.selectors.systems.words import LEVELS, LINE_STATES
from guiju.core.errors import Bilingual

NOTHING = Bilingual("", "")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its width in characters, and what it says of a line in a language."""

    head: Bilingual
    width: int
    fill: Callable[[Line, str], str | int]


def _adopts(line: Line, language: str) -> str:
    found = line.listed.adopts if line.listed else ()
    return "\n".join(f"{one.number} {one.degree}".strip() for one in found)


def _replaced(line: Line, language: str) -> str:
    """被代替标准号或作废: what the standard replaces, and what became of itself."""
    said = list(line.listed.replaces) if line.listed else []
    heirs = line.listed.successors if line.listed else ()
    if heirs:
        names = "、".join(heirs) if language.startswith("zh") else ", ".join(heirs)
        said.append(Bilingual(f"被 {names} 代替", f"superseded by {names}").say(language))
    elif line.state == "withdrawn":
        said.append(Bilingual("作废", "withdrawn").say(language))
    return "\n".join(said)


def columns(view: SystemView) -> tuple[Column, ...]:
    """The nine columns, then box, English title and state, which a file needs to stand alone."""
    day = view.on.isoformat()
    return (
        Column(Bilingual("序号", "No."), 6, lambda line, _: line.place),
        Column(Bilingual("体系编号", "Node code"), 12, lambda line, _: line.code),
        Column(
            Bilingual("标准号", "Standard number"), 24, lambda line, _: line.number or line.written
        ),
        Column(Bilingual("标准名称", "Title (Chinese)"), 40, lambda line, _: line.shown_title.zh),
        Column(
            Bilingual("宜定级别", "Proposed level"),
            12,
            lambda line, language: LEVELS.get(line.level, NOTHING).say(language),
        ),
        Column(
            Bilingual("实施日期", "In force from"),
            13,
            lambda line, _: line.listed.effective if line.listed else "",
        ),
        Column(
            Bilingual(
                "国际国外标准号及采用关系", "International or foreign standard, and how adopted"
            ),
            26,
            _adopts,
        ),
        Column(Bilingual("被代替标准号或作废", "Standards replaced, or withdrawn"), 26, _replaced),
        Column(Bilingual("备注", "Remarks"), 20, lambda line, _: line.remark),
        Column(
            Bilingual("节点名称", "Node title"),
            20,
            lambda line, language: titled(line.box, language),
        ),
        Column(Bilingual("英文名称", "Title (English)"), 40, lambda line, _: line.shown_title.en),
        Column(
            Bilingual(f"状态（{day}）", f"State on {day}"),
            14,
            lambda line, language: LINE_STATES[line.state].say(language),
        ),
    )


def titled(title: Bilingual, language: str) -> str:
    """A title in the language, or in Chinese where it has none."""
    return title.say(language) or title.zh


def clean(value: str | int) -> str | int:
    """Without control characters and half characters, which no XML can hold."""
    if isinstance(value, int):
        return value
    return "".join(sign for sign in value if sign == "\n" or category(sign) not in {"Cc", "Cs"})
