"""What a standard number says (标准编号): one value for every kind of number."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplement:
    """An amendment, corrigendum or other addition to an edition (修改单、勘误、补充件).

    `kind` is as the issuer writes it: XG, Amd, Cor, Add, Suppl, ISH …; `stage` is that of a draft
    ("CD", "FD"); `number` and `iteration` are text, `year` has four digits or is empty. A
    `merged` one is worked into the text that is numbered (`+AMD1:2009 CSV`); `suffix` is the
    issuer's mark on the supplement itself.
    """

    kind: str
    number: str = ""
    year: str = ""
    month: str = ""
    stage: str = ""
    iteration: str = ""
    merged: bool = False
    suffix: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """One number, read. Strings keep leading zeros; what is not said is empty.

    `kind`      standard, plan (计划号), committee (委员会), document (working document), sample …
    `level`     national, industry, local_province, local_city, group, enterprise, international,
                regional, foreign: the level of the issuer (标准层级)
    `nature`    mandatory, recommended, guidance, sample, "" where numbers do not say (标准性质)
    `code`      the canonical letters before the sequence: GB/T, DB11/T, T/CAS, ISO/IEC TR
    `publishers` ("ISO", "IEC"): those whose number it is; `type`: TR, TS, Guide, PAS …
    `year`      four digits; `year_written` as it stood ("87", "—" of an edition to be published);
                `month` of the few that have one
    `stage`, `iteration`, `edition`  of a draft and of an edition without a year
    `all_parts` （所有部分）; `languages` ("en", "fr")
    `adopts`    the international numbers of a double number (双编号, identical adoption)
    `joint`     further numbers that the same document bears
    `area`      region code of a local standard; `suffix` what the issuer adds (CSV, RLV, S)
    `style`     whose typography it was written in ("iec": AMD1, "iso": Amd 1), kept for printing
                and no part of the identity
    `canonical` the key in data, ASCII dashes; `display` as printed, with the one-line dash
    `urn`       where ISO or IEC define one
    """

    kind: str = "standard"
    level: str = ""
    nature: str = ""
    code: str
    publishers: tuple[str, ...] = ()
    type: str = ""
    seq: str = ""
    parts: tuple[str, ...] = ()
    year: str = ""
    year_written: str = field(default="", compare=False)
    month: str = ""
    stage: str = ""
    iteration: str = ""
    edition: str = ""
    all_parts: bool = False
    languages: tuple[str, ...] = ()
    supplements: tuple[Supplement, ...] = ()
    adopts: tuple["Number", ...] = ()
    joint: tuple["Number", ...] = ()
    area: str = ""
    suffix: str = ""
    style: str = field(default="", compare=False)
    written: str = field(default="", compare=False)
