"""A judged table as a paper (数据判定汇总): counts of verdicts, and the first rows that fail."""

from collections.abc import Iterator, Sequence

from guiju.core.errors import Bilingual
from guiju.core.provisions.explaining.phrases import clause_words, names_words, same
from guiju.core.provisions.judging import Status
from guiju.core.provisions.model import Attribute, Characteristic, RuleSet
from guiju.core.provisions.papers.model import Grid, Paper
from guiju.core.provisions.reports.model import NOT_REVIEWED
from guiju.core.provisions.tables.evaluating import Summary
from guiju.core.provisions.tables.failing import ADDED, Failing
from guiju.core.provisions.words_of import STATUS_WORDS

_HEADS = {
    "grade": Bilingual("等级", "Grade"),
    "verdict": Bilingual("判定", "Verdict"),
    "limiting": Bilingual("决定指标", "Limiting"),
    "clause": Bilingual("条款", "Clause"),
    "rules_verdict": Bilingual("其他限值判定", "Other limits, verdict"),
    "rules_limiting": Bilingual("其他限值的指标", "Other limits, limiting"),
    "rules_clause": Bilingual("其他限值的条款", "Other limits, clause"),
    "edition": Bilingual("版本", "Edition"),
    "reason": Bilingual("原因", "Reason"),
    "total": Bilingual("总分", "Total"),
}
_STATUSES: dict[str, Status] = {words.zh: status for status, words in STATUS_WORDS.items()}


def table_paper(
    summary: Summary,
    rule_sets: Sequence[RuleSet],
    failing: Failing,
    *,
    name: str,
    reviewed: bool = True,
) -> Paper:
    """For DOCX and XLSX; `name` is the table's, `rule_sets` those of all editions that judged."""
    titles = names_words(dict.fromkeys(one.title for one in rule_sets))
    bases = dict.fromkeys(one.basis for one in rule_sets)
    return Paper(
        title=Bilingual(
            f"数据判定汇总 {summary.standard} {titles.zh}",
            f"Summary by {summary.standard} {titles.en}",
        ),
        lines=(
            Bilingual(f"数据：{name}，共 {summary.rows} 行", f"Data: {name}, {summary.rows} rows"),
            *((NOT_REVIEWED,) if not reviewed else ()),
            *(_untold(one, rule_sets) for one in summary.untold),
        ),
        grids=(
            _columns(summary, rule_sets),
            _counts(summary),
            *((_failing(failing, summary.standard),) if failing.rows else ()),
            *((_unreadable(summary),) if summary.unreadable else ()),
        ),
        foot=tuple(Bilingual(f"规则依据：{one}", f"Basis of the rules: {one}") for one in bases),
    )


def _untold(name: str, rule_sets: Sequence[RuleSet]) -> Bilingual:
    one = thing_called(name, rule_sets).name
    return Bilingual(f"没有说明：{one.zh}", f"Not told: {one.en}")


def thing_called(name: str, rule_sets: Sequence[RuleSet]) -> Characteristic | Attribute:
    """A characteristic or an attribute of any of them."""
    for rules in rule_sets:
        found = rules.characteristics.get(name) or rules.attributes.get(name)
        if found is not None:
            return found
    raise KeyError(name)


def _columns(summary: Summary, rule_sets: Sequence[RuleSet]) -> Grid:
    rows = []
    for one in summary.columns:
        thing = thing_called(one.of, rule_sets)
        rows.append((same(one.column), thing.name, same(one.unit or thing.unit)))
    heads = (
        Bilingual("列", "Column"), Bilingual("识别为", "Understood as"), Bilingual("单位", "Unit"),
    )  # fmt: skip
    title = Bilingual("列的对应", "Columns")
    return Grid(title=title, heads=heads, rows=tuple(rows), widths=(30, 40, 14))


def _counts(summary: Summary) -> Grid:
    rows = []
    for name, counted in summary.answers.items():
        for word, count in counted.most_common():
            share = f"{100 * count / summary.rows:.2f}%" if summary.rows else ""
            status = _STATUSES.get(word or "")
            said = STATUS_WORDS[status] if status else same(word or "—")
            rows.append((_HEADS.get(name, same(name)), said, same(str(count)), same(share)))
    heads = (
        Bilingual("项目", "Item"), Bilingual("结论", "Answer"),
        Bilingual("行数", "Rows"), Bilingual("占比", "Share"),
    )  # fmt: skip
    title = Bilingual("判定统计", "Verdicts")
    return Grid(title=title, heads=heads, rows=tuple(rows), widths=(20, 20, 12, 12))


def _failing(failing: Failing, standard: str) -> Grid:
    """The clause is told with its edition."""
    heads = failing.heads
    rows = tuple(
        (same(str(number)), *_cells(dict(zip(heads, cells, strict=True)), standard))
        for number, cells in failing.rows
    )
    shown = (
        Bilingual("行", "Row"),
        *(_HEADS[head] if head in ADDED else same(head) for head in heads),
    )
    title = Bilingual(
        f"不符合的行（共 {failing.count} 行，列出前 {len(rows)} 行）",
        f"Rows that do not conform ({failing.count}, of which {len(rows)} are listed)",
    )
    return Grid(title=title, heads=shown, rows=rows)


def _cells(row: dict[str, str], standard: str) -> Iterator[Bilingual]:
    edition = row.get("edition") or standard
    for head, cell in row.items():
        if head.endswith("clause") and head in ADDED and cell:
            yield clause_words(edition, cell)
        else:
            yield _verdict(cell) if head.endswith("verdict") else same(cell)


def _verdict(cell: str) -> Bilingual:
    status = _STATUSES.get(cell)
    return STATUS_WORDS[status] if status else same(cell)


def _unreadable(summary: Summary) -> Grid:
    return Grid(
        title=Bilingual("不能识别的单元格", "Cells that were not understood"),
        heads=(Bilingual("行", "Row"), Bilingual("列", "Column"), Bilingual("内容", "Text")),
        rows=tuple(
            (same(str(row)), same(column), same(text)) for column, row, text in summary.unreadable
        ),
        widths=(8, 30, 50),
    )
