"""NISO STS and ISO STS (标准标签集): the form in which a text is kept.

parse(data) -> Sts          the file, of which nothing is lost; Sts.write() -> bytes
view(sts) -> Document       the typed view over it
places(sts)                 the element of each address
write(document) -> bytes    NISO STS from the typed view
"""

from guiju.core.documents.sts.safe import WrongRoot, XmlError, XmlTooDeep, XmlTooLarge
from guiju.core.documents.sts.storage import Sts, parse
from guiju.core.documents.sts.viewing import places, view, view_and_places
from guiju.core.documents.sts.writing import write

__all__ = [
    "Sts",
    "WrongRoot",
    "XmlError",
    "XmlTooDeep",
    "XmlTooLarge",
    "parse",
    "places",
    "view",
    "view_and_places",
    "write",
]
