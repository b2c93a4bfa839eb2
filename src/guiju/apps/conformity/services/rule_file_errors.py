"""What the doors of rule files refuse (规则文件的拒绝)."""

from guiju.core.errors import InputError, StateError


class TooLargeError(InputError):
    """The file is larger than any standard needs (规则文件过大)."""

    code = "rule_file_too_large"
    zh = "规则文件有 {subject} 个字符，上限是 {most} 个，没有保存。请按标准的部分拆成几个文件。"
    en = "The rule file has {subject} characters, {most} at most; it was not stored. Split it by parts of the standard."


class EmptyFileError(InputError):
    """There is nothing in it (规则文件为空)."""

    code = "rule_file_empty"
    zh = "规则文件是空的，没有保存。请从一个样板开始，或者上传、粘贴规则。"
    en = "The rule file is empty; nothing was stored. Begin with a template, or paste rules."


class StaleFileError(StateError):
    """Somebody else changed it meanwhile (规则文件已被他人修改)."""

    code = "rule_file_stale"
    zh = "这个规则集在您打开之后已被修改（现为第 {subject} 版），您的内容没有保存，仍在下面。请对照差异，再保存一次即以您的内容为准。"
    en = "This rule set was changed after you opened it (it is now version {subject}); yours was not stored and stands below. Look at the differences; saving again stores yours."


class FixedFileError(StateError):
    """What was submitted does not change (已提交的不可修改)."""

    code = "rule_file_fixed"
    zh = "这个规则集{subject}，不能再修改。请复制为新的草稿。"
    en = "This rule set can no longer be changed (state: {state}). Copy it as a new draft."


class BrokenFileError(InputError):
    """It has errors and cannot be submitted (规则文件有错误)."""

    code = "rule_file_broken"
    zh = "规则文件还有 {subject} 处错误，不能提交。请先在编辑页改正。"
    en = "The rule file has {subject} errors and cannot be submitted. Correct them in the editor first."


class NotSubmittedError(StateError):
    """It does not wait for a review (不在待审查状态)."""

    code = "rule_file_not_submitted"
    zh = "这个规则集不在待审查状态，没有办理。请刷新页面查看现在的状态。"
    en = "This rule set does not wait for a review; nothing was done. Reload to see its state."


class OverlapError(StateError):
    """Another reviewed set judges by the same edition on the same days (有效期重叠)."""

    code = "rule_files_overlap"
    zh = "同一版本已有审查过的规则集（{subject}），有效期与这个规则集重叠。请退回，由编写单位写明由本规则集代替，或者改日期。"
    en = "There is a reviewed rule set of this edition ({subject}) whose dates overlap. Return this one: its author states that it replaces the other, or changes the dates."


class NothingReplacedError(InputError):
    """What is to be replaced is no reviewed set of this edition (被代替的规则集不符)."""

    code = "rule_file_replaces"
    zh = "“{subject}”不是同一标准版本、现在有效的规则集，不能代替它。请重新选择。"
    en = "“{subject}” is no rule set of this edition that is in use; it cannot be replaced. Choose again."


class NoReasonError(InputError):
    """Returning and withdrawing need a reason (缺少理由)."""

    code = "rule_file_reason"
    zh = "请写明理由，编写单位会看到，并记入日志。"
    en = "Give the reason: the authors will read it, and it goes into the journal."


class NotWithdrawableError(StateError):
    """It is withdrawn or replaced already (已撤回或已被代替)."""

    code = "rule_file_not_withdrawable"
    zh = "这个规则集已经撤回或者已被代替，不能再撤回。"
    en = "This rule set is withdrawn or replaced already."
