"""How well limits are read out of sentences: `extract` on the labelled sentences of building codes.

A pair is an operator and a value. Those of the labels are each comparison (不应小于, 大于 …) with the
value label that follows it; a pair counts as found when operator and value agree, each pair once.
Beside it stands a plain regular expression in the same run. Pairs with a number are counted apart
from all pairs. The labels leave out some pairs that do stand in a sentence: those count as wrong.
The sentences are read from the folder that GUIJU_SHARED names, or ../shared.

    python bench/provisions.py [--errors] [--fold N]
"""

import json
import os
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

Pair = tuple[str, str]
WORDS = {
    "≥": r"(?:应|宜)?不(?:应|宜|得)?(?:小于|低于|少于)|大于等于|大于或等于|至少|≥",
    "≤": r"(?:应|宜)?不(?:应|宜|得)?(?:大于|高于|超过|多于)|小于等于|小于或等于|至多|≤",
    ">": r"大于|高于|超过|多于|>",
    "<": r"小于|低于|少于|<",
}
PLAIN = re.compile(
    "(?:" + "|".join(f"(?P<g{at}>{words})" for at, words in enumerate(WORDS.values())) + ")"
    r"\s*(?P<value>[±]?\d+(?:\.\d+)?(?::\d+)?\s*(?:[A-Za-zΩμ℃%％‰°/·]+\d?(?:[/／·][A-Za-z]+\d?)?|[个次级倍])?)"  # noqa: RUF001
)
SIGN = re.compile("|".join(f"(?P<g{at}>{words})" for at, words in enumerate(WORDS.values())))
OPERATORS = tuple(WORDS)
EQUAL = ("应为", "宜为", "为", "是", "等于")


def rows() -> list[dict[str, object]]:
    default = Path(__file__).resolve().parents[2] / "shared"
    folder = Path(os.environ.get("GUIJU_SHARED", str(default)))
    file = folder / "data" / "clauses" / "zh-code-clauses.jsonl"
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def bare(value: str) -> str:
    """Spaces and widths do not matter."""
    return re.sub(r"\s", "", value).translate(str.maketrans("％：／", "%:/"))  # noqa: RUF001


def labelled(row: dict[str, object]) -> list[Pair]:
    text, spans = str(row["text"]), sorted(row["label"])  # type: ignore[call-overload]
    pairs = []
    for at, (start, end, kind) in enumerate(spans):
        written = text[start:end]
        sign = SIGN.search(written + ("于" if written.endswith("小") else ""))
        equal = written in EQUAL
        if kind != "cmp" or not (sign or equal):
            continue
        values = [s for s in spans[at + 1 : at + 4] if s[2] in ("Rprop", "ARprop")]
        following = [s[0] for s in spans[at + 1 :] if s[2] == "cmp"]
        if equal and not (values and re.search(r"\d", text[values[0][0] : values[0][1]])):
            continue
        if values and (not following or values[0][0] < following[0]):
            operator = OPERATORS[int(str(sign.lastgroup)[1:])] if sign else "="
            pairs.append((operator, bare(text[values[0][0] : values[0][1]])))
    return pairs


def plain(text: str) -> list[Pair]:
    """The baseline: one regular expression."""
    return [
        (
            OPERATORS[int(next(k for k, v in m.groupdict().items() if v and k != "value")[1:])],
            bare(m["value"]),
        )
        for m in PLAIN.finditer(text)
    ]


def ours(text: str) -> list[Pair]:
    from guiju.core.drafting.provisions import extract
    from guiju.core.drafting.sentences import whole

    return [
        (
            "=" if one.interval.operator == "between" else one.interval.operator,
            bare(one.interval.full),
        )
        for one in extract(whole(text))
    ]


def score(
    data: list[dict[str, object]],
    read: Callable[[str], list[Pair]],
    *,
    numeric: bool,
    show: bool = False,
) -> str:
    right = told = known = 0
    began = time.perf_counter()
    for row in data:
        gold, own = Counter(labelled(row)), Counter(read(str(row["text"])))
        if numeric:
            gold, own = (
                Counter({p: n for p, n in c.items() if re.search(r"\d", p[1])}) for c in (gold, own)
            )
        right += (gold & own).total()
        told, known = told + own.total(), known + gold.total()
        if show and gold != own:
            sys.stdout.write(
                f"{row['text']}\n    missed {list((gold - own).elements())}  extra {list((own - gold).elements())}\n"
            )
    seconds = time.perf_counter() - began
    precision, recall = right / max(told, 1), right / max(known, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return f"{known:>6} {told:>6} {right:>6} {precision:>9.3f} {recall:>7.3f} {f1:>6.3f} {seconds:>8.2f}"


def main() -> None:
    """Print the table, and the errors where they are asked for."""
    data = rows()
    show = "--errors" in sys.argv
    sys.stdout.write(f"{'':<34} known   told  right precision  recall     F1  seconds\n")
    for name, read in (("plain regular expression", plain), ("guiju extract", ours)):
        for numeric in (True, False):
            label = f"{name}, {'numbers' if numeric else 'all values'}"
            line = score(data, read, numeric=numeric, show=show and read is ours and not numeric)
            sys.stdout.write(f"{label:<34} {line}\n")
    for fold in range(5):
        part = [row for at, row in enumerate(data) if at % 5 == fold]
        sys.stdout.write(
            f"{f'guiju extract, fold {fold + 1}, numbers':<34} {score(part, ours, numeric=True)}\n"
        )


if __name__ == "__main__":
    main()
