"""What can be wrong with accounts and organisations, each as a sentence in both languages."""

from guiju.core.errors import InputError, StateError


class SlugTakenError(InputError):
    """The short name in addresses is in use (标识已用)."""

    code = "slug_taken"
    zh = "标识“{subject}”已被使用，请另选一个。"
    en = "The identifier “{subject}” is in use; choose another."


class UsccTakenError(InputError):
    """One code, one organisation (信用代码重复)."""

    code = "uscc_taken"
    zh = "统一社会信用代码 {subject} 已登记在另一个机构（{other}）名下。"
    en = "The code {subject} is already registered for another organisation ({other})."


class NameTakenError(InputError):
    """Another organisation is written like this (名称重复)."""

    code = "name_taken"
    zh = "“{subject}”已经指另一个机构（{other}），不能重复登记。"
    en = "“{subject}” already means another organisation ({other})."


class ParentCircleError(InputError):
    """An organisation above itself (上级成环)."""

    code = "parent_circle"
    zh = "“{subject}”是本机构或其下级，不能作为上级。"
    en = "“{subject}” is this organisation or stands below it and cannot be above it."


class RenameDateError(InputError):
    """A new name before the present one began (更名日期有误)."""

    code = "rename_date"
    zh = "新名称的起始日期应晚于现名称的起始日期 {began}。"
    en = "The new name must begin after the present one, which began on {began}."


class SuccessionError(InputError):
    """Duties passed to oneself, or recorded already (承接关系有误)."""

    code = "succession"
    zh = "不能登记这一承接关系：机构不能承接自己的职能，同一日的同一承接只登记一次。"
    en = "This cannot be recorded: no organisation succeeds itself, and a day's succession counts once."


class UsernameError(InputError):
    """A user name that cannot be used (用户名有误)."""

    code = "username"
    zh = "用户名“{subject}”不能使用：应为 3 到 60 个字母、数字、点、横线或下划线，且不是系统保留的名称。"
    en = (
        "The user name “{subject}” cannot be used: 3 to 60 letters, digits, dots, hyphens or"
        " underscores, and none that the system keeps for itself."
    )


class UsernameTakenError(InputError):
    """The user name is in use (用户名已用)."""

    code = "username_taken"
    zh = "用户名“{subject}”已被使用。"
    en = "The user name “{subject}” is in use."


class SeparationError(StateError):
    """System, security and audit administration are kept apart (三员分立)."""

    code = "separation"
    zh = "{subject} 已担任另一类管理员。系统、安全、审计管理员须由不同的人担任。"
    en = (
        "{subject} is already an administrator of another kind. System, security and audit"
        " administrators must be different people."
    )


class SeatHeldError(StateError):
    """The seat is held already (任职重复)."""

    code = "seat_held"
    zh = "{subject} 在该期间已有同一机构的同一任职。"
    en = "{subject} already holds this role in this organisation in that period."


class EndDateError(InputError):
    """An end that lies outside what is allowed (截止日期有误)."""

    code = "end_date"
    zh = "截止日期应在 {earliest} 至 {latest} 之间。"
    en = "The end must lie between {earliest} and {latest}."


class EndBeforeStartError(InputError):
    """It would end before it began (截止早于起始)."""

    code = "end_before_start"
    zh = "截止日期应晚于起始日期 {subject}。"
    en = "The end must come after the start on {subject}."


class InactiveError(StateError):
    """The account is closed (账户已停用)."""

    code = "inactive"
    zh = "{subject} 的账户已停用。"
    en = "The account of {subject} is closed."


class EndedError(StateError):
    """It has already ended (已终止)."""

    code = "ended"
    zh = "这一任职、代理或令牌已经终止。"
    en = "This seat, delegation or token has already ended."


class DelegateToSelfError(InputError):
    """A seat lent to its holder (委托给自己)."""

    code = "delegate_to_self"
    zh = "不能把任职委托给自己。"
    en = "A seat cannot be lent to its own holder."


class WrongPasswordError(InputError):
    """The present password was not right (口令不正确)."""

    code = "wrong_password"
    zh = "当前口令不正确。"
    en = "The present password is not right."


class SamePasswordError(InputError):
    """The new password is the old one (新旧口令相同)."""

    code = "same_password"
    zh = "新口令不能与当前口令相同。"
    en = "The new password must differ from the present one."


class SignInError(InputError):
    """Name or password wrong; which of them is not said (登录失败)."""

    code = "sign_in"
    zh = "用户名或口令不正确，请核对后重试。"
    en = "The user name or the password is not right. Check both and try again."


class CodeError(InputError):
    """A one-time code that is wrong, too old or used (验证码有误)."""

    code = "totp_code"
    zh = "动态验证码不正确、已过期或已用过。请等下一个验证码出现后再试。"
    en = "The code is wrong, too old or already used. Wait for the next one and try again."


class SecondStepError(StateError):
    """The first step was too long ago (第一步已过期)."""

    code = "second_step"
    zh = "登录的第一步已过期，请重新输入用户名和口令。"
    en = "The first step of signing in was too long ago. Enter user name and password again."
