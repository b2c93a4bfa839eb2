"""Names folded to the key by which they are compared."""

import pytest

from guiju.core.codes.names import fold_name, outer_and_inner


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("市场监管总局（标准委）", "市场监管总局(标准委)"),
        ("市场监管总局\u3014标准委\u3015", "市场监管总局(标准委)"),
        (" 市场 监管\u3000总局\u200b(标准委) 。", "市场监管总局(标准委)"),
        ("\uff29\uff33\uff2f 中央秘书处；", "iso中央秘书处"),
        ("", ""),
    ],
)
def test_width_brackets_space_and_a_last_stop_do_not_count(written, key):
    assert fold_name(written) == key


@pytest.mark.parametrize(
    ("key", "pair"),
    [
        ("甲(乙)", ("甲", "乙")),
        ("甲", None),
        ("(乙)", None),
        ("甲(乙)丙", None),
        ("甲((乙))", None),
    ],
)
def test_a_body_and_the_name_it_also_bears(key, pair):
    assert outer_and_inner(key) == pair
