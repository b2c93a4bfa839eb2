"""What is refused around comments (意见的拒绝)."""

from guiju.core.errors import InputError, StateError


class TooManyError(StateError):
    """Too many comments from one address (提交过于频繁)."""

    code = "development.too_many_remarks"
    zh = "从您的网络地址在 {hours} 小时内提交的意见已达到 {most} 条。请稍后再提交，或登录后提交。"
    en = "In {hours} hour(s) {most} comments came from your network address. Try later, or sign in."


class NotOpenError(StateError):
    """The consultation is over (征求意见已结束)."""

    code = "development.not_open"
    zh = "征求意见已于 {subject} 结束，不再接收意见。"
    en = "The consultation closed on {subject}; no more comments are taken."


class LinkUnusableError(InputError):
    """A link of a mail that is wrong, old or used (确认链接无效)."""

    code = "development.link_unusable"
    zh = "这个确认链接无效、已过期或已使用。请重新提交意见。"
    en = "This link is wrong, too old or used. Hand the comment in again."


class NothingChosenError(InputError):
    """No comment was ticked (没有选择意见)."""

    code = "development.nothing_chosen"
    zh = "请至少选择一条意见。"
    en = "Choose at least one comment."
    field = "numbers"


class NotYourOrganisationError(InputError):
    """Somebody speaks for an organisation in which he has no seat (不是任职单位)."""

    code = "development.not_your_organisation"
    zh = "您没有在“{subject}”任职，不能代表它提出意见。请填写您任职的单位，或以个人名义提出。"
    en = "You have no seat in “{subject}” and cannot comment for it. Name an organisation of yours, or none."
    field = "organisation"
