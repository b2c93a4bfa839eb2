"""What `guiju document …` says to people (终端文字), in both languages."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from guiju.core.errors import Bilingual

if TYPE_CHECKING:
    from guiju.core.compare.documents import Comparison
    from guiju.core.documents.model import Doubt, Places
    from guiju.core.drafting.finding import Report
    from guiju.core.drafting.provisions import Conflict, Provision

MOST_DOUBTS, WIDTH = 20, 60
SEVERITIES = {
    "E": Bilingual("错误", "error"),
    "W": Bilingual("警告", "warning"),
    "I": Bilingual("提示", "information"),
}
KINDS = {
    "requirement": Bilingual("要求", "requirement"),
    "instruction": Bilingual("指示", "instruction"),
    "recommendation": Bilingual("推荐", "recommendation"),
    "permission": Bilingual("允许", "permission"),
    "capability": Bilingual("能力", "capability"),
    "possibility": Bilingual("可能", "possibility"),
    "statement": Bilingual("陈述", "statement"),
}
CHANGES = {
    "unchanged": Bilingual("未变", "unchanged"),
    "changed": Bilingual("修改", "changed"),
    "moved": Bilingual("移动", "moved"),
    "renumbered": Bilingual("仅编号变化", "renumbered"),
    "split": Bilingual("拆分", "split"),
    "merged": Bilingual("合并", "merged"),
    "added": Bilingual("增加", "added"),
    "removed": Bilingual("删除", "removed"),
    "definition": Bilingual("定义修改", "definition changed"),
    "renamed": Bilingual("更名", "renamed"),
    "redated": Bilingual("改注日期", "other date"),
    "dated": Bilingual("改为注日期", "now dated"),
    "undated": Bilingual("改为不注日期", "now undated"),
    "retitled": Bilingual("名称修改", "other title"),
    "stricter": Bilingual("变严", "stricter"),
    "looser": Bilingual("变宽", "looser"),
    "other": Bilingual("变化", "changed"),
    "same": Bilingual("写法变化", "written otherwise"),
    "modality": Bilingual("条款类型变化", "binds otherwise"),
    "reworded": Bilingual("改写", "reworded"),
}
PLACES = {
    "line": Bilingual("第 {line} 行", "line {line}"),
    "page": Bilingual("第 {line} 页", "page {line}"),
    "paragraph": Bilingual("第 {line} 段", "paragraph {line}"),
}
PARTS = {
    "clauses": Bilingual("条文", "Clauses"),
    "tables": Bilingual("表", "Tables"),
    "terms": Bilingual("术语", "Terms"),
    "references": Bilingual("引用文件", "References"),
    "limits": Bilingual("限值", "Limits"),
    "requirements": Bilingual("要求", "Requirements"),
}


def both(said: Bilingual) -> str:
    return f"{said.zh} {said.en}"


def cut(words: str, width: int = WIDTH) -> str:
    """The first words on one line."""
    line = " ".join(words.split())
    return line if len(line) <= width else line[: width - 1] + "…"


def place_read(line: int, places: "Places") -> str:
    """Where in the source something stands: its line, page or paragraph."""
    return both(PLACES[places]).format(line=line)


def doubt_lines(doubts: Iterable["Doubt"], places: "Places" = "line") -> Iterator[str]:
    every = list(doubts)
    for one in every[:MOST_DOUBTS]:
        place = f"{place_read(one.line, places)}  " if one.line else ""
        yield f"请核对 check  {place}{one.zh} {one.en}"
    if len(every) > MOST_DOUBTS:
        rest = len(every) - MOST_DOUBTS
        yield f"另有 {rest} 处请核对。 {rest} more to be checked."


def finding_lines(report: "Report", places: "Places" = "line") -> Iterator[str]:
    """A finding: where it is, what is wrong, and what to do, in both languages."""
    for one in report.findings:
        place = " ".join(part for part in (one.address or "封面 cover", one.part) if part)
        line = f"  ({place_read(one.line, places)})" if one.line else ""
        yield f"{one.severity} {one.rule:<4} {place}{line}  {one.message.zh}"
        yield f"       {one.message.en}"
        mend = f"  ⇒ {_mend(one.mend)}" if one.mend is not None else ""
        yield f"       → {one.basis}  {one.hint.zh} {one.hint.en}{mend}"
    for name, reason in report.off.items():
        yield f"- {name} 已停用 off: {reason}"
    yield " · ".join(f"{both(SEVERITIES[key])} {count}" for key, count in report.counts.items())


def _mend(words: str) -> str:
    """What the words of a finding become; what cannot be seen is named."""
    return {"": "删去 leave out", " ": "一个空格 a space"}.get(words, f"“{words}”")


def provision_lines(found: Iterable["Provision"], conflicts: Iterable["Conflict"]) -> Iterator[str]:
    counts: dict[str, int] = {}
    for one in found:
        counts[one.kind] = counts.get(one.kind, 0) + 1
        weight = "" if one.normative else "  资料性 informative"
        yield f"{one.address:<16} {both(KINDS[one.kind])}{weight}  {cut(one.text)}"
        for limit in one.limits:
            condition = f"  [{'；'.join(limit.condition)}]" if limit.condition else ""
            said = f"{limit.characteristic} {limit.interval.operator} {limit.interval.full}"
            yield f"{'':<18}{said}{condition}{'  ' + limit.method if limit.method else ''}"
    for conflict in conflicts:
        yield f"! {', '.join(conflict.addresses)}  {conflict.zh} {conflict.en}"
    yield " · ".join(f"{both(KINDS[kind])} {count}" for kind, count in counts.items())


def comparison_lines(comparison: "Comparison") -> Iterator[str]:
    """The changes, part by part, each with its two places."""
    said = comparison.summary
    yield f"{said.a or 'A'} → {said.b or 'B'}  改动 operations {said.operations}"
    for name, title in PARTS.items():
        changes = [one for one in getattr(comparison, name) if one.change != "unchanged"]
        if not changes:
            continue
        counts = getattr(said, name)
        shown = "，".join(
            f"{both(CHANGES[kind])} {count}" for kind, count in counts.items() if kind in CHANGES
        )
        yield f"{both(title)}: {shown}"
        yield from (
            f"  {_place(one)}  {both(CHANGES[one.change])}  {_what(one)}" for one in changes
        )


def _place(one: Any) -> str:
    old, new = (", ".join(side) if isinstance(side, tuple) else side for side in (one.a, one.b))
    return old if old == new else f"{old or '—'} → {new or '—'}"


def _what(one: Any) -> str:
    """What differs, in a few words."""
    if hasattr(one, "characteristic"):
        old, new = (
            limit if unit in limit else f"{limit} {unit}"
            for limit, unit in ((one.a_limit, one.a_unit), (one.b_limit, one.b_unit))
        )
        return f"{one.characteristic}: {old or '—'} → {new or '—'}"
    if hasattr(one, "a_number"):
        return f"{one.a_number or '—'} → {one.b_number or '—'}"
    if hasattr(one, "cells"):
        cells = (f"{x.row} / {x.column}: {x.a_text} → {x.b_text}" for x in one.cells)
        return "；".join([cut(one.title, 30), *(cut(x) for x in cells)])
    ops = [op for op in getattr(one, "text_ops", ()) if op.why != "pointer"]
    shown = "；".join(_op(op.old, op.new) for op in ops[:3])
    more = f" (+{len(ops) - 3})" if len(ops) > 3 else ""
    title = getattr(one, "title", "") or getattr(one, "b_term", "") or getattr(one, "a_term", "")
    text = "" if shown or title else (getattr(one, "b_text", "") or getattr(one, "a_text", ""))
    return " ".join(part for part in (cut(title, 30), shown + more, cut(text)) if part)


def _op(old: str, new: str) -> str:
    gone = f"[-{cut(old, 24)}-]" if old else ""
    return gone + (f"{{+{cut(new, 24)}+}}" if new else "")
