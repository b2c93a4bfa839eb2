"""PDF with a text layer (有文字层的 PDF): characters with places, mended into paragraphs and tables.

read(data, name=…) -> Reading
"""

from guiju.core.documents.pdf.errors import (
    BrokenPdf,
    EncryptedPdf,
    GarbledPdf,
    HugePdf,
    ScannedPdf,
)
from guiju.core.documents.pdf.reading import lines, read

__all__ = ["BrokenPdf", "EncryptedPdf", "GarbledPdf", "HugePdf", "ScannedPdf", "lines", "read"]
