"""Why a text is not a number: the reason, and what was likely meant (编号不可读)."""

from guiju.core.errors import Bilingual, InputError

LONGEST_SHOWN = 60


class NumberError(InputError):
    """A text that cannot be read as a number (编号不可读).

    `reason` says what is wrong and where; `likely` is the canonical form of what was probably
    meant, or empty.
    """

    code = "number"
    zh = "“{subject}”不是可读的编号：{reason}{advice}"
    en = "“{subject}” is not a number that can be read: {reason} {advice}"

    def __init__(self, subject: str, reason: Bilingual, likely: str = "") -> None:
        super().__init__(subject)
        self.reason = reason
        self.likely = likely

    @property
    def sentence(self) -> Bilingual:
        shown = self.subject
        if len(shown) > LONGEST_SHOWN:
            shown = shown[:LONGEST_SHOWN] + "…"
        zh, en = "请核对后重写。", "Check it and write it again."
        if self.likely:
            zh, en = f"是否应为“{self.likely}”？", f"Was “{self.likely}” meant?"
        return Bilingual(
            self.zh.format(subject=shown, reason=self.reason.zh, advice=zh),
            self.en.format(subject=shown, reason=self.reason.en, advice=en),
        )
