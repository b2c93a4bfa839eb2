"""What a change of a standards system is refused for (标准体系修改的拒绝理由)."""

from guiju.core.errors import InputError, StateError


class NoReasonError(InputError):
    """What is published, withdrawn or removed says why (缺少理由)."""

    code = "no_reason"
    zh = "请写明理由，它将记入日志。"
    en = "Give the reason; it goes into the journal."


class NoTitleError(InputError):
    """A system or box has a Chinese name (缺少名称)."""

    code = "system_no_title"
    zh = "请填写中文名称。"
    en = "Give the Chinese title."


class TooLongError(InputError):
    """More than fits (过长)."""

    code = "system_too_long"
    zh = "“{subject}…”太长，最多 {most} 个字符。请缩短。"
    en = "“{subject}…” is too long: at most {most} characters. Shorten it."


class BadSlugError(InputError):
    """No address can be made of it (地址名不可用)."""

    code = "system_slug"
    zh = "“{subject}”不能作地址名。请用 2 至 60 个小写字母、数字和连字符，且不用“create”。"
    en = "“{subject}” cannot be the address: 2 to 60 small letters, digits, hyphens; not “create”."


class SlugTakenError(StateError):
    """Another system has this address (地址名已占用)."""

    code = "system_slug_taken"
    zh = "地址名“{subject}”已被另一个标准体系使用。请换一个。"
    en = "The address “{subject}” belongs to another standards system. Choose another."


class NoKeeperError(InputError):
    """The viewer may not make a system for this body (无维护单位)."""

    code = "system_keeper"
    zh = "请选择您可以代表的单位来维护这个标准体系。"
    en = "Choose a body that you may act for to keep this standards system."


class SameStateError(StateError):
    """It is already as asked (无需重复)."""

    code = "same_state"
    zh = "“{subject}”已经是这个状态，没有改动。"
    en = "“{subject}” is in this state already; nothing was changed."


class WasPublishedError(StateError):
    """What was official once stays (不能删除)."""

    code = "system_was_published"
    zh = "“{subject}”公开过，不能删除。可以撤回公开。"
    en = "“{subject}” has been public and cannot be removed. It can be withdrawn from the public."


class BadCodeError(InputError):
    """No code of a box (体系编号不可用)."""

    code = "node_code"
    zh = "“{subject}”不能作体系编号。请用字母、数字、汉字，以点或连字符分段，如 201.3.2，最多 40 个字符。"
    en = "“{subject}” is no code of a box. Use letters and digits in parts, such as 201.3.2; at most 40."


class CodeTakenError(StateError):
    """Another box has this code (体系编号重复)."""

    code = "node_code_taken"
    zh = "体系编号 {subject} 已经有节点。请换一个编号。"
    en = "There is a box {subject} already. Choose another code."


class TooDeepError(InputError):
    """The tree would be too deep (层级过深)."""

    code = "node_too_deep"
    zh = "节点 {subject} 的层级太深。请减少层级或缩短编号。"
    en = "Box {subject} would stand too deep. Use fewer layers or shorter codes."


class IntoItselfError(StateError):
    """A box cannot stand below itself (不能移到自身之下)."""

    code = "node_into_itself"
    zh = "节点 {subject} 不能移到它自己或它的下级之下。请选择别的上级。"
    en = "Box {subject} cannot move below itself. Choose another box above it."


class OtherSystemError(InputError):
    """The box belongs to another system (节点不在本体系)."""

    code = "node_elsewhere"
    zh = "节点 {subject} 不在这个标准体系中。请重新选择。"
    en = "Box {subject} is not in this standards system. Choose again."


class NotEmptyError(StateError):
    """In a public system only an empty box goes (节点非空)."""

    code = "node_not_empty"
    zh = "节点 {subject} 下还有内容。已公开的体系只能移除空节点：请先移走下级节点和明细。"
    en = "Box {subject} is not empty. In a public system, move what is in it elsewhere first."


class EmptyLineError(InputError):
    """A line names a standard or says which is missing (空行)."""

    code = "entry_empty"
    zh = "请填写标准号；尚无标准的，请填写标准名称，作为缺口列入。"
    en = "Give the standard's number; where there is none yet, give the title, and it stands as a gap."


class BadLevelError(InputError):
    """No such level (级别不可用)."""

    code = "entry_level"
    zh = "没有级别“{subject}”。请从列表中选择。"
    en = "There is no level “{subject}”. Choose one of the list."


class TooManyError(InputError):
    """More lines or boxes than a system bears (数量过多)."""

    code = "system_too_many"
    zh = "一个标准体系最多 {most} 个节点、{lines} 行明细。请拆分为几个体系。"
    en = "A standards system holds at most {most} boxes and {lines} lines. Split it into several."


class UnreadableTableError(InputError):
    """The file is no table (表格无法读取)."""

    code = "table_unreadable"
    zh = "“{subject}”不能读作表格：{why_zh}。请上传 CSV 或 XLSX 格式的标准明细表。"
    en = "“{subject}” cannot be read as a table: {why_en}. Upload the detail table as CSV or XLSX."


class NoHeadingsError(InputError):
    """No row of headings (没有表头)."""

    code = "table_headings"
    zh = "“{subject}”中没有找到表头。表头至少要有“体系编号”，以及“标准号”或“标准名称”。"
    en = "“{subject}” has no row of headings: “Node code”, and “Standard number” or “Title (Chinese)”."


class ChangedMeanwhileError(StateError):
    """The system changed after the preview (预览已过时)."""

    code = "changed_meanwhile"
    zh = "预览之后，“{subject}”有了改动，没有导入。请重新核对预览后再确认。"
    en = (
        "“{subject}” was changed after this preview; nothing was imported. Check the preview again."
    )
