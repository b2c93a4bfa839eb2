"""A comparison in sentences (对标结论): case by case, and as a whole for a product's own indicators."""

from collections.abc import Iterable

from guiju.core.errors import Bilingual
from guiju.core.numbers import NumberError, parse
from guiju.core.provisions.against.model import REASONS, RELATIONS, Against, Compared, Side
from guiju.core.provisions.explaining.phrases import NONE, names_words

_NATURES = {
    "mandatory": Bilingual("强制性", "mandatory"),
    "recommended": Bilingual("推荐性", "recommended"),
    "guidance": Bilingual("指导性", "guidance"),
}


def sentence(one: Compared, found: Against) -> Bilingual:
    """`总磷：Q/A 1 的 ≤0.15 mg/L 严于 GB 3838-2002 Ⅲ 的 ≤0.2 mg/L。`"""
    word = RELATIONS[one.relation]
    when = one.when
    start = Bilingual(
        f"{one.name.zh}{f'（{when.zh}）' if when.zh else ''}：",
        f"{one.name.en}{f' ({when.en})' if when.en else ''}: ",
    )
    notes = Bilingual(
        "".join(f"；{note.zh}" for note in one.notes), "".join(f"; {note.en}" for note in one.notes)
    )
    if one.a is None or one.b is None:
        side, name = (one.a, found.a) if one.a is not None else (one.b, found.b)
        said = _named(side, name)
        return Bilingual(f"{start.zh}只有{said.zh}。", f"{start.en}only {said.en}.")
    a, b = _named(one.a, found.a), _named(one.b, found.b)
    if one.relation == "incomparable":
        why = names_words(REASONS[reason] for reason in one.reasons)
        return Bilingual(
            f"{start.zh}{a.zh.strip()} 与{b.zh} 不可比（{why.zh}）{notes.zh}。",
            f"{start.en}{a.en} and {b.en} cannot be compared ({why.en}){notes.en}.",
        )
    if one.relation in ("stricter", "looser"):
        return Bilingual(
            f"{start.zh}{a.zh.strip()} {word.zh}{b.zh}{notes.zh}。",
            f"{start.en}{a.en} is {word.en} than {b.en}{notes.en}.",
        )
    relation = "are equal" if one.relation == "equal" else "cross"
    return Bilingual(
        f"{start.zh}{a.zh.strip()} 与{b.zh} {word.zh}{notes.zh}。",
        f"{start.en}{a.en} and {b.en} {relation}{notes.en}.",
    )


def _named(side: Side | None, name: str) -> Bilingual:
    if side is None:
        return NONE
    level = f" {side.level}" if side.level else ""
    return Bilingual(f" {name}{level} 的 {side.written.zh}", f"{side.written.en} of {name}{level}")


def summary(found: Against) -> Bilingual:
    """How many are stricter, equal, looser …"""
    zh = "，".join(f"{RELATIONS[one].zh} {count}" for one, count in found.counts.items())
    en = ", ".join(f"{RELATIONS[one].en} {count}" for one, count in found.counts.items())
    return Bilingual(
        f"{found.a} 对 {found.b}：共 {len(found.cases)} 项，{zh or '没有可比的指标'}。",
        f"{found.a} against {found.b}: {len(found.cases)} items, {en or 'nothing to compare'}.",
    )


def own_summary(found: Against) -> Bilingual:
    """A product's own indicators (the first) against a standard: what has to be mended.

    Where the standard has levels, the best one that each indicator reaches is told.
    """
    nature = nature_of(found.b)
    kind = Bilingual(f"（{nature.zh}）", f" ({nature.en})") if nature.zh else NONE
    flat = [one for one in found.cases if not (one.b and one.b.level)]
    parts = [
        _part(flat, {"looser", "crossing"}, Bilingual("达不到", "not reached by")),
        _part(flat, {"stricter"}, Bilingual("严于标准", "stricter than the standard")),
        _part(flat, {"equal"}, Bilingual("与标准相等", "equal to the standard")),
        _part(flat, {"incomparable"}, Bilingual("不可比", "cannot be compared")),
        _part(found.cases, {"only-b"}, Bilingual("没有规定", "not set down")),
        _part(found.cases, {"only-a"}, Bilingual("标准没有规定", "not in the standard")),
        *_reached(found),
    ]
    zh = "；".join(one.zh for one in parts if one.zh)
    en = "; ".join(one.en for one in parts if one.en)
    mended = any(one.relation in ("looser", "crossing") for one in flat)
    verdict = _verdict(found, mended=mended)
    return Bilingual(
        f"与 {found.b}{kind.zh}相比，{verdict.zh}。{zh}。",
        f"Against {found.b}{kind.en}: {verdict.en}. {en[:1].upper()}{en[1:]}.",
    )


def nature_of(standard: str) -> Bilingual:
    """Whether it is mandatory or recommended; empty where its number does not say."""
    try:
        return _NATURES.get(parse(standard).nature, NONE)
    except NumberError:
        return NONE


def _verdict(found: Against, *, mended: bool) -> Bilingual:
    held = [one for one in found.cases if one.a and one.b]
    if not held:
        return Bilingual("没有可比的指标", "nothing can be compared")
    if mended:
        return Bilingual("有指标达不到，须修改", "some indicators fall short and have to be mended")
    if any(one.relation in ("incomparable", "only-b") for one in found.cases):
        return Bilingual(
            "可比的指标没有达不到的，但不能全部判断",
            "nothing that can be compared falls short, but not all can be told",
        )
    return Bilingual("全部达到", "all are reached")


def _part(cases: Iterable[Compared], relations: set[str], word: Bilingual) -> Bilingual:
    names = list(dict.fromkeys(one.name for one in cases if one.relation in relations))
    if not names:
        return NONE
    some = names_words(names[:_MOST])
    more = len(names) - _MOST
    rest = Bilingual(f"等 {len(names)} 项", f" and {more} more") if more > 0 else NONE
    return Bilingual(f"{word.zh}：{some.zh}{rest.zh}", f"{word.en}: {some.en}{rest.en}")


_MOST = 8  # names in a sentence


def _reached(found: Against) -> list[Bilingual]:
    """The best level of each indicator under each condition."""
    best: dict[tuple[Bilingual, Bilingual], str] = {}
    for one in found.cases:
        if one.a is None or one.b is None or not one.b.level:
            continue
        key = (one.name, one.when)
        best.setdefault(key, "")
        if not best[key] and one.relation in ("equal", "stricter"):
            best[key] = one.b.level
    parts = []
    for (name, when), level in best.items():
        place = Bilingual(f"（{when.zh}）", f" ({when.en})") if when.zh else NONE
        parts.append(
            Bilingual(
                f"{name.zh}{place.zh}{f'达到 {level}' if level else '不达到任何等级'}",
                f"{name.en}{place.en} reaches {level or 'no level'}",
            )
        )
    return parts
