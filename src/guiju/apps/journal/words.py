"""What the acts of the journal are called (行为名称): each app tells its own.

words.NAMES |= {"accounts.sign_in": _("Signed in")}   # in AppConfig.ready()
"""

from django.utils.functional import Promise

NAMES: dict[str, str | Promise] = {}


def name_of(action: str) -> str:
    """The act in the language of the page; '' for one that no app has named."""
    return str(NAMES.get(action, ""))
