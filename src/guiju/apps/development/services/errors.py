"""What the services of development refuse (制修订的拒绝)."""

from guiju.core.errors import InputError, NotFoundError, StateError


class StaleProjectError(StateError):
    """Somebody else did a step meanwhile (期间他人已办理)."""

    code = "development.stale"
    zh = "您打开页面之后，这个项目已经有人办理了“{subject}”。请核对现在的状态，再决定怎么办。"
    en = "Since you opened the page, somebody did “{step_en}” in this project. Look at its state and decide anew."

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh, step_en=en)


class NoCommitteeError(InputError):
    """The procedure needs a committee (未选委员会)."""

    code = "development.no_committee"
    zh = "这个程序由技术委员会归口，请选择一个现有的委员会。"
    en = "This procedure belongs to a committee; choose one that exists."
    field = "committee"


class NoBodyError(InputError):
    """Nobody may fill a role (没有承担单位)."""

    code = "development.no_body"
    zh = "请说明由哪个单位承担“{subject}”。可选：{known}。若没有可选单位，请联系系统管理员登记。"
    en = "Say which body is the “{role_en}”. There are: {known}. If there is none, ask the system administrator."


class NoTitleError(InputError):
    """A project without a title (没有名称)."""

    code = "development.no_title"
    zh = "请填写标准或项目的中文名称。"
    en = "Give the title in Chinese."
    field = "title_zh"


class NotOfProjectError(NotFoundError):
    """Something that the project or its procedure does not have (项目中没有)."""

    code = "development.not_of_project"
    zh = "这个项目中没有“{subject}”。"
    en = "There is no “{subject}” in this project."


class NothingHandedInError(InputError):
    """Neither a file nor a filled form (没有内容)."""

    code = "development.nothing_handed_in"
    zh = "请选择文件，或者填写表单内容。"
    en = "Choose a file, or fill the form in."
    field = "file"


class UnreadableTextError(InputError):
    """A draft that cannot be read as a text (文本无法读取)."""

    code = "development.unreadable_text"
    zh = "“{subject}”无法作为标准文本读取：{why}没有保存。"
    en = "“{subject}” cannot be read as the text of a standard: {why_en} Nothing was stored."
    field = "file"


class WrongVoteError(InputError):
    """A ballot paper without a mark (投票单未勾选)."""

    code = "development.wrong_vote"
    zh = "请在同意、不同意、弃权中选择一项；不同意应当说明理由。"
    en = "Choose one: in favour, against or abstaining; a vote against needs reasons."
    field = "mark"
