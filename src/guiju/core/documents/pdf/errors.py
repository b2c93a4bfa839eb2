"""Why a PDF cannot be read (无法读取的 PDF). The subject is the name of the file."""

from guiju.core.errors import InputError


class BrokenPdf(InputError):
    """Bytes that are no PDF, or a damaged one (文件损坏)."""

    code = "pdf_broken"
    zh = "“{subject}”不是 PDF 或已损坏。请重新导出或重新下载后再读入。"
    en = "“{subject}” is no PDF, or is damaged. Export or download it again."


class EncryptedPdf(InputError):
    """A PDF that asks for a password (加密文件)."""

    code = "pdf_encrypted"
    zh = "“{subject}”设有密码。请先去除密码再读入。"
    en = "“{subject}” is locked with a password. Remove the password first."


class ScannedPdf(InputError):
    """Pages that are pictures, without text (扫描件)."""

    code = "pdf_scanned"
    zh = "“{subject}”没有文字层，是扫描件。请先做文字识别（OCR），再读入识别结果。"
    en = "“{subject}” has no text layer: its pages are pictures. Run OCR and hand in the result."


class GarbledPdf(InputError):
    """A text layer whose characters have no common code (文字层无法使用)."""

    code = "pdf_garbled"
    zh = "“{subject}”的文字层使用了专用编码，读不出文字。请先做文字识别（OCR），再读入识别结果。"
    en = "The text of “{subject}” is in codes that only its fonts know. Run OCR and hand in the result."


class HugePdf(InputError):
    """More than any standard has (文件过大)."""

    code = "pdf_huge"
    zh = "“{subject}”过大：{found}，上限为 {most}。请拆分后再读入。"
    en = "“{subject}” is too large: {found}; the limit is {most}. Split it first."
