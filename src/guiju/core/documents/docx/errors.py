"""Why a DOCX cannot be read (无法读取的 DOCX). The subject is the name of the file."""

from guiju.core.errors import InputError


class BrokenDocx(InputError):
    """Bytes that are no DOCX, or a damaged one (文件损坏)."""

    code = "docx_broken"
    zh = "“{subject}”不是 DOCX 或已损坏，读不到正文。请用文字处理软件打开并另存为 .docx。"
    en = (
        "“{subject}” is no DOCX, or is damaged: its text cannot be reached. "
        "Open it in a word processor and save it as .docx."
    )


class OldWord(InputError):
    """The format of Word before 2007 (旧版 .doc)."""

    code = "docx_old"
    zh = "“{subject}”是旧版 .doc 文件。请用 Word 或 WPS 打开，另存为 .docx 后再读入。"
    en = "“{subject}” is a file of the old .doc format. Open it in Word or WPS, save it as .docx."


class EncryptedDocx(InputError):
    """A DOCX that asks for a password (加密文件)."""

    code = "docx_encrypted"
    zh = "“{subject}”设有打开密码。请先去除密码再读入。"
    en = "“{subject}” is locked with a password. Remove the password first."


class HugeDocx(InputError):
    """More than any standard has, or packed beyond reason (文件过大)."""

    code = "docx_huge"
    zh = "“{subject}”过大：{what_zh}，上限为 {most}。请压缩图片或拆分后再读入。"
    en = (
        "“{subject}” is too large: {what_en}; the limit is {most}. "
        "Make its images smaller, or split it."
    )
