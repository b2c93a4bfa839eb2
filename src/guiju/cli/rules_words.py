"""What `guiju rules …` says (规则集的终端文字和 JSON)."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from guiju.core.errors import Bilingual

if TYPE_CHECKING:
    from guiju.core.provisions.against.model import Against
    from guiju.core.provisions.explaining.boundaries import Boundary
    from guiju.core.provisions.files.problems import Problem
    from guiju.core.provisions.model import RuleSet

_CERTAINTIES = {
    "checked": Bilingual("已对照文本", "checked against a text"),
    "certain": Bilingual("确定", "certain"),
    "uncertain": Bilingual("未核实，不作判定", "not verified: does not judge"),
}
_SEVERITIES = {"error": Bilingual("错误", "error"), "warning": Bilingual("提示", "warning")}


def said(text: Bilingual) -> dict[str, str]:
    return {"zh": text.zh, "en": text.en}


def about(rules: "RuleSet") -> dict[str, Any]:
    """A rule set in short."""
    return {
        "standard": rules.standard,
        "title": said(rules.title),
        "from": rules.since.isoformat(),
        "until": rules.until.isoformat() if rules.until else None,
        "certainty": rules.certainty,
        "characteristics": len(rules.characteristics),
        "rules": len(rules.rules),
        "ladders": [one.id for one in rules.ladders],
        "indices": [one.id for one in rules.indices],
    }


def about_line(one: dict[str, Any]) -> str:
    kinds = [f"限值 {one['rules']}"] if one["rules"] else []
    kinds += [f"分级 {name}" for name in one["ladders"]] + [
        f"指数 {name}" for name in one["indices"]
    ]
    until = f"~{one['until']}" if one["until"] else "~"
    title, certainty = one["title"], _CERTAINTIES[one["certainty"]]
    return (
        f"{one['standard']}  {title['zh']} {title['en']}  {one['from']}{until}  "
        f"{'；'.join(kinds)}  {certainty.zh} {certainty.en}"
    )


def whole(rules: "RuleSet") -> dict[str, Any]:
    """A rule set in full: sentences, tables, conditions, and what is left out."""
    from guiju.core.provisions.explaining.limits import limits_table
    from guiju.core.provisions.explaining.sentences import sentences

    return {
        **about(rules),
        "basis": rules.basis,
        "attributes": [
            {
                "id": one.id,
                "name": said(one.name),
                "values": {value: list(names) for value, names in one.values.items()},
                "unit": one.unit,
                "default": one.default,
            }
            for one in rules.attributes.values()
        ],
        "sentences": [
            {"about": one.about, "clause": one.clause, **said(one.sentence)}
            for one in sentences(rules)
        ],
        "tables": [one.to_json() for one in limits_table(rules)],
        "omitted": [said(one) for one in rules.omitted],
    }


def whole_lines(rules: "RuleSet") -> Iterator[str]:
    from guiju.core.provisions.explaining.sentences import sentences

    yield about_line(about(rules))
    yield rules.basis
    for one in rules.attributes.values():
        values = "|".join(one.values) or one.unit
        default = f"（缺省 default {one.default}）" if one.default else ""
        yield f"  --set {one.id}={values}  {one.name.zh} {one.name.en}{default}"
    for each in sentences(rules):
        yield f"  {each.sentence.zh}\n  {each.sentence.en}"
    for left in rules.omitted:
        yield f"没有收入：{left.zh} Left out: {left.en}"


def problem_json(one: "Problem") -> dict[str, Any]:
    return {
        "line": one.line,
        "severity": one.severity,
        "path": one.path,
        "message": {"zh": one.zh, "en": one.en},
        "mend": said(one.mend),
    }


def problem_line(one: "Problem", name: str) -> str:
    word = _SEVERITIES[one.severity]
    return (
        f"{name}:{one.line}: {word.zh} {one.zh} {one.mend.zh}".rstrip()
        + f"\n  {word.en}: {one.en} {one.mend.en}".rstrip()
    )


def comparison_json(
    found: "Sequence[Against]", summaries: Sequence[Bilingual]
) -> list[dict[str, Any]]:
    from guiju.core.provisions.against.summing import sentence, summary

    answers = []
    for at, one in enumerate(found):
        answer = one.to_json()
        for case, row in zip(one.cases, answer["cases"], strict=True):
            row["sentence"] = said(sentence(case, one))
        answer["summary"] = said(summary(one))
        answer["conclusion"] = said(summaries[at]) if summaries else None
        answers.append(answer)
    return answers


def comparison_lines(found: "Sequence[Against]", summaries: Sequence[Bilingual]) -> Iterator[str]:
    from guiju.core.provisions.against.summing import sentence, summary

    for at, one in enumerate(found):
        for case in one.cases:
            text = sentence(case, one)
            yield f"  {text.zh}\n  {text.en}"
        whole = summary(one)
        yield f"{whole.zh}\n{whole.en}"
        if summaries:
            yield f"{summaries[at].zh}\n{summaries[at].en}"


def boundary_json(one: "Boundary") -> dict[str, Any]:
    return {
        "rule": one.rule,
        "level": one.level,
        "characteristic": one.characteristic,
        "name": said(one.name),
        "kind": one.kind,
        "clause": one.clause,
        "limit": said(one.limit),
        "when": said(one.when),
        "conforms": one.conforms,
        "fails": one.fails,
        "answers": [said(answer) for answer in one.answers if answer.zh],
    }


def boundary_line(one: "Boundary") -> str:
    level = f" {one.level}" if one.level else ""
    when = f"（{one.when.zh} {one.when.en}）" if one.when.zh else ""
    start = f"{one.rule}{level}  {one.name.zh} {one.name.en} {one.limit.zh}{when}"
    if one.kind == "limit":
        return f"{start}  符合 conforms {one.conforms}  不符合 fails {one.fails}"
    answers = (two.zh if two.zh == two.en else f"{two.zh} {two.en}" for two in one.answers)
    values = zip((one.conforms, one.fails), answers, strict=True)
    return f"{start}  {'  '.join(f'{value} → {answer}' for value, answer in values)}"
