"""What the reader of DOCX is unsure of (存疑), each kind with its sentence, said once."""

from dataclasses import dataclass, field

from guiju.core.documents.docx.layout import limit
from guiju.core.documents.model import Doubt

_SHOWN = 60

_SENTENCES = {
    "tracked": (
        "文件带有修订标记：按接受全部修订后的样子读取。",
        "The file has tracked changes: it was read as if all of them were accepted.",
    ),
    "comments": (
        "文件带有批注“{value}”：批注没有读入。",
        "The file has comments, “{value}”: they were left out.",
    ),
    "hidden": (
        "有隐藏文字“{value}”：没有读入。",
        "There is hidden text, “{value}”: it was left out.",
    ),
    "object": (
        "有嵌入对象（如公式编辑器的公式）：只读到它的图片，请改用 Word 公式。",
        "There is an embedded object, such as a formula of an old editor: only its picture was "
        "read; use Word's own formulas.",
    ),
    "image": (
        "图片“{value}”不在文件里，没有读到。",
        "Picture “{value}” is not in the file and was not read.",
    ),
    "text-box": (
        "有文本框：其中文字读在所在段落之后。",
        "There are text boxes: their text was read after the paragraph where they stand.",
    ),
    "merged": (
        "有单元格被合并，其中的文字“{value}”不再显示：没有读入。",
        "Cells were merged over others whose words, “{value}”, no longer show: they were left out.",
    ),
    "drawn": (
        "有绘图或艺术字“{value}”：没有读作正文，请改为文字或图片。",
        "There is a drawing or word art, “{value}”: it was not read as text; "
        "make it words or a picture.",
    ),
    "chart": (
        "有图表或 SmartArt 图形：没有读入，请改为图片。",
        "There is a chart or a diagram: it was not read; make it a picture.",
    ),
    "sign": (
        "有符号字体的字符“{value}”：不知道是什么符号，按原码保留。",
        "There is a character of a font of signs, “{value}”, that is not known: it was kept as "
        "its code.",
    ),
    "code": (
        "有域“{value}”的显示结果不在文件里：按域代码读取，请核对。",
        "The shown result of a field, “{value}”, is not in the file: it was read from the field's "
        "code; check it.",
    ),
    "field-open": (
        "有域没有结束：其后的文字按正文读取。",
        "A field has no end: what stands after it was read as text.",
    ),
    "cover": (
        "封面上的“{value}”没有读懂，没有读入。",
        "What the cover says, “{value}”, was not understood and was left out.",
    ),
    "subdocument": (
        "文件插入了另一个文件“{value}”：没有读入，请一并提供。",
        "Another file, “{value}”, is put into this one: it was not read; hand it in too.",
    ),
}


@dataclass(slots=True)
class _Met:
    line: int
    values: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Doubts:
    """The doubts met so far; each kind once, where it was first met, with all its words."""

    met: dict[str, _Met] = field(default_factory=dict)
    size: int = 0

    def add(self, code: str, line: int, value: str = "") -> None:
        met = self.met.setdefault(code, _Met(line))
        if value.strip() and self.size < limit("doubted"):
            self.size += len(value)
            met.values.append(value.strip())

    def all(self) -> list[Doubt]:
        return [_doubt(code, one) for code, one in self.met.items()]


def _doubt(code: str, met: _Met) -> Doubt:
    shown = met.values[0] if met.values else ""
    short = shown[:_SHOWN] + "…" * (len(shown) > _SHOWN or len(met.values) > 1)
    zh, en = (one.format(value=short) for one in _SENTENCES[code])
    text = "\n".join(met.values)
    return Doubt(code=f"docx-{code}", zh=zh, en=en, line=met.line, text=text)
