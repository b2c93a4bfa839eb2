"""What a comparison of limits says (对标结果)."""

from collections import Counter
from dataclasses import dataclass
from typing import Any, Literal

from guiju.core.errors import Bilingual
from guiju.core.provisions.explaining.model import said
from guiju.core.provisions.model import Modality

# Of the first to the second. Stricter: all that it lets pass, the other lets pass, and not the reverse.
Relation = Literal["equal", "stricter", "looser", "crossing", "incomparable", "only-a", "only-b"]
Reason = Literal[
    "unit", "condition", "statistic", "method", "levels", "uncertain", "interpolated", "conflict"
]
RELATIONS: dict[Relation, Bilingual] = {
    "equal": Bilingual("相等", "equal"),
    "stricter": Bilingual("严于", "stricter"),
    "looser": Bilingual("宽于", "looser"),
    "crossing": Bilingual("交叉", "crossing"),
    "incomparable": Bilingual("不可比", "incomparable"),
    "only-a": Bilingual("仅前者规定", "only in the first"),
    "only-b": Bilingual("仅后者规定", "only in the second"),
}
REVERSED: dict[Relation, Relation] = {
    "equal": "equal",
    "stricter": "looser",
    "looser": "stricter",
    "crossing": "crossing",
    "incomparable": "incomparable",
    "only-a": "only-b",
    "only-b": "only-a",
}
REASONS: dict[Reason, Bilingual] = {
    "unit": Bilingual("单位不能换算", "the units cannot be converted"),
    "condition": Bilingual("适用条件不同", "the conditions differ"),
    "statistic": Bilingual("统计方法不同", "the statistics differ"),
    "method": Bilingual("检测方法不同", "the test methods differ"),
    "levels": Bilingual("等级不能对应", "the levels do not correspond"),
    "uncertain": Bilingual("限值没有核实", "a limit has not been verified"),
    "interpolated": Bilingual("限值按内插确定", "a limit is interpolated"),
    "conflict": Bilingual("几条规则不能同时满足", "rules of one side cannot be met together"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What one of both asks: the limit as written with its unit, the clause, the level, the force."""

    written: Bilingual
    clause: Bilingual
    level: str = ""
    modality: Modality = "requirement"

    def to_json(self) -> dict[str, Any]:
        return {
            "limit": said(self.written),
            "clause": said(self.clause),
            "level": self.level,
            "modality": self.modality,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One characteristic under one condition (一项对比). `notes` say what else differs."""

    characteristic: str
    name: Bilingual
    when: Bilingual
    relation: Relation
    a: Side | None
    b: Side | None
    reasons: tuple[Reason, ...] = ()
    notes: tuple[Bilingual, ...] = ()

    def to_json(self) -> dict[str, Any]:
        return {
            "characteristic": self.characteristic,
            "name": said(self.name),
            "when": said(self.when),
            "relation": self.relation,
            "a": None if self.a is None else self.a.to_json(),
            "b": None if self.b is None else self.b.to_json(),
            "reasons": list(self.reasons),
            "notes": [said(one) for one in self.notes],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Against:
    """The first rule set against the second (对标): every characteristic of both."""

    a: str
    b: str
    cases: tuple[Compared, ...]

    @property
    def counts(self) -> dict[Relation, int]:
        counted = Counter(one.relation for one in self.cases)
        return {relation: counted[relation] for relation in RELATIONS if counted[relation]}

    def to_json(self) -> dict[str, Any]:
        return {
            "a": self.a,
            "b": self.b,
            "counts": self.counts,
            "cases": [one.to_json() for one in self.cases],
        }
