"""What readers of written-down text are unsure of (存疑), each kind with its sentence."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from guiju.core.documents.model import Doubt, Reading

MOST, _SHOWN = 40, 60
_SENTENCES = {
    "formula-unread": (
        "公式“{value}”没有全部读懂，按原样保留，请核对。",
        "The formula “{value}” was not read in full: it was kept as it is written; check it.",
    ),
    "formula-open": (
        "公式“{value}”没有结束标记，按正文读取。",
        "The formula “{value}” has no end: it was read as text.",
    ),
    "label-slip": (
        "编号“{value}”中疑有误认的字母，按数字读取，请核对。",
        "The label “{value}” seems to have letters for digits: it was read with digits; check it.",
    ),
    "number-slip": (
        "“{value}”中疑有误认的字母或数字，保持原样，请核对。",
        "“{value}” seems to have letters for digits: it was left as it is; check it.",
    ),
    "running-head": (
        "重复出现的“{value}”视为页眉，没有读作正文。",
        "“{value}”, which comes again and again, was taken for a running head and left out.",
    ),
    "page-number": (
        "单独成行的“{value}”视为页码，没有读作正文。",
        "“{value}”, alone on a line, was taken for a page number and left out.",
    ),
    "run-in": (
        "标题“{value}”与其后的文字连在一起，已分开，请核对。",
        "The heading “{value}” ran on into the text behind it: they were parted; check it.",
    ),
    "caption-below": (
        "表题“{value}”在表的下面，按上面的表的表题读取。",
        "The caption “{value}” stands below a table: it was taken for that table's.",
    ),
    "table-open": (
        "表格没有结束标记，读到空行或标题为止。",
        "A table has no end: it was read up to an empty line or a heading.",
    ),
    "table-unread": (
        "表格没有读懂，其中文字按正文读取。",
        "A table could not be read: its words were read as text.",
    ),
    "table-ragged": (
        "表格各行的列数不同（{value}），请核对。",
        "The rows of a table differ in the number of cells ({value}); check it.",
    ),
    "table-no-rule": (
        "竖线分隔的行没有表头线，按表格读取。",
        "Lines with pipes have no rule below the head: they were read as a table.",
    ),
    "fence-open": (
        "代码围栏没有结束，其后按正文读取。",
        "A code fence has no end: what stands after it was read as text.",
    ),
    "cover-left": (
        "封面上的“{value}”没有读懂，没有读入。",
        "“{value}” on the cover was not understood and was left out.",
    ),
    "nul": (
        "文件中有 {value} 个空字符，已略去。",
        "The file has {value} NUL characters, which were left out.",
    ),
    "footnote-lost": (
        "脚注标记“{value}”没有对应的脚注。",
        "The mark of a footnote, “{value}”, has no footnote.",
    ),
    "footnote-unused": (
        "脚注“{value}”在正文中没有标记。",
        "The footnote “{value}” is marked nowhere in the text.",
    ),
    "image-words": (
        "图片的说明文字“{value}”与图题不同，没有读入。",
        "The words for a picture, “{value}”, are not its caption: they were left out.",
    ),
    "image-inline": (
        "行内图片“{value}”只读到它的说明文字或名称。",
        "Of picture “{value}” inside a line only its words or its name were read.",
    ),
}


@dataclass(slots=True)
class Told:
    """The doubts met so far; `line` is the place that is being read."""

    met: list[Doubt] = field(default_factory=list)
    line: int = 0

    def add(self, code: str, value: str = "", line: int = 0, text: str = "") -> None:
        if sum(one.code == code for one in self.met) >= MOST:
            return
        zh, en = (words.format(value=value[:_SHOWN]) for words in _SENTENCES[code])
        self.met.append(
            Doubt(code=code, zh=zh, en=en, line=line or self.line, text=(text or value)[:200])
        )

    def with_these(self, reading: Reading) -> Reading:
        """The reading with these doubts among its own, in the order of lines."""
        every: Sequence[Doubt] = (*reading.doubts, *self.met)
        return replace(reading, doubts=tuple(sorted(every, key=lambda one: one.line)))
