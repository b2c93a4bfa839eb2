"""The cover in words (封面): as lines that read again, and as names with values."""

from collections.abc import Iterator

from guiju.core.documents.model import Meta
from guiju.core.documents.outputs.labels import is_english
from guiju.core.documents.structure.words import word


def lines(meta: Meta) -> Iterator[tuple[str, str]]:
    """Which field, and the line that says it, in the order of a printed cover."""
    language = meta.language
    issued, effective = (word("cover", one, language) for one in ("issued", "effective"))
    replaced = "、".join(meta.replaces)
    made = [
        ("ics", f"ICS {'; '.join(meta.ics)}" if meta.ics else ""),
        *(("ccs", f"CCS {one}") for one in meta.ccs),
        ("registration", f"备案号：{meta.registration}" if meta.registration else ""),
        ("level", meta.level),
        ("number", meta.number),
        ("replaces", f"{word('cover', 'replaces', language)} {replaced}" if replaced else ""),
        *((f"title-{code}", title) for code, title in _titles(meta)),
        *(("adopts", f"（{number}，{degree}）") for number, degree in meta.adopts if degree),
        ("stage", f"（{meta.stage}）" if meta.stage else ""),
        ("issued", f"{meta.issued} {issued}" if meta.issued else ""),
        ("effective", f"{meta.effective} {effective}" if meta.effective else ""),
        *(("issuer", f"{one}\u3000{issued}") for one in meta.issuers),
    ]
    return ((field, line) for field, line in made if line)


def _titles(meta: Meta) -> list[tuple[str, str]]:
    """The English title stands below the others."""
    return sorted(meta.titles, key=lambda one: is_english(one[0]))
