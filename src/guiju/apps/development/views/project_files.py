"""Files of projects as they are sent (文件下载): never opened by the browser itself."""

from urllib.parse import quote

from django.http import FileResponse, Http404
from django.http.response import HttpResponseBase

from guiju.apps.development.models import Material

_SAFE = {"X-Content-Type-Options": "nosniff"}


def attachment(name: str) -> dict[str, str]:
    """The headers of a file under its own name, which may be Chinese."""
    plain = "".join(one for one in name if one.isascii() and (one.isalnum() or one in "._-"))
    said = f"attachment; filename=\"{plain or 'file'}\"; filename*=UTF-8''{quote(name)}"
    return {"Content-Disposition": said, **_SAFE}


def sent_file(row: Material) -> HttpResponseBase:
    """The file as it was handed in."""
    if not row.file:
        raise Http404(str(row.number))
    return FileResponse(
        row.file.open("rb"),
        content_type="application/octet-stream",
        headers=attachment(row.name or f"material-{row.number}"),
    )
