"""Files that cannot be read as forms (无法读取的表单文件)."""

from guiju.core.errors import Bilingual, InputError


class UnreadableForm(InputError):
    """The file as a whole cannot be read (文件无法读取)."""

    code = "forms.unreadable"
    zh = "“{subject}”无法读取：{why_zh}。"
    en = "“{subject}” cannot be read: {why_en}."

    def __init__(self, subject: str, why: Bilingual) -> None:
        super().__init__(subject, why_zh=why.zh, why_en=why.en)


class NoCommentTable(InputError):
    """No table of comments in the file (没有意见表)."""

    code = "forms.no-comments"
    zh = "“{subject}”中没有找到意见表。表头应当有“意见内容”（或“修改后内容”“Comments”）和“章条编号”（或“Clause”）等栏。"
    en = "“{subject}” holds no table of comments. Its heads should be such as “Comments” (意见内容) and “Clause” (章条编号)."
