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


class NewerVersionError(StateError):
    """Somebody has made a newer version meanwhile (已有新版本)."""

    code = "newer_version"
    zh = "“{subject}”已有更新的版本（第 {version} 版），没有改动。请打开那一版的检查结果，再选择要改正的项。"
    en = "There is a newer version of “{subject}” (version {version}); nothing was changed. Open the findings of that version and choose there."


class WithdrawnVersionError(StateError):
    """What was withdrawn is not mended (已撤回)."""

    code = "withdrawn_version"
    zh = "“{subject}”的这一版已经撤回，不能改正。请打开其他版本，或者重新上传。"
    en = "This version of “{subject}” was withdrawn and cannot be mended. Open another version, or upload it again."


class NothingMendedError(InputError):
    """None of the chosen findings has a mend that can be made (无可改正)."""

    code = "nothing_mended"
    zh = "没有可以自动改正的项，没有生成新版本。请至少选择一项带改正的问题；其余须人工修改后重新上传。"
    en = "Nothing can be mended automatically, so no version was made. Choose at least one finding with a mend; the others take a person: correct the file and upload it again."


class NoSuchRuleError(InputError):
    """There is no such rule of drafting (没有这条规则)."""

    code = "no_such_rule"
    zh = "没有编号为“{subject}”的起草规则。请从列表中选择。"
    en = "There is no rule of drafting “{subject}”. Choose one from the list."


class NoRuleReasonError(InputError):
    """A rule is left out only with a reason (停用规则须说明理由)."""

    code = "no_rule_reason"
    zh = "请写明停用规则 {subject} 的理由。理由会随检查结果显示，并记入日志。"
    en = "Give the reason for leaving out rule {subject}. It is shown with the findings and goes into the journal."


class AlreadyOffError(StateError):
    """The rule is left out already (规则已停用)."""

    code = "rule_already_off"
    zh = "规则 {subject} 已经停用。要改理由，请先恢复，再重新停用。"
    en = "Rule {subject} is left out already. To change the reason, put it on again first."


class NotOffError(StateError):
    """The rule is asked again already (规则已恢复)."""

    code = "rule_not_off"
    zh = "规则 {subject} 已经恢复检查，没有再改动。"
    en = "Rule {subject} is already on again; nothing was changed."
