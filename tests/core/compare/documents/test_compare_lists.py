"""Terms and references find their partners."""

import pytest

from guiju.core.compare.documents import compare
from tests.core.compare.documents.building import document


def references(old, new):
    sides = (
        document(f"# 1 范围\n本文件适用于水壶。\n# 2 规范性引用文件\n{side}") for side in (old, new)
    )
    return [(one.change, one.a_number, one.b_number) for one in compare(*sides).references]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("> GB/T 1.1—2009　导则", "> GB/T 1.1—2020　导则", [("redated", "GB/T 1.1—2009", "GB/T 1.1—2020")]),
        ("> GB/T 1.1　导则", "> GB/T 1.1—2020　导则", [("dated", "GB/T 1.1", "GB/T 1.1—2020")]),
        ("> GB/T 1.1—2020　导则", "> GB/T 1.1　导则", [("undated", "GB/T 1.1—2020", "GB/T 1.1")]),
        ("> GB/T 1.1—2020　导则", "> GB/T 1.2—2020　导则", [("added", "", "GB/T 1.2—2020"), ("removed", "GB/T 1.1—2020", "")]),
        ("> GB/T 1.1　旧名", "> GB/T 1.1　新名", [("retitled", "GB/T 1.1", "GB/T 1.1")]),
        ("> ISO 9001:2008　质量", "> ISO 9001:2015　质量", [("redated", "ISO 9001:2008", "ISO 9001:2015")]),
        ("> GB/T 1.1　甲\n> GB/T 2　乙", "> GB/T 2　乙\n> GB/T 1.1　甲", []),
        ("> GB/T 1.1\u20142020　导则", "> GB/T 1.1-2020　导则", []),
    ],
)  # fmt: skip
def test_references(old, new, expected):
    assert references(old, new) == expected


def test_a_reference_becomes_informative():
    entry = "> GB/T 1.1—2020　导则"
    old = f"# 1 范围\n文本。\n# 2 规范性引用文件\n{entry}\n# 参考文献\n> GB/T 9　别的"
    new = f"# 1 范围\n文本。\n# 2 规范性引用文件\n无。\n# 参考文献\n> GB/T 9　别的\n{entry}"
    (found,) = compare(document(old), document(new)).references
    assert (found.change, found.normative) == ("moved", False)


TERM = "@3.1 壶体 | body | 容纳被加热水的主体部分"


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (TERM, []),
        ("@3.1 壶体 | body | 容纳水的主体部分", [("definition", "壶体", "壶体")]),
        ("@3.1 壶身 | pot | 容纳被加热水的主体部分", [("renamed", "壶体", "壶身")]),
        ("@3.1 壶身 | body | 容纳被加热水的主体部分", [("renamed", "壶体", "壶身")]),
        ("@3.1 壶体 | vessel body | 容纳被加热水的主体部分", [("changed", "壶体", "壶体")]),
        (f"{TERM}\n@3.2 壶盖 | lid | 盖住壶口的部件", [("added", "", "壶盖")]),
        ("@3.1 壶盖 | lid | 盖住壶口的部件", [("added", "", "壶盖"), ("removed", "壶体", "")]),
    ],
)
def test_terms(new, expected):
    sides = (document(f"# 3 术语和定义\n{terms}") for terms in (TERM, new))
    assert [(one.change, one.a_term, one.b_term) for one in compare(*sides).terms] == expected
