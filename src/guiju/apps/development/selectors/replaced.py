"""What a project replaces (被代替标准): the editions chosen, and those that its form names."""

from guiju.apps.development.models import Project
from guiju.apps.development.selectors.standards import Wanted, texts
from guiju.core.records.identity import identity

Keys = tuple[str, ...]


def replaced_numbers(project: Project, said: Wanted) -> tuple[Keys, Keys]:
    """The keys of editions replaced whole, and of those replaced in part."""
    partly = tuple(identity(one).key for one in said.replaces_partly)
    chosen = project.replaces.order_by("sort").values_list("key", flat=True)
    named = (identity(one).key for one in texts(project.form.get("replaces")))
    whole = dict.fromkeys((*chosen, *named))
    return tuple(one for one in whole if one not in partly), partly
