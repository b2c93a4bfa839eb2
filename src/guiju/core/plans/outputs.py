"""Named outputs (成果) of a sentence: the noun phrase from behind its verb to the word of its kind."""

import re
from dataclasses import dataclass
from functools import cache

from guiju.core.plans.model import Output
from guiju.core.plans.words import any_of, words

# A clause; quotation marks, title marks and brackets keep their commas to themselves.
_CLAUSE = re.compile(
    r"(?:[^，,；;。：:\n“《（(]++|“[^“”\n]*+”|《[^《》\n]*+》|[（(][^（()）\n]*+[)）]|[“《（(])++"
)
_CIRCUMSTANCE = re.compile(
    r"(?:围绕|针对|面向|聚焦|依托|结合|按照|根据|以|在|对|从|通过|选择|选取)"
)
_CIRCUMSTANCE_ENDS = (
    *("领域", "方面", "等", "中", "下", "上", "内", "里", "网"),
    *("实际", "需求", "要求", "需要", "目标", "基础", "项目", "机构"),
    *("地区", "地方", "城市", "区域", "行业", "环节", "产业"),
)
_CLAUSE_VERBS = re.compile(r"纳入|参与|开展|采用|发布|列入|转向|作为|通过|对接|应用于|进行")
_LIST = re.compile(r"[、和及与并]|以及")
# Nobody writes a longer clause; the bound keeps hostile text linear.
_LONGEST_CLAUSE = 500
# Words of everyday prose: they need more company than 工程 or 平台 to make a name.
_COMMON_KINDS = frozenset({"标准", "规范", "系统"})
_PUNCTUATION = re.compile(r"[、，“”《》（）()\s+-]")


@dataclass(frozen=True, slots=True)
class _Grammar:
    verb: re.Pattern[str]
    kind: re.Pattern[str]
    kind_of: dict[str, str]
    after: re.Pattern[str]
    after_standard: re.Pattern[str]
    joined_verb: re.Pattern[str]
    quantifier: re.Pattern[str]
    bare: re.Pattern[str]
    bare_standard: re.Pattern[str]
    weak: frozenset[str]
    pivots: frozenset[str]


@cache
def _grammar() -> _Grammar:
    lists = words("actions")["outputs"]
    verbs = any_of(lists["verbs"] + lists["pivots"])
    ends = r"(?:水平|力度|能力|步伐|进度|工作)?(?=$|[、和及与并等，]|以及)"
    follow = any_of(lists["follow"] + lists["follow_any"])
    return _Grammar(
        verb=re.compile(verbs),
        kind=re.compile(any_of(lists["kinds"])),
        kind_of=lists["kind_of"],
        after=re.compile(
            rf"》?(?:(?=$|[、和及与并等]|以及)|(?:的)?(?:{follow})(?:、(?:{follow}))?{ends})"
        ),
        after_standard=re.compile(rf"(?:的)?(?:{any_of(lists['follow_standard'])})"),
        joined_verb=re.compile(rf"(?:[和并、及与]|或者?)(?:{verbs})"),
        quantifier=re.compile(rf"(?:了|{any_of(lists['quantifiers'])})"),
        bare=re.compile(rf"(?:{any_of(lists['bare'])})*"),
        bare_standard=re.compile(any_of(lists["bare"] + lists["bare_standard"])),
        weak=frozenset(lists["weak"]),
        pivots=frozenset(lists["pivots"]),
    )


def find_outputs(text: str, start: int, end: int) -> tuple[Output, ...]:
    """The named outputs in `text[start:end]`, in their order.

    “完善A制度、B制度” gives two; a bare 标准体系 names nothing and gives none.
    """
    grammar = _grammar()
    found: list[Output] = []
    for clause in _CLAUSE.finditer(text, start, end):
        if clause.end() - clause.start() > _LONGEST_CLAUSE:
            continue
        if grammar.kind.search(text, clause.start(), clause.end()):
            found += _in_clause(text, clause.start(), clause.end(), grammar)
    return tuple(found)


def _in_clause(text: str, start: int, end: int, grammar: _Grammar) -> list[Output]:
    verb = _governing(text, start, end, grammar)
    if verb is None:
        return []
    said = verb.group()
    if said in grammar.pivots:
        inner = _after_pivot(text, verb.end(), end, grammar)
        if inner is not None:
            return _objects(text, inner.end(), end, grammar, weak=inner.group() in grammar.weak)
    if said in grammar.pivots and said not in grammar.weak:
        return []
    weak = said in grammar.weak
    if weak and _CLAUSE_VERBS.search(text, verb.end(), end):
        return []
    return _objects(text, verb.end(), end, grammar, weak=weak)


def _governing(text: str, start: int, end: int, grammar: _Grammar) -> re.Match[str] | None:
    """The first verb; behind 围绕…领域 or 在…中, the first verb after that circumstance."""
    circumstance = _CIRCUMSTANCE.match(text, start, end)
    for verb in grammar.verb.finditer(text, start, end):
        if _quoted(text, start, verb.start()):
            continue
        if circumstance is None:
            return verb
        if text.endswith(_CIRCUMSTANCE_ENDS, start, verb.start()):
            return verb
    return None


def _after_pivot(text: str, at: int, end: int, grammar: _Grammar) -> re.Match[str] | None:
    """推动…开展X: the later verb that has an object of a kind."""
    for verb in grammar.verb.finditer(text, at, end):
        if verb.group() in grammar.pivots or verb.group() in grammar.weak:
            continue
        if _quoted(text, at, verb.start()) or grammar.verb.match(text, verb.end(), end):
            continue
        if verb.start() > at and _is_noun(text, verb, end):
            continue
        if _objects(text, verb.end(), end, grammar, weak=False):
            return verb
    return None


def _is_noun(text: str, verb: re.Match[str], end: int) -> bool:
    """X建设、Y: a verb behind its object and before a comma of a list is a noun there."""
    return bool(_LIST.match(text, verb.end(), end)) or text[verb.end() : verb.end() + 1] == "的"


def _quoted(text: str, start: int, at: int) -> bool:
    return any(
        text.count(opening, start, at) > text.count(closing, start, at)
        for opening, closing in ("“”", "《》", "（）")
    )


def _objects(text: str, start: int, end: int, grammar: _Grammar, *, weak: bool) -> list[Output]:
    """Cut the object behind the verb into names; each ends in the word of its kind."""
    while joined := grammar.joined_verb.match(text, start, end):
        start = joined.end()
    quantifier = grammar.quantifier.match(text, start, end)
    if quantifier:
        start = quantifier.end()
    found: list[Output] = []
    at = start
    for kind in grammar.kind.finditer(text, start, end):
        after = grammar.after.match(text, kind.end(), end)
        if after is None or kind.start() < at or _open_quote(text, at, kind.end()):
            continue
        name_end = kind.end() + (1 if text.startswith("》", kind.end()) else 0)
        nominal = grammar.after_standard.match(text, kind.end(), end)
        if weak and kind.group() in _COMMON_KINDS and not nominal:
            continue
        if not _names_something(text[at:name_end], kind.group(), grammar):
            continue
        if not _is_whole(text, after.end(), end, grammar):
            continue
        word = grammar.kind_of.get(kind.group(), kind.group())
        found.append(Output(word, text[at:name_end], at, name_end))
        at = _next_name(text, after.end(), end, grammar)
    return found


def _open_quote(text: str, start: int, end: int) -> bool:
    """A kind word inside “…” ends no name, unless the mark was opened by a title 《."""
    return text.count("“", start, end) > text.count("”", start, end)


def _next_name(text: str, at: int, end: int, grammar: _Grammar) -> int:
    link = _LIST.match(text, at, end)
    at = link.end() if link else at
    verb = grammar.verb.match(text, at, end)
    if link and verb and verb.end() < end:
        at = verb.end()
    quantifier = grammar.quantifier.match(text, at, end)
    return quantifier.end() if quantifier else at


def _names_something(name: str, kind: str, grammar: _Grammar) -> bool:
    """A bare 标准体系 or 国家标准 is no name; a title in 《》 always is."""
    if name.startswith("《") and name.endswith("》"):
        return True
    rest = _PUNCTUATION.sub("", name)
    if kind in _COMMON_KINDS:
        return len(grammar.bare_standard.sub("", rest)) >= 2
    return grammar.bare.fullmatch(rest) is None


def _is_whole(text: str, at: int, end: int, grammar: _Grammar) -> bool:
    """Behind a kind word, a list goes on only with another name that ends in a kind word.

    “A体系、B体系” is two names, “基础设施规划、设计、建设等标准” is one.
    """
    link = _LIST.match(text, at, end)
    if link is None:
        return True
    stop = text.find("、", link.end(), end)
    for kind in grammar.kind.finditer(text, link.end(), stop if stop >= 0 else end):
        if grammar.after.match(text, kind.end(), end):
            return True
    return False
