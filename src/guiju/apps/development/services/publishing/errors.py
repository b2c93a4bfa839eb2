"""What publication refuses (发布的拒绝)."""

from guiju.core.errors import StateError


class ReplacedUnknownError(StateError):
    """What is to be replaced does not stand in the catalogue (被代替标准不存在)."""

    code = "development.replaced_unknown"
    zh = "项目写明代替“{subject}”，但标准名录中没有这一版本。请核对编号和年代号，或者先由编目员收录。"
    en = "The project says that it replaces “{subject}”, which is not in the catalogue. Check number and year, or have a cataloguer add it first."


class NotItsToReplaceError(StateError):
    """Another body's standard, or one of a higher level (无权代替)."""

    code = "development.not_its_to_replace"
    zh = "代号“{code}”的标准不能代替“{subject}”：只能代替同一代号系列或者层级更低的标准。请在项目中改正代替关系。"
    en = "A standard under “{code}” cannot replace “{subject}”: only those of its own series and of lower levels. Mend what the project replaces."


class NoNumberError(StateError):
    """It has no number yet (尚未编号)."""

    code = "development.no_number"
    zh = "项目“{subject}”尚未编号，不能发布。请先办理编号。"
    en = (
        "The project “{subject}” has no number yet and cannot be published. Have it numbered first."
    )


class NoTranslationTextError(StateError):
    """There is no text of the translation (没有译文)."""

    code = "development.no_translation_text"
    zh = "项目“{subject}”没有可读取的译文报批稿，不能发布外文版。"
    en = "The project “{subject}” has no translation that can be read; it cannot be published."


class NoSubjectCommitteeError(StateError):
    """It is not said which committee the case is about (没有指明委员会)."""

    code = "development.no_subject_committee"
    zh = "办件“{subject}”没有指明所针对的技术委员会，无法办理。"
    en = "The case “{subject}” does not say which committee it is about."
