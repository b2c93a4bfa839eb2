"""Judgements as whoever has their address sees them (判定记录)."""

from django.db.models import QuerySet

from guiju.apps.conformity.models import Judgement
from guiju.core.errors import NotFoundError
from guiju.web.viewer import Viewer


class NoJudgementError(NotFoundError):
    """There is none at this address any more (判定不存在)."""

    code = "no_judgement"
    zh = "这个地址没有判定结果：地址不完整，或者数据已到期、已删除。请重新上传。"
    en = "There is no judgement at this address: it is incomplete, or the data have expired or were deleted. Upload them again."


def judgement_of(viewer: Viewer, key: str) -> Judgement:
    """The judgement of an address. Raises NoJudgementError."""
    found = Judgement.objects.filter(key=key, expires__gt=viewer.today).first()
    if found is None:
        raise NoJudgementError(key[:8])
    return found


def own_judgements(viewer: Viewer) -> QuerySet[Judgement]:
    """Those of a person who is signed in, the newest first."""
    rows = Judgement.objects.defer("rules", "summary", "columns")
    return rows.filter(by=viewer.user, expires__gt=viewer.today) if viewer.user else rows.none()
