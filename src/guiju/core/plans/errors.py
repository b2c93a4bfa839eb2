"""Why a policy text cannot be used. The subject is always the name of the file."""

from guiju.core.decoding import NotText as NotText
from guiju.core.decoding import Undecodable as Undecodable
from guiju.core.errors import InputError


class EmptyText(InputError):
    """There is nothing to read (空文件)."""

    code = "plan_empty"
    zh = "“{subject}”里没有文字。请上传含有正文的文件。"
    en = "“{subject}” contains no text. Hand in a file that holds the text of the plan."


class TooLarge(InputError):
    """More bytes than the limit (文件过大); `size` and `limit` are in bytes."""

    code = "plan_too_large"
    zh = "“{subject}”有 {size} 字节，超过 {limit} 字节的上限。请只上传正文，或拆成几个文件。"
    en = (
        "“{subject}” has {size} bytes; the limit is {limit}. "
        "Hand in the text alone, or split the file."
    )


class UnsafeArchive(InputError):
    """A .docx that unpacks to far more than it should (压缩包异常)."""

    code = "plan_unsafe_archive"
    zh = "“{subject}”解压后的大小或文件数超出安全上限。请用文字处理软件重新另存为 .docx。"
    en = "“{subject}” unpacks to more than is safe. Save it anew as .docx with a word processor."


class BrokenDocument(InputError):
    """A .docx or page whose inside cannot be read (文件损坏)."""

    code = "plan_broken_document"
    zh = "“{subject}”已损坏或不是真正的文档，读不到正文。请用文字处理软件打开并另存后再上传。"
    en = (
        "“{subject}” is damaged or not a real document; its text cannot be reached. "
        "Open it in a word processor, save it, and hand that in."
    )


class TooMany(InputError):
    """More of something than any plan holds (规模超限); `most` is the bound of the rulebook."""

    code = "plan_too_many"
    zh = "“{subject}”中的{what_zh}多于 {most} 个，超出一份计划的规模，没有解析。请只上传正文，或拆成几个文件。"
    en = (
        "“{subject}” holds more than {most} {what_en}, more than any plan; it was not read. "
        "Hand in the text alone, or split the file."
    )


class NoMeasures(InputError):
    """A text without a single measure (没有措施)."""

    code = "plan_no_measures"
    zh = (
        "“{subject}”里没有找到任何措施：既没有“一、”“（一）”“1.”开头的条目，"
        "也没有责任分工标注。请确认这是行动计划一类的文本。"
    )
    en = (
        "No measure was found in “{subject}”: no item opens with 一、, （一） or 1., "
        "and no responsibility note stands anywhere. Make sure that this is the text of a plan."
    )
