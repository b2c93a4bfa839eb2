"""Whether IDT, MOD or NEQ can stand (一致性程度判定), with the reasons."""

from collections import Counter
from decimal import Decimal
from typing import Any

from guiju.core.compare.documents.adoption_model import (
    Degree,
    ReplacedReference,
    StructuralDifference,
    TechnicalDifference,
    Verdict,
)
from guiju.core.errors import Bilingual

_STRUCTURE = {
    "added": ("增加", "added"), "removed": ("删除", "removed"), "moved": ("移动", "moved"),
    "renumbered": ("编号变化", "renumbered"), "split": ("拆分", "split"), "merged": ("合并", "merged"),
    "nature": ("附录性质变化", "annexes of another nature"),
}  # fmt: skip


def verdicts(
    structural: tuple[StructuralDifference, ...],
    technical: tuple[TechnicalDifference, ...],
    references: tuple[ReplacedReference, ...],
    adopted: float,
    rules: dict[str, Any],
    *,
    explained: bool,
) -> tuple[Verdict, ...]:
    """One for each degree, the closest first."""
    identical = [*_of_structure(structural), *_of_content(technical), *_of_references(references)]
    modified = _of_share(adopted, Decimal(rules["least_adopted"]["MOD"]))
    if identical and not explained:
        silent = Bilingual(
            "差异未在前言或附录中标示并说明，不能认定为修改（MOD）。",
            "Neither foreword nor annexes state and explain the differences: not modified (MOD).",
        )
        modified.append(silent)
    if not identical:
        same = Bilingual(
            "结构和技术内容均相同，一致性程度应为等同（IDT）。",
            "Structure and technical content are the same: the degree is identical (IDT).",
        )
        modified.append(same)
    return (
        Verdict(degree="IDT", stands=not identical, reasons=tuple(identical)),
        Verdict(degree="MOD", stands=not modified, reasons=tuple(modified)),
        Verdict(degree="NEQ", stands=bool(identical)),
    )


def closest(judged: tuple[Verdict, ...]) -> Degree:
    return next(one.degree for one in judged if one.stands)


def _of_structure(found: tuple[StructuralDifference, ...]) -> list[Bilingual]:
    if not found:
        return []
    counts = Counter(one.kind for one in found)
    zh = "、".join(f"{_STRUCTURE[kind][0]}{count}处" for kind, count in sorted(counts.items()))
    en = ", ".join(f"{count} {_STRUCTURE[kind][1]}" for kind, count in sorted(counts.items()))
    return [Bilingual(f"结构有变化：{zh}。", f"The structure differs: {en}.")]


def _of_content(found: tuple[TechnicalDifference, ...]) -> list[Bilingual]:
    places = list(dict.fromkeys(one.national or one.international for one in found))
    if not places:
        return []
    named = "、".join(places[:8])
    return [
        Bilingual(
            f"技术内容有差异，涉及{len(places)}处：{named}{'等' if len(places) > 8 else ''}。",
            f"The technical content differs in {len(places)} places: "
            f"{', '.join(places[:8])}{' and others' if len(places) > 8 else ''}.",
        )
    ]


def _of_references(found: tuple[ReplacedReference, ...]) -> list[Bilingual]:
    """A reference replaced by one that is not identical is a technical difference."""
    other = [
        one
        for one in found
        if one.kind in ("added", "removed", "redated")
        or (one.kind == "replaced" and one.degree != "IDT")
    ]
    if not other:
        return []
    named = "、".join(one.national or one.international for one in other[:8])
    return [
        Bilingual(
            f"规范性引用文件有{len(other)}项不同：{named}。",
            f"{len(other)} normative references differ: {named.replace('、', ', ')}.",
        )
    ]


def _of_share(adopted: float, least: Decimal) -> list[Bilingual]:
    if Decimal(str(adopted)) >= least:
        return []
    share = f"{adopted:.0%}"
    return [
        Bilingual(
            f"仅有{share}的条款与国际文件对应，只保留了少量内容，属于非等效（NEQ）。",
            f"Only {share} of the clauses have a counterpart: this is not equivalent (NEQ).",
        )
    ]
