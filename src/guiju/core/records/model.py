"""A bibliographic record (书目记录): one source's word about one document, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

# The relations of a catalogue. A statement made from the other side ("replaced by") is turned round
# by the reader, so that each relation has one direction.
RELATIONS = (
    "replaces",  # 代替; whole or partial
    "amends",  # 修改
    "corrects",  # 勘误
    "adopts",  # 采用, with a degree: IDT, MOD, NEQ
    "part_of",  # 部分属于
    "cites_normatively",  # 规范性引用
    "cites_informatively",  # 资料性引用
    "supports",  # 配套
    "converted_from",  # 转化自
    "translation_of",  # 外文版
    "interprets",  # 解释
    "sample_for",  # 标准样品用于
    "cited_by_law",  # 被法规引用; the target is the law's name
    "conflicts_with",  # 相抵触
    "consolidates",  # 汇编: the text with its amendments in one
)

STATES = (
    "draft",  # 制定中
    "upcoming",  # 即将实施
    "in_force",  # 现行
    "superseded",  # 被代替
    "withdrawn",  # 废止
    "abandoned",  # 终止
    "unknown",  # 不明
)

ROLES = (
    "issuer",  # 发布机构
    "competent",  # 主管部门
    "custodian",  # 归口单位
    "executor",  # 执行单位
    "drafter",  # 起草单位
    "person",  # 起草人
    "proposer",  # 提出单位
    "publisher",  # 出版者
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A typed arrow from the record's document to another (标准间关系).

    `target` is the number as written. `inverse` says that the arrow runs the other way: the target
    replaces (adopts, cites …) this document. `date` is ISO 8601, possibly only a year or month.
    `denied`: the source says that there is no such relation, since `date` and for the reason in
    `note`; against it the word of less trusted sources does not count.
    """

    type: str
    target: str
    inverse: bool = False
    whole: bool = True
    degree: str = ""
    date: str = ""
    note: str = ""
    denied: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """An organisation or person in a role, under the name that the source writes (责任者)."""

    role: str
    name: str
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What one source says; what it does not say is empty. All dates ISO 8601, possibly partial.

    `number` as the source writes it; `other_numbers` pairs of kind (urn, joint, old, reference)
    and text. `titles` and `abstracts` by language (zh, en, fr, ru). `status` is one of STATES as
    the source claims it on `as_of`; `stage` the ISO stage code "60.60" where there is one.
    `source` names the source where a file holds several (its slug), `key` is the source's own
    identifier of the record, the number where it has none; both decide what "the same again" is.
    `extra` keeps what has no field here.
    """

    number: str
    source: str = ""
    key: str = ""
    other_numbers: tuple[tuple[str, str], ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    abstracts: Mapping[str, str] = field(default_factory=dict)
    level: str = ""
    nature: str = ""
    kind: str = ""
    function: str = ""
    issued: str = ""
    effective: str = ""
    withdrawn: str = ""
    reviewed: str = ""
    status: str = ""
    as_of: str = ""
    stage: str = ""
    edition: str = ""
    announcement: str = ""
    plan_number: str = ""
    filing_number: str = ""
    ics: tuple[str, ...] = ()
    ccs: tuple[str, ...] = ()
    committees: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    relations: tuple[Relation, ...] = ()
    languages: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    region: str = ""
    pages: str = ""
    links: tuple[str, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)
