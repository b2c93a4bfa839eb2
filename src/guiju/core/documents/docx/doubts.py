"""What the reader of DOCX is unsure of (存疑), each kind with its sentence, said once."""

from dataclasses import dataclass, field

from guiju.core.documents.model import Doubt

_SENTENCES = {
    "tracked": (
        "文件带有修订标记：按接受全部修订后的样子读取。",
        "The file has tracked changes: it was read as if all of them were accepted.",
    ),
    "comments": (
        "文件带有批注：批注没有读入。",
        "The file has comments: they were left out.",
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
    "subdocument": (
        "文件插入了另一个文件“{value}”：没有读入，请一并提供。",
        "Another file, “{value}”, is put into this one: it was not read; hand it in too.",
    ),
}


@dataclass(slots=True)
class Doubts:
    """The doubts met so far; each kind once, where it was first met."""

    met: dict[str, Doubt] = field(default_factory=dict)

    def add(self, code: str, line: int, value: str = "") -> None:
        if code not in self.met:
            zh, en = (one.format(value=value[:60]) for one in _SENTENCES[code])
            self.met[code] = Doubt(code=f"docx-{code}", zh=zh, en=en, line=line, text=value[:200])
