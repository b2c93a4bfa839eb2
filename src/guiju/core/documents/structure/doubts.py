"""What the recogniser is unsure of (存疑), each kind with its sentence in both languages."""

from dataclasses import dataclass, field

from guiju.core.documents.model import Doubt

MOST = 40  # of one kind
_SENTENCES = {
    "gap": (
        "编号“{value}”前面似缺少章条：按章条读取，请核对。",
        "Something seems to be missing before “{value}”: it was read as a clause; check it.",
    ),
    "unread-label": (
        "行首“{value}”与前面的编号不连续，按正文读取。",
        "“{value}” at the start of a line does not follow the numbers before it: read as text.",
    ),
    "contents-missing": (
        "目次中的“{value}”没有在正文中找到。",
        "“{value}” stands in the contents, but was not found in the text.",
    ),
    "contents-differs": (
        "“{value}”的标题与目次中的不同。",
        "The title of “{value}” differs from that in the contents.",
    ),
    "annex-order": (
        "附录“{value}”不按字母顺序。",
        "Annex “{value}” is not in the order of letters.",
    ),
    "annex-nature": (
        "附录“{value}”没有标明规范性或资料性。",
        "Annex “{value}” does not say whether it is normative or informative.",
    ),
    "table-empty": (
        "表“{value}”只读到表题，没有读到内容。",
        "Of table “{value}” only the caption was read, no rows.",
    ),
    "continued-alone": (
        "续表“{value}”没有前半部分，按独立的表读取。",
        "The continued table “{value}” has no first part: read as a table of its own.",
    ),
    "term-no-definition": (
        "术语条目“{value}”没有读到定义。",
        "No definition was read of term entry “{value}”.",
    ),
    "heading-no-number": (
        "标题“{value}”没有编号。",
        "The heading “{value}” has no number.",
    ),
    "reference-no-number": (
        "清单中的“{value}”没有可识别的文件编号。",
        "The entry “{value}” of the list has no number that could be read.",
    ),
    "include": (
        "没有读入引用的文件“{value}”，请一并提供。",
        "The file named by “{value}” was not read; hand it in too.",
    ),
    "pointer": (
        "引用“{value}”没有找到目标。",
        "The pointer “{value}” leads nowhere.",
    ),
    "no-chapters": (
        "没有读到编号的章，请确认这是标准化文件。",
        "No numbered chapter was found; make sure that this is a standard.",
    ),
}


@dataclass(slots=True)
class Doubts:
    """The doubts met so far."""

    met: list[Doubt] = field(default_factory=list)

    def add(self, code: str, value: str, line: int = 0, text: str = "") -> None:
        if sum(one.code == code for one in self.met) >= MOST:
            return
        zh, en = (sentence.format(value=value[:60]) for sentence in _SENTENCES[code])
        self.met.append(Doubt(code=code, zh=zh, en=en, line=line, text=text[:200]))
