"""A stored file is mended in place: the words that were chosen change, and nothing else."""

from datetime import date

import pytest
from lxml import etree

from guiju.core.documents import sts
from guiju.core.documents.pointers import linked
from guiju.core.documents.walking import blocks, plain
from guiju.core.drafting.checking import check
from guiju.core.drafting.finding import Finding
from guiju.core.drafting.mending import apply, carried_out
from guiju.core.drafting.mending_sts import mend_sts
from guiju.core.errors import Bilingual
from tests.shared_data import shared

FILE = """<standard>
  <!-- 示例：批注 --><?guiju keep?>
  <front><std-meta><title-wrap xml:lang="zh"><full>示例  标准</full></title-wrap></std-meta></front>
  <body>
    <sec id="s1" custom="kept"><label>4</label><title>要求</title>
      <p>长度应不小于<bold>60</bold>mm，
         必须<!-- 内部 -->干燥。</p>
      <p>温度应不大于<italic>60</italic>℃。</p>
      <p>要求</p>
    </sec>
  </body>
</standard>
"""


def finding(address, start, end, mend, part=""):
    said = Bilingual("示例", "example")
    return Finding(
        rule="X00", severity="W", basis="GB/T 1.1", message=said, hint=said,
        address=address, part=part, start=start, end=end, mend=mend,
    )  # fmt: skip


def mended(*findings, file=FILE):
    return mend_sts(file.encode(), findings)


@pytest.mark.parametrize(
    ("found", "before", "after"),
    [
        (finding("4/p1", 8, 8, " "), "<bold>60</bold>mm", "<bold>60</bold> mm"),
        (finding("4/p1", 8, 10, "cm"), "<bold>60</bold>mm", "<bold>60</bold>cm"),
        (finding("4/p1", 6, 8, "61"), "<bold>60</bold>mm", "<bold>61</bold>mm"),
        (finding("4/p1", 11, 13, "应"), "必须<!-- 内部 -->", "应<!-- 内部 -->"),
        (finding("4/p2", 8, 9, " K"), "</italic>℃", "</italic> K"),
        (finding("4", 0, 2, "技术要求", "title"), "<title>要求", "<title>技术要求"),
        (finding("4/p3", 0, 2, "规定"), "<p>要求", "<p>规定"),
    ],
)
def test_the_words_change_where_they_stand(found, before, after):
    made = mended(found)
    wanted = FILE.replace(before, after)
    assert wanted != FILE
    canonical = [
        etree.canonicalize(one, with_comments=True) for one in (made.data.decode(), wanted)
    ]
    assert (made.applied, made.left, canonical[0]) == ((found,), (), canonical[1])


@pytest.mark.parametrize(
    "found",
    [
        finding("4/p9", 0, 1, "?"),
        finding("4/p1", 0, 1, "?", "unit"),
        finding("", 0, 1, "?", "title/en"),
    ],
)
def test_what_is_not_there_is_left_and_the_rest_is_mended(found):
    good = finding("4/p1", 8, 8, " ")
    made = mended(found, good)
    assert (made.applied, made.left) == ((good,), (found,))
    assert mended(found) == (FILE.encode(), (), (found,))


def test_where_two_overlap_the_first_counts():
    first, over, apart = (
        finding("4/p1", 6, 8, "61"),
        finding("4/p1", 7, 10, "?"),
        finding("4/p1", 11, 13, "应"),
    )
    assert carried_out([over, first, apart]) == (first, apart)
    assert mended(over, first, apart)[1:] == ((first, apart), (over,))


def test_the_same_said_twice_is_done_once():
    twice = [finding("4/p1", 8, 8, " "), finding("4/p1", 8, 8, " ")]
    text = next(plain(one) for _, one in blocks(sts.view(sts.parse(mended(*twice).data))))
    assert text == "长度应不小于60 mm，必须干燥。"


@pytest.mark.parametrize(
    "name", ["rice-en.final.sts", "isosts-feature_doc", "tbx-nisosts-0.2-formatted"]
)
def test_real_files_lose_nothing_but_the_words(name):
    data = shared(f"data/documents/sts/{name}.xml").read_bytes()
    file = sts.parse(data)
    document = linked(sts.view(file))
    found = check(document, mode="draft", on=date(2026, 1, 1)).findings
    able = [one for one in found if one.mend is not None]
    made = mend_sts(data, able)
    assert len(made.applied) + len(made.left) == len(able)
    shapes = [
        [(one.tag, dict(one.attrib)) for one in each.root.iter()]
        for each in (file, sts.parse(made.data))
    ]
    assert shapes[0] == shapes[1]
    kept = [plain(one) for _, one in blocks(sts.view(sts.parse(made.data)))]
    assert kept == [plain(one) for _, one in blocks(apply(document, made.applied))]
