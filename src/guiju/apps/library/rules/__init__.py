"""Who may do what with texts (文本权限). Drafts are for cataloguers, what is published for all."""

from rules.predicates import predicate

from guiju.apps.catalogue.rules import KNOWN
from guiju.apps.library.models import Text
from guiju.core.errors import Bilingual
from guiju.web.access import Rule, holds
from guiju.web.viewer import Viewer

CATALOGUER = "cataloguer"


@predicate
def may_read(viewer: Viewer, text: Text | None) -> bool:
    return text is None or text.state == Text.State.PUBLISHED or viewer.holds(CATALOGUER)


@predicate
def may_read_whole(viewer: Viewer, text: Text | None) -> bool:
    return text is None or text.is_open or viewer.holds(CATALOGUER)


WRITE_TEXT = Rule(
    "library.write_text",
    (
        KNOWN,
        (
            holds(CATALOGUER),
            Bilingual(
                "只有编目员可以收录、发布或者撤回标准文本。",
                "Only a cataloguer may add, publish or withdraw texts of standards.",
            ),
        ),
    ),
)
_READ = (
    may_read,
    Bilingual(
        "这份文本尚未发布或者已经撤回，只有编目员可以阅读。",
        "This text is not published, or was withdrawn; only a cataloguer may read it.",
    ),
)
READ_TEXT = Rule("library.read_text", (_READ,))
READ_WHOLE = Rule(
    "library.read_whole",
    (
        _READ,
        (
            may_read_whole,
            Bilingual(
                "由于版权，这份文本只公开范围、规范性引用文件、术语和定义。全文请向发布机构获取。",
                "For reasons of copyright only scope, references and terms of this text are public. Ask its publisher for the whole.",
            ),
        ),
    ),
)
