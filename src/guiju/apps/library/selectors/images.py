"""Pictures of texts (图片)."""

from guiju.apps.library.models import Image, Text
from guiju.apps.library.rules import READ_WHOLE
from guiju.apps.library.selectors.texts import text_by_id
from guiju.core.errors import NotFoundError
from guiju.web.viewer import Viewer


def images_of(text: Text) -> list[Image]:
    return list(text.images.all())


def image_of(viewer: Viewer, text: int, pk: int) -> bytes:
    """The bytes of a picture, for who may read the whole text."""
    owner = text_by_id(viewer, text)
    READ_WHOLE.check(viewer, owner)
    found = owner.images.filter(pk=pk).first()
    if found is None:
        raise NotFoundError(str(pk))
    return bytes_of(found)


def bytes_of(image: Image) -> bytes:
    with image.file.open("rb") as file:
        data: bytes = file.read()
        return data
