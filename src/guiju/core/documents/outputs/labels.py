"""Labels as they are printed (编号的写法): 表1, 附录A, 注1：, in the document's language."""

from guiju.core.documents.model import Figure, Formula, Note, Section, Table
from guiju.core.documents.structure.words import word


def is_english(language: str) -> bool:
    return language.startswith("en")


def of_section(one: Section, language: str) -> str:
    """5.4; 附录A（规范性）; "" without a number."""
    if one.kind != "annex" or not one.label or "." in one.label:
        return one.label
    space = " " if is_english(language) else ""
    return f"{word('annex', 'word', language)}{space}{one.label}{nature(one, language)}"


def nature(one: Section, language: str) -> str:
    if not one.nature:
        return ""
    said = word("annex", one.nature, language)
    return f" ({said})" if is_english(language) else f"（{said}）"


def of_float(one: Table | Figure, language: str) -> str:
    """表1, Figure A.2; "" without a number."""
    return name_of(one, language) if one.label else ""


def name_of(one: Table | Figure, language: str) -> str:
    """表1; 表 without a number."""
    name = word("blocks", "table" if isinstance(one, Table) else "figure", language)
    between = " " if is_english(language) and one.label else ""
    return f"{name}{between}{one.label}"


def key(language: str) -> str:
    """标引序号说明：."""
    return word("blocks", "key", language) + (":" if is_english(language) else "：")


def unit(written: str, language: str) -> str:
    """单位为毫米."""
    if not written:
        return ""
    lead = word("blocks", "unit", language)
    return f"{lead} {written}" if is_english(language) else f"{lead}{written}"


def of_note(one: Note, language: str) -> str:
    """注1：, with the colon."""
    name = one.label or word("blocks", one.kind, language)
    return f"{name}: " if is_english(language) else f"{name}："


def of_formula(one: Formula, language: str) -> str:
    if not one.label:
        return ""
    return f"({one.label})" if is_english(language) else f"（{one.label}）"


def source(written: str, language: str) -> str:
    """[来源：GB/T 20000.1—2014，3.1]."""
    name = word("blocks", "source", language)
    return f"[{name}: {written}]" if is_english(language) else f"[{name}：{written}]"


def domain(written: str, language: str) -> str:
    return f"<{written}> " if is_english(language) else f"〈{written}〉"


def status(name: str, language: str) -> str:
    """拒用术语：, before a designation that is not preferred."""
    if name == "preferred":
        return ""
    said = word("terms", name, language)
    return f"{said}: " if is_english(language) else f"{said}："
