"""The names of classification codes (分类名称): from imported tables, else from the rulebook."""

from collections.abc import Iterable

from guiju.apps.catalogue.models import ClassCode
from guiju.core.codes import ccs, ics

Code = tuple[str, ...]  # scheme, code


def names_of_codes(codes: Iterable[Code]) -> dict[Code, tuple[str, ...]]:
    """The names, in all languages, of each code and of the codes above it."""
    lines = {code: line_of(code) for code in codes}
    wanted = {one for line in lines.values() for one in line}
    names = own_names(wanted)
    return {
        code: tuple(dict.fromkeys(name for one in line for name in names.get(one, ())))
        for code, line in lines.items()
    }


def own_names(codes: Iterable[Code]) -> dict[Code, tuple[str, ...]]:
    """The names of the codes themselves, Chinese first."""
    wanted = set(codes)
    found: dict[Code, tuple[str, ...]] = {}
    rows = ClassCode.objects.filter(code__in={code for _, code in wanted})
    for one in rows:
        found[one.scheme, one.code] = tuple(name for name in (one.name_zh, one.name_en) if name)
    for scheme, code in wanted - set(found):
        name = (ics if scheme == "ics" else ccs).name(code)
        if name is not None:
            found[scheme, code] = tuple(dict.fromkeys(part for part in name if part))
    return found


def line_of(code: Code) -> list[Code]:
    """The code and those above it, from the code up."""
    scheme, text = code
    parents = (ics if scheme == "ics" else ccs).parents(text)
    return [code, *((scheme, parent) for parent in parents)]
