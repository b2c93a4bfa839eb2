"""Opening a file (打开文件): by what it is, not by its name; nothing unpacks beyond the limits."""

import io
import zipfile

from guiju.core.errors import Bilingual
from guiju.core.forms.errors import UnreadableForm
from guiju.core.forms.readers.csv import csv_pieces
from guiju.core.forms.readers.docx import docx_pieces
from guiju.core.forms.readers.pieces import Pieces, limit
from guiju.core.forms.readers.xlsx import xlsx_pieces

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MOST_PARTS = 5000


def read_pieces(data: bytes, name: str) -> Pieces:
    """Words and tables of a DOCX, XLSX or CSV. Raises UnreadableForm and the errors of DOCX."""
    most = limit("bytes")
    if len(data) > most:
        why = Bilingual(f"超过 {most} 字节的上限", f"it is larger than the limit of {most} bytes")
        raise UnreadableForm(name, why)
    if data.startswith(_OLE):
        raise UnreadableForm(
            name,
            Bilingual(
                "是旧版 .doc、.xls 或设有密码的文件，请去除密码并另存为 .docx 或 .xlsx",
                "it is an old .doc or .xls, or has a password; take that off and save it as .docx or .xlsx",
            ),
        )
    if not data.startswith(b"PK"):
        return csv_pieces(data, name)
    names = _parts(data, name)
    if any("vbaproject" in part.lower() for part in names):
        raise UnreadableForm(
            name,
            Bilingual(
                "含有宏。请另存为不含宏的 .docx 或 .xlsx",
                "it holds macros; save it as .docx or .xlsx without them",
            ),
        )
    if any(part.startswith("xl/") for part in names):
        return xlsx_pieces(data, name)
    return docx_pieces(data, name)


def _parts(data: bytes, name: str) -> list[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.namelist()[:_MOST_PARTS]
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as failure:
        why = Bilingual("已损坏或不是 DOCX、XLSX", "it is damaged, or no DOCX or XLSX")
        raise UnreadableForm(name, why) from failure
