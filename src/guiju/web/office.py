"""LibreOffice beside us (办公软件): a DOCX becomes a PDF; one at a time, in bounded time, without a network.

It runs with a profile, a home and an environment of its own, and whatever it started ends with it.
Nothing here needs Django.
"""

import fcntl
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from guiju.core.errors import StateError

PROGRAMS = ("soffice", "libreoffice")
SECONDS = 120.0
_LOOK_AGAIN = 0.2  # seconds
# No proxy answers at this address, so that nothing leaves the machine; macros and links are off.
_SETTINGS = (
    ("/org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "2"),
)


class OfficeMissing(StateError):
    """LibreOffice is not installed (未安装 LibreOffice)."""

    code = "office_missing"
    zh = "生成 PDF 需要 LibreOffice，本机没有安装。请安装 LibreOffice（Debian、Ubuntu：apt install libreoffice-writer-nogui）后再试，或者改用 DOCX，再用办公软件导出。"
    en = "A PDF is made by LibreOffice, which is not installed here. Install it (Debian, Ubuntu: apt install libreoffice-writer-nogui) and try again, or take DOCX and export it with an office program."


class OfficeTooSlow(StateError):
    """It did not finish in time (生成超时)."""

    code = "office_too_slow"
    zh = "在 {subject} 秒内没有生成 PDF，已停止。请稍后再试，或者改用 DOCX，再用办公软件导出。"
    en = "No PDF came within {subject} seconds; it was stopped. Try again later, or take DOCX and export it with an office program."


class OfficeFailed(StateError):
    """LibreOffice made no PDF (生成失败)."""

    code = "office_failed"
    zh = "LibreOffice 没有生成 PDF：{subject}。请改用 DOCX，再用办公软件导出。"
    en = "LibreOffice made no PDF: {subject}. Take DOCX and export it with an office program."


def program() -> str:
    """Where LibreOffice is; OfficeMissing where it is not."""
    for name in PROGRAMS:
        if found := shutil.which(name):
            return found
    raise OfficeMissing()


def is_there() -> bool:
    return any(map(shutil.which, PROGRAMS))


def pdf_of_docx(
    data: bytes, *, seconds: float = SECONDS, is_made: Callable[[], bool] = lambda: False
) -> bytes:
    """The PDF of a DOCX; nothing if `is_made` says so once it is our turn.

    Raises OfficeMissing, OfficeTooSlow and OfficeFailed.
    """
    office = program()
    until = time.monotonic() + seconds
    with _turn(until, seconds), tempfile.TemporaryDirectory(prefix="guiju-office-") as made:
        if is_made():
            return b""
        folder = Path(made)
        (folder / "text.docx").write_bytes(data)
        _profile(folder / "profile" / "user")
        told = _run(office, folder, until, seconds)
        found = folder / "text.pdf"
        if not found.is_file():
            raise OfficeFailed(told or "—")
        return found.read_bytes()


@contextmanager
def _turn(until: float, seconds: float) -> Iterator[None]:
    """Wait for whoever is at it. The lock is the operating system's: it ends with its process."""
    name = Path(tempfile.gettempdir()) / f"guiju-office-{os.getuid()}.lock"
    flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW
    file = os.open(name, flags, 0o600)
    try:
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() >= until:
                    raise OfficeTooSlow(f"{seconds:g}") from None
                time.sleep(_LOOK_AGAIN)
        yield
    finally:
        os.close(file)


def _profile(folder: Path) -> None:
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value>'
        "</prop></item>"
        for path, name, value in _SETTINGS
    )
    folder.mkdir(parents=True)
    (folder / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>\n',
        "utf-8",
    )


def _run(office: str, folder: Path, until: float, seconds: float) -> str:
    """What it said; all that it started is killed at the limit."""
    command = (
        office, "--headless", "--norestore", "--nolockcheck", "--nodefault",
        "--nofirststartwizard", f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--convert-to", "pdf:writer_pdf_Export", "--outdir", str(folder),
        str(folder / "text.docx"),
    )  # fmt: skip
    own = {"PATH": os.environ.get("PATH", os.defpath), "LANG": "C.UTF-8"}
    own |= dict.fromkeys(("HOME", "TMPDIR"), str(folder))
    with (folder / "said").open("wb") as said:
        child = subprocess.Popen(  # noqa: S603 - the program by its name, a file of our own
            command,
            cwd=folder,
            env=own,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            start_new_session=True,
        )
        try:
            child.wait(max(0.0, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            raise OfficeTooSlow(f"{seconds:g}") from None
        finally:
            if child.poll() is None:
                os.killpg(child.pid, signal.SIGKILL)
                child.wait()
    words = (folder / "said").read_text("utf-8", "replace").split()
    return " ".join(words)[-200:]
