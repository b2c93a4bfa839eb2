"""One tree of errors. Each says in both languages what was wrong, where, and what to do.

GuijuError
├── InputError      the thing that was handed in cannot be used        (command line: exit 2, web: 400)
├── NotFoundError   there is no such thing                             (exit 2, 404)
├── RefusedError    this person may not                                (exit 2, 403)
├── StateError      the state of the thing does not allow it           (exit 1, 409)
└── TamperError     what was sealed is no longer what was sealed       (exit 1, 500)
"""

from typing import Any, ClassVar, NamedTuple


class Bilingual(NamedTuple):
    """A sentence in both languages; `.say("en")` picks one, Chinese being the rule."""

    zh: str
    en: str

    def say(self, language: str) -> str:
        return self.en if language.startswith("en") else self.zh


class GuijuError(Exception):
    """The root. `zh` and `en` are templates over `subject` and the keyword values."""

    code: ClassVar[str] = "error"
    zh: ClassVar[str] = "出错：{subject}"
    en: ClassVar[str] = "Error: {subject}"

    def __init__(self, subject: str = "", **values: Any) -> None:
        super().__init__(subject)
        self.subject = subject
        self.values = values

    @property
    def sentence(self) -> Bilingual:
        filled = {"subject": self.subject, **self.values}
        return Bilingual(self.zh.format(**filled), self.en.format(**filled))

    def __str__(self) -> str:
        return f"{self.sentence.zh} {self.sentence.en}"


class InputError(GuijuError):
    """What was handed in cannot be used (输入有误)."""

    code = "input"
    zh = "输入无法使用：{subject}"
    en = "This input cannot be used: {subject}"


class NotFoundError(GuijuError):
    """There is no such thing (未找到)."""

    code = "not_found"
    zh = "没有找到“{subject}”。请核对名称或编号。"
    en = "“{subject}” was not found. Check the name or number."


class RefusedError(GuijuError):
    """This person may not (无权). The sentence comes from the rule that refused."""

    code = "refused"

    def __init__(self, rule: str, reason: Bilingual) -> None:
        super().__init__(rule)
        self.reason = reason

    @property
    def sentence(self) -> Bilingual:
        return self.reason


class StateError(GuijuError):
    """The state of the thing does not allow it (状态不允许)."""

    code = "state"
    zh = "目前的状态不允许这样做：{subject}"
    en = "Its present state does not allow this: {subject}"


class TamperError(GuijuError):
    """What was sealed is no longer what was sealed (封存内容被改动)."""

    code = "tampered"
    zh = "封存的内容已被改动：{subject}"
    en = "What was sealed has been changed: {subject}"
