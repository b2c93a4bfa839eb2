"""Files that show what is reported (佐证材料): named, checked, hashed and stored.

Called by `services.reports` inside its act. A file lies under a random name without a kind, so
that nothing on the way can take it for a page or a program; its own name stays in the row.
"""

import re
import secrets
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import TypeAlias

from django.conf import settings
from django.core.files.base import File
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from guiju.apps.governance.models import Evidence, Report
from guiju.core.errors import InputError
from guiju.core.seals.streams import Running
from guiju.web.uploads import TooLargeError

# Quoted, since Django's classes take no type argument at run time.
Upload: TypeAlias = "UploadedFile[bytes]"
Bytes: TypeAlias = "File[bytes]"
LONGEST_NAME = 200
KINDS = "pdf, png, jpg, docx, xlsx, txt, csv"
_ACTIVE = re.compile(
    rb"\s*(<\s*(!doctype|html|head|body|svg|script|iframe|\?xml|\?php|%)|#!|MZ|\x7fELF)",
    re.IGNORECASE,
)


class WrongKind(InputError):
    """A file of a kind that is not taken as evidence (文件类型不允许)."""

    code = "evidence_kind"
    zh = "“{subject}”不是可接受的佐证材料：只收 {kinds}，且内容须与扩展名相符。请另存为其中一种再上传。"
    en = (
        "“{subject}” cannot be taken as evidence: only {kinds} are, and the content must be what the"
        " name says. Save it as one of these and upload that."
    )


class EmptyFile(InputError):
    """A file of no bytes (空文件)."""

    code = "evidence_empty"
    zh = "“{subject}”是空文件，没有保存。请检查后重新上传。"
    en = "“{subject}” is an empty file; nothing was stored. Check it and upload it again."


def cleaned_name(name: str) -> str:
    r"""The name without its path, control or invisible characters, at most 200 characters long.

    >>> cleaned_name("C:\\temp\\..\\季度 报告\u202e.pdf")
    '季度 报告.pdf'
    """
    last = re.split(r"[/\\]", name)[-1]
    visible = "".join(one for one in last if unicodedata.category(one)[0] != "C").strip(" .")
    path = PurePosixPath(visible or "file")
    return path.stem[: LONGEST_NAME - len(path.suffix)] + path.suffix[:LONGEST_NAME]


def _office_document(part: str) -> Callable[[Bytes], bool]:
    """A .docx or .xlsx: a package with that part and without macros."""

    def holds(file: Bytes) -> bool:
        try:
            with zipfile.ZipFile(file) as package:
                names = package.namelist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
            return False
        has_macros = any(name.lower().endswith("vbaproject.bin") for name in names)
        return "[Content_Types].xml" in names and part in names and not has_macros

    return holds


def _begins_with(*signatures: bytes) -> Callable[[Bytes], bool]:
    return lambda file: file.read(16).startswith(signatures)


def _is_plain_text(file: Bytes) -> bool:
    head = file.read(4096)
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "ignore").encode()
    return b"\x00" not in head and not _ACTIVE.match(head.removeprefix(b"\xef\xbb\xbf"))


HOLDS: dict[str, Callable[[Bytes], bool]] = {
    ".pdf": _begins_with(b"%PDF-"),
    ".png": _begins_with(b"\x89PNG\r\n\x1a\n"),
    ".jpg": _begins_with(b"\xff\xd8\xff"),
    ".jpeg": _begins_with(b"\xff\xd8\xff"),
    ".docx": _office_document("word/document.xml"),
    ".xlsx": _office_document("xl/workbook.xml"),
    ".txt": _is_plain_text,
    ".csv": _is_plain_text,
}


def check_file(file: Upload) -> str:
    """The cleaned name of a file that may be taken. Raises WrongKind, EmptyFile, TooLargeError."""
    name = cleaned_name(file.name or "")
    if not file.size:
        raise EmptyFile(name)
    if file.size > settings.MAX_UPLOAD_BYTES:
        raise TooLargeError(name, limit=settings.MAX_UPLOAD_BYTES // (1024 * 1024))
    holds = HOLDS.get(PurePosixPath(name).suffix.lower())
    file.seek(0)
    if holds is None or not holds(file):
        raise WrongKind(name, kinds=KINDS)
    file.seek(0)
    return name


class _Hashed(File):  # type: ignore[type-arg]  # no type argument at run time
    """A file that is hashed while the storage reads it: it is read once, and as it is stored."""

    def __init__(self, file: Upload) -> None:
        super().__init__(file.file, name=file.name)
        self.running = Running()

    def chunks(self, chunk_size: int | None = None) -> Iterator[bytes]:
        for piece in super().chunks(chunk_size):
            self.running.add(piece)
            yield piece


def attach(report: Report, file: Upload, stored: list[str]) -> Evidence:
    """Check, hash and store one file, and note its storage name in `stored`."""
    name = check_file(file)
    hashed = _Hashed(file)
    evidence = Evidence(report=report, name=name)
    evidence.file.save(f"{secrets.token_hex(16)}.bin", hashed, save=False)
    stored.append(str(evidence.file.name))
    evidence.size = hashed.running.size
    evidence.sm3, evidence.sha256 = hashed.running.digests.sm3, hashed.running.digests.sha256
    evidence.save()
    return evidence


def withdraw(report: Report, pks: list[int]) -> list[str]:
    """Withdraw files from a report that is being written; the rows stay. Their digests."""
    found = list(report.evidence.filter(pk__in=pks, withdrawn=None).order_by("pk"))
    for evidence in found:
        evidence.withdrawn = timezone.now()
        evidence.save(update_fields=["withdrawn"])
    return [evidence.sm3 for evidence in found]


@contextmanager
def removed_on_failure() -> Iterator[list[str]]:
    """Stands around a transaction: what was stored for it goes when it fails."""
    stored: list[str] = []
    try:
        yield stored
    except BaseException:
        for name in stored:
            default_storage.delete(name)
        raise
