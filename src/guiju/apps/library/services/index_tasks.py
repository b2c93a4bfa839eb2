"""What the index of passages has to take again (条款索引待办): left in the transaction of the change."""

from collections.abc import Iterable

from guiju.apps.library.models import PassageTask, Text


def texts_changed(pks: Iterable[int]) -> None:
    """These texts were published, superseded or withdrawn."""
    PassageTask.objects.bulk_create(PassageTask(text=pk) for pk in pks)


def editions_changed(editions: set[int]) -> None:
    """Number, dates or successors of these editions may be others: so is the state of their texts."""
    rows = Text.objects.filter(edition__in=editions, state=Text.State.PUBLISHED)
    texts_changed(list(rows.order_by("pk").values_list("pk", flat=True)))
