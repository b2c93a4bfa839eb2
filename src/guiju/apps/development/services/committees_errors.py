"""What the services of committees refuse (技术委员会的拒绝)."""

from guiju.core.errors import InputError, StateError


class NotACommitteeError(InputError):
    """Not a committee's number (不是委员会编号)."""

    code = "development.not_a_committee"
    zh = "“{subject}”不是委员会编号，请写成 SAC/TC 286、SAC/TC 286/SC 1 的样子。"
    en = (
        "“{subject}” is not the number of a committee; write it like SAC/TC 286 or SAC/TC 286/SC 1."
    )
    field = "key"


class CommitteeThereError(InputError):
    """The number is in use (编号已登记)."""

    code = "development.committee_there"
    zh = "委员会“{subject}”已经登记。"
    en = "The committee “{subject}” is in the register already."
    field = "key"


class NoParentError(InputError):
    """Below which committee? (没有上级委员会)."""

    code = "development.no_parent"
    zh = "“{subject}”的上级委员会没有登记，请先登记上级。"
    en = "The committee above “{subject}” is not in the register; register that one first."
    field = "key"


class WrongCodesError(InputError):
    """Not codes of ICS or CCS (分类号有误)."""

    code = "development.wrong_codes"
    zh = "“{subject}”不是 ICS 或者 CCS 分类号，请写成 67.060、B22 的样子，用空格分开。"
    en = "“{subject}” is not a class of ICS or CCS; write them like 67.060 or B22, with spaces between."


class NoSuchMoveError(StateError):
    """The state does not lead there (状态不能变更)."""

    code = "development.no_such_move"
    zh = "委员会现在的状态是“{subject}”，不能变更为“{target}”。"
    en = "The committee is “{state_en}” now; it cannot become “{target_en}”."


class NoReasonGivenError(InputError):
    """An act of the authority needs a reason (没有依据)."""

    code = "development.no_reason_given"
    zh = "请写明依据，例如公告的文号。"
    en = "Give the ground, such as the number of the announcement."
    field = "reason"


class UnknownPersonError(InputError):
    """No such account, and no name (没有这个人员)."""

    code = "development.unknown_person"
    zh = "请填写姓名，或者填写已有的账号；没有账号“{subject}”。"
    en = "Give a name or an account that exists; there is no account “{subject}”."
    field = "name"


class UnknownUnitError(InputError):
    """The unit is not in the register (单位未登记)."""

    code = "development.unknown_unit"
    zh = "机构名录中没有“{subject}”。请核对全称；未登记的单位请先请系统管理员登记。"
    en = "The register of organisations has no “{subject}”. Check the name; who is missing is registered by the administrator."
    field = "unit"


class SeatTakenError(StateError):
    """The person sits there already (已经任职)."""

    code = "development.seat_taken"
    zh = "“{subject}”在这一天已经担任委员会的同一职务。"
    en = "“{subject}” holds this office in the committee on that day already."


class SeatDaysError(InputError):
    """A seat that ends before it begins (日期有误)."""

    code = "development.seat_days"
    zh = "结束日期不能早于开始日期 {subject}。"
    en = "A seat cannot end before it begins on {subject}."
    field = "until"


class ListProblemsError(InputError):
    """A list of members with problems is not taken (名单有问题)."""

    code = "development.list_problems"
    zh = "名单有问题，没有保存：{subject}"
    en = "The list has problems; nothing was stored: {problems_en}"
    field = "rows"


class LiaisonError(InputError):
    """A liaison with itself, or without a matter (联络登记有误)."""

    code = "development.liaison"
    zh = "请选择另一个委员会，并写明联络事项。"
    en = "Choose another committee, and say what the liaison is about."
    field = "other"
