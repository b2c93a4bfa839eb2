"""What the library refuses (文本收录的拒绝)."""

from guiju.core.errors import InputError, StateError


class EmptyTextError(InputError):
    """Nothing was found in the file (文件中没有正文)."""

    code = "empty_text"
    zh = "文件“{subject}”中没有读出任何章条，没有收录。请确认文件是标准正文，扫描件须先识别文字。"
    en = "No clause was found in the file “{subject}”; nothing was stored. Check that it is the text of a standard; a scan has to be recognised first."


class NoLanguageError(InputError):
    """Neither the file nor the form says which language it is in (语言不明)."""

    code = "no_text_language"
    zh = "无法判断文件“{subject}”的语言。请选择中文或者英文。"
    en = "The language of the file “{subject}” cannot be told. Choose Chinese or English."


class NotADraftError(StateError):
    """Only a draft can be published (不是草稿)."""

    code = "not_a_draft"
    zh = "“{subject}”不是草稿，不能发布。只有草稿可以发布；要更换已发布的文本，请上传新版本。"
    en = "“{subject}” is no draft and cannot be published. To replace a published text, upload a new version."


class NotWithdrawableError(StateError):
    """It is withdrawn or superseded already (已经撤回)."""

    code = "not_withdrawable"
    zh = "“{subject}”已经撤回或者已被新版本取代，不能再撤回。"
    en = "“{subject}” is already withdrawn or superseded."


class NoReasonError(InputError):
    """An act needs a reason (缺少理由)."""

    code = "no_text_reason"
    zh = "请写明撤回的理由，它会记入日志。"
    en = "Give the reason for withdrawing; it goes into the journal."
