"""The papers of a ballot as a table (投票明细), and the count of such a table without any database.

One row for each paper, in the order in which they came in; who handed in none has a row too.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date

from guiju.core.errors import Bilingual, InputError
from guiju.core.procedures.ballots.model import Ballot, Elector, Recusal, Tally, Vote
from guiju.core.procedures.ballots.rules import ballot_rule

COLUMNS = (
    "rule", "opened", "last", "elector", "name", "unit", "side", "seat", "aside",
    "paper", "day", "marks", "reasons",
)  # fmt: skip
_WHOLE = ("rule", "opened", "last")  # the same in every row
Row = dict[str, str]


class UnreadableBallot(InputError):
    """A table that is not that of a ballot (投票明细无法读取)."""

    code = "procedures.unreadable-ballot"
    zh = "投票明细第 {line} 行：{why.zh}。请重新下载明细，不要改动表头。"
    en = "Line {line} of the papers: {why.en}. Download them again, and leave the head as it is."


def rows_of(ballot: Ballot, names: dict[str, tuple[str, str]]) -> Iterator[Row]:
    """The rows of a ballot; `names`: the name and side of each elector."""
    aside = {one.person: one.reason for one in ballot.recusals}
    whole = {
        "rule": ballot.rule.id,
        "opened": ballot.opened.isoformat(),
        "last": ballot.last.isoformat() if ballot.last else "",
    }
    people = {one.person: one for one in ballot.electors}
    voted = {one.person for one in ballot.votes}

    def row(person: str, **values: str) -> Row:
        one, (name, side) = people[person], names.get(person, ("", ""))
        known = {"elector": person, "name": name, "unit": one.unit, "side": side, "seat": one.seat}
        return (
            dict.fromkeys(COLUMNS, "") | whole | known | {"aside": aside.get(person, "")} | values
        )

    for at, one in enumerate(ballot.votes, 1):
        if one.person in people:
            yield row(
                one.person,
                paper=str(at),
                day=one.on.isoformat(),
                marks=" ".join(one.marks),
                reasons=one.reasons,
            )
    yield from (row(one) for one in people if one not in voted)


def read_papers(text: str) -> Ballot:
    """The ballot that a table of papers tells. Raises UnreadableBallot and NoBallotRule."""
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), strict=True)
    if missing := [one for one in COLUMNS if one not in (reader.fieldnames or ())]:
        raise _wrong(
            1, f"缺少列 {'、'.join(missing)}", f"columns are missing: {', '.join(missing)}"
        )
    rows = [(at, {key: row[key] or "" for key in COLUMNS}) for at, row in enumerate(reader, 2)]
    if not rows:
        raise _wrong(2, "没有任何人", "there is nobody in it")
    first = rows[0][1]
    electors: dict[str, Elector] = {}
    recusals: dict[str, Recusal] = {}
    papers: list[tuple[int, Vote]] = []
    for line, row in rows:
        if any(row[key] != first[key] for key in _WHOLE):
            raise _wrong(line, "属于另一次表决", "it belongs to another ballot")
        who = Elector(row["elector"], row["unit"], row["seat"])
        if electors.setdefault(who.person, who) != who:
            raise _wrong(line, "同一人的单位前后不一", "the unit of the elector differs")
        if row["aside"]:
            recusals[who.person] = Recusal(who.person, row["aside"])
        if row["paper"]:
            papers.append((_number(line, row["paper"]), _vote(line, row)))
    if len({at for at, _ in papers}) != len(papers):
        raise _wrong(2, "票号重复", "a paper stands there twice")
    opened = _day(2, first["opened"])
    return Ballot(
        kind="",
        rule=ballot_rule(first["rule"], opened),
        electors=tuple(electors.values()),
        opened=opened,
        last=_day(2, first["last"]) if first["last"] else None,
        votes=tuple(one for _, one in sorted(papers, key=lambda pair: pair[0])),
        recusals=tuple(recusals.values()),
    )


def told(result: Tally) -> Bilingual:
    """The result in sentences, the same on the page, in the file and on the command line (计票结果)."""
    counted = result.counted
    numbers = Bilingual(
        f"有表决权 {counted['electorate']} 人，参加表决 {counted['participants']} 人："
        f"同意 {counted['for']}，不同意 {counted['against']}，弃权 {result.abstained}，"
        f"无效 {len(result.invalid)}，逾期 {len(result.late)}，回避 {len(result.recused)}。",
        f"{counted['electorate']} entitled to vote, {counted['participants']} took part: "
        f"{counted['for']} in favour, {counted['against']} against, {result.abstained} abstaining, "
        f"{len(result.invalid)} invalid, {len(result.late)} late, {len(result.recused)} standing aside.",
    )
    verdict = (
        Bilingual("通过。", "Passed.") if result.passed else Bilingual("未通过。", "Not passed.")
    )
    return _joined((numbers, *(one.says for one in result.checks), verdict))


def _joined(lines: Iterable[Bilingual]) -> Bilingual:
    kept = list(lines)
    return Bilingual("\n".join(one.zh for one in kept), "\n".join(one.en for one in kept))


def _vote(line: int, row: Row) -> Vote:
    return Vote(row["elector"], tuple(row["marks"].split()), _day(line, row["day"]), row["reasons"])


def _day(line: int, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise _wrong(line, f"“{text}”不是日期", f"“{text}” is no date") from None


def _number(line: int, text: str) -> int:
    if not text.isdecimal():
        raise _wrong(line, f"“{text}”不是票号", f"“{text}” is no number of a paper")
    return int(text)


def _wrong(line: int, zh: str, en: str) -> UnreadableBallot:
    return UnreadableBallot("", line=line, why=Bilingual(zh, en))
