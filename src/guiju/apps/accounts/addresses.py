"""Where a request comes from: the address that a lock-out counts by (来源地址)."""

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """The sender's address behind as many proxies as GUIJU_PROXIES says.

    Each proxy adds the address that it was asked from at the right of X-Forwarded-For; what stands
    further left the sender may have invented.
    """
    direct: str = request.META.get("REMOTE_ADDR", "")
    if settings.PROXIES == 0:
        return direct
    forwarded = request.headers.get("X-Forwarded-For", "")
    passed = [part.strip() for part in forwarded.split(",") if part.strip()]
    return passed[-settings.PROXIES] if len(passed) >= settings.PROXIES else direct
