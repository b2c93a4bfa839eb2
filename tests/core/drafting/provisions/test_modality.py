"""Every sentence of the table is of its kind, for the words that are named."""

import re
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from guiju.core.drafting.provisions import Place, classify
from guiju.core.drafting.sentences import Sentence, whole

SIGNS = {"~": "equivalent", "!": "forbidden", "?": "unlisted"}
TITLE = re.compile(r"@(?P<title>[^：:]+)[：:] ?(?P<text>.+)")


def table() -> list[tuple[str, list[tuple[str, str]], str]]:
    file = Path(__file__).parent / "cases" / "modality.txt"
    rows = []
    for line in file.read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        kind, words, text = (part.strip() for part in line.split("|", 2))
        parts = [] if words == "-" else words.split("/")
        found = [(part.lstrip("~!?"), SIGNS.get(part[0], "preferred")) for part in parts]
        rows.append((kind, found, text.replace("\\u00a0", "\u00a0")))
    return rows


CASES = table()


def test_the_table_is_long_enough() -> None:
    assert len(CASES) >= 420
    assert len({text for _, _, text in CASES}) == len(CASES)


@pytest.mark.parametrize(("kind", "words", "text"), CASES, ids=[text for _, _, text in CASES])
def test_kind_and_words(kind: str, words: list[tuple[str, str]], text: str) -> None:
    titled = TITLE.fullmatch(text)
    place = Place(titles=(titled["title"],)) if titled else Place()
    own = titled["text"] if titled else text
    language = "zh" if re.search("[\u4e00-\u9fff]", own) else "en"
    found = classify(whole(own), language, place)
    shown = [(" ".join(word.text.lower().split()), word.usage) for word in found.words]
    assert found.kind == kind
    assert len(shown) == len(words)
    for (written, usage), (asked, asked_usage) in zip(sorted(shown), sorted(words), strict=True):
        assert (fnmatchcase(written, asked.replace("…", "*")), usage) == (True, asked_usage)
    assert all(own[word.start : word.end] == word.text for word in found.words)


def test_offsets_are_those_of_the_text() -> None:
    text = "先看图。面层不应开裂。"
    word = classify(Sentence(4, 11, text[4:])).words[0]
    assert (text[word.start : word.end], word.start) == ("不应", 6)


def test_forbidden_words_are_told_apart() -> None:
    assert [one.text for one in classify(whole("应停机，必须挂牌，不得合闸。")).forbidden] == [
        "必须",
        "不得",
    ]


@pytest.mark.parametrize("text", ["称取 5 g 试样。", "Weigh 5 g."])
def test_what_binds_nobody_orders_nothing(text: str) -> None:
    language = "en" if text.isascii() else "zh"
    assert classify(whole(text), language, Place(part="note")).kind == "statement"
    assert classify(whole(text), language, Place(section="foreword")).kind == "statement"
