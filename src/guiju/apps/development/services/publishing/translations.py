"""Foreign-language editions (外文版): a text of the Chinese edition in another language."""

from dataclasses import replace
from typing import Any

from guiju.apps.development.models import Project
from guiju.apps.development.services.publishing.context import StepContext
from guiju.apps.development.services.publishing.errors import NoTranslationTextError
from guiju.apps.development.services.publishing.statements import said, say, subject_of, tell
from guiju.apps.development.services.publishing.texts import publish_text_of
from guiju.apps.library.services.texts import take_back
from guiju.core.errors import Bilingual
from guiju.core.procedures.case import Case


def translation_published(project: Project, case: Case, context: StepContext) -> dict[str, Any]:
    """The text goes beside the Chinese one, the catalogue says that there is one (发布外文版)."""
    edition, language = subject_of(project), language_of(project)
    text = publish_text_of(project, edition, language=language, is_open=False, by=context.by)
    if text is None:
        raise NoTranslationTextError(project.title_zh)
    before = said(edition.key)
    titles = dict(before.titles)
    if project.title_en:
        titles.setdefault("en", project.title_en)
    languages = tuple(dict.fromkeys((*(before.languages or ("zh",)), language)))
    say(replace(before, languages=languages, titles=titles))
    on = context.by.today
    tell(
        edition,
        Bilingual(
            f"{edition.display} 的外文版（{language.upper()}）已发布（{on}）。",
            f"The edition of {edition.key} in {language.upper()} was published on {on}.",
        ),
    )
    return {"edition": edition.key, "language": language, "text": text.digest}


def translation_withdrawn(project: Project, case: Case, context: StepContext) -> dict[str, Any]:
    """It ends with its Chinese twin (废止外文版)."""
    edition, language = subject_of(project), language_of(project)
    taken = take_back(edition, language)
    before = said(edition.key)
    say(replace(before, languages=tuple(one for one in before.languages if one != language)))
    return {"edition": edition.key, "language": language, "texts": [one.pk for one in taken]}


def language_of(project: Project) -> str:
    """The language into which it is translated."""
    return str(project.form.get("language", "en")).lower()
