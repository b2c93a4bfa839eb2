"""DOCX (Word 文档): as people write it, and in the layout of GB/T 1.1.

read(data, name=…) -> Reading
write(document, images=…) -> bytes
"""

from guiju.core.documents.docx.errors import BrokenDocx, EncryptedDocx, HugeDocx, OldWord
from guiju.core.documents.docx.reading import lines, read
from guiju.core.documents.docx.writing import write

__all__ = ["BrokenDocx", "EncryptedDocx", "HugeDocx", "OldWord", "lines", "read", "write"]
