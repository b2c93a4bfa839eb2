"""Which state of the data a page shows (数据版本): every official act makes a new one."""

from datetime import datetime

from guiju.apps.journal.models import Event


def data_version() -> tuple[int, datetime | None]:
    """The number and time of the journal's last event, in one query."""
    last = Event.objects.order_by("-number").values_list("number", "at").first()
    return last or (0, None)
