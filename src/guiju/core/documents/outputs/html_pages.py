"""A page around the text (独立网页), for a file of its own: its style inside, no script, nothing fetched."""

from collections.abc import Mapping
from importlib.resources import files

from guiju.core.documents.model import Document
from guiju.core.documents.outputs import html
from guiju.core.documents.outputs.html_hooks import Hooks
from guiju.core.documents.outputs.html_tags import Html, joined, language, tag
from guiju.core.documents.pictures import data_address
from guiju.core.documents.structure.words import word

_SHEETS = ("file.css", "text.css", "blocks.css", "print.css")


class _Alone(Hooks):
    """Pictures stand inside the file."""

    def __init__(self, images: Mapping[str, bytes]) -> None:
        self.images = images

    def image(self, name: str) -> str | None:
        return data_address(self.images.get(name, b""))


def page(document: Document, images: Mapping[str, bytes]) -> str:
    """A whole HTML file: contents, cover, text."""
    hooks = _Alone(images)
    meta = document.meta
    own = dict(reversed(meta.titles)).get(meta.language) or next((t for _, t in meta.titles), "")
    name = word("elements", "contents", meta.language)
    contents = tag(
        "nav",
        tag("h2", name),
        html.outline(document, hooks),
        class_="lt-outline",
        aria_label=name,
    )
    said = tag("title", " ".join(one for one in (meta.number, own) if one) or "—")
    return "<!DOCTYPE html>\n" + tag(
        "html",
        tag("head", Html('<meta charset="utf-8">'), _SCREEN, said, tag("style", _style())),
        "\n",
        tag(
            "body",
            tag("main", html.write(document, hooks, heading=1, contents=contents)),
        ),
        "\n",
        lang=language(meta.language),
    )


_SCREEN = Html('<meta name="viewport" content="width=device-width, initial-scale=1">')


def _style() -> Html:
    sheets = files("guiju.core.documents.outputs") / "sheets"
    return joined(*(Html((sheets / name).read_text("utf-8")) for name in _SHEETS))
