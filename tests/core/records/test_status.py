"""The state on a day and its reasons, case by case."""

from datetime import date

import pytest

from guiju.core.records.status import (
    Amendment,
    Claim,
    End,
    Facts,
    counts_from_publication,
    span,
    status_on,
)

CURRENT = Facts(issued="2020-03-31", effective="2020-10-01")
REPLACED = Facts(
    issued="2009-06-17",
    effective="2010-01-01",
    ends=(End("superseded", "2020-10-01", by="GB/T 1.1-2020", basis="公告2020年第8号"),),
)
NO_EFFECT = Facts(issued="2019-06-26", claims=(Claim("in_force", "2026-08-16", "体育目录"),))
VANISHED = Facts(
    issued="2005-08-26",
    effective="2005-10-01",
    claims=(Claim("withdrawn", "2026-08-16", "体育目录"),),
)
YEAR_ONLY = Facts(issued="1972", on_publication=True)
ISO = Facts(issued="2003-06", on_publication=True, stage="90.92")
DRAFT = Facts(stage="40.60", claims=(Claim("draft", "2025-07", "ISO"),))
ABANDONED = Facts(claims=(Claim("abandoned", "2025-07-31", "ISO"),))
NEXT = span(Facts(issued="2026-05-25", claims=(Claim("upcoming", "2026-08-16"),)))
WAITING = Facts(
    issued="2006-01-01",
    effective="2006-06-01",
    ends=(End("superseded", by="GB/T 11881-2026", successor=NEXT),),
)
DRAFTED = span(DRAFT)
TO_BE_REPLACED = Facts(
    issued="2018-05",
    on_publication=True,
    ends=(End("superseded", by="ISO/CD 19723-1", successor=DRAFTED),),
)
IN_PART = Facts(
    issued="2000-01-01",
    effective="2000-06-01",
    ends=(End("superseded", "2010-01-01", by="GB/T 9-2009", whole=False),),
)
NEVER_EFFECTIVE = Facts(issued="2020-01-01", effective="2021-01-01", withdrawn="2020-06-01")
NOTHING = Facts()


@pytest.mark.parametrize(
    ("facts", "on", "state", "zh"),
    [
        (CURRENT, "2020-03-30", "draft", "2020-03-31 才发布"),
        (CURRENT, "2020-03-31", "upcoming", "2020-03-31 发布；2020-10-01 起将实施"),
        (CURRENT, "2020-10-01", "in_force", "2020-10-01 起实施"),
        (
            REPLACED,
            "2020-09-30",
            "in_force",
            "2010-01-01 起实施；2020-10-01 将被 GB/T 1.1—2020 代替（公告2020年第8号）",
        ),
        (
            REPLACED,
            "2020-10-01",
            "superseded",
            "2020-10-01 被 GB/T 1.1—2020 代替（公告2020年第8号）",
        ),
        (
            NO_EFFECT,
            "2021-01-01",
            "unknown",
            "2019-06-26 发布，实施日期不明；可能为即将实施或现行；体育目录称 2026-08-16 时为现行",
        ),
        (NO_EFFECT, "2026-08-16", "in_force", "2019-06-26 发布；体育目录称 2026-08-16 时为现行"),
        (NO_EFFECT, "2030-01-01", "in_force", "2019-06-26 发布；体育目录称 2026-08-16 时为现行"),
        (
            VANISHED,
            "2020-01-01",
            "unknown",
            "可能为现行或废止；体育目录称 2026-08-16 时为废止",
        ),
        (VANISHED, "2026-08-16", "withdrawn", "体育目录称 2026-08-16 时为废止"),
        (YEAR_ONLY, "1971-12-31", "draft", "1972 才发布"),
        (YEAR_ONLY, "1972-06-01", "unknown", "日期只精确到 1972；可能为未发布或现行"),
        (YEAR_ONLY, "1972-12-31", "in_force", "1972 发布"),
        (ISO, "2026-01-01", "in_force", "2003-06 发布；阶段 90.92：复审结论：修订"),
        (DRAFT, "2026-01-01", "draft", "ISO称 2025-07 时为未发布"),
        (
            ABANDONED,
            "2020-01-01",
            "unknown",
            "没有发布和实施日期；可能为未发布或终止；ISO称 2025-07-31 时为终止",
        ),
        (ABANDONED, "2025-07-31", "abandoned", "ISO称 2025-07-31 时为终止"),
        (WAITING, "2026-08-16", "in_force", "2006-06-01 起实施；将被 GB/T 11881—2026 代替"),
        (WAITING, "2026-08-17", "unknown", "日期不明，被 GB/T 11881—2026 代替；可能为现行或被代替"),
        (TO_BE_REPLACED, "2026-01-01", "in_force", "2018-05 发布；将被 ISO/CD 19723-1 代替"),
        (
            IN_PART,
            "2020-01-01",
            "in_force",
            "2000-06-01 起实施；2010-01-01 被 GB/T 9—2009 部分代替",
        ),
        (
            NEVER_EFFECTIVE,
            "2020-03-01",
            "upcoming",
            "2020-01-01 发布；2021-01-01 起将实施；2020-06-01 将废止",
        ),
        (NEVER_EFFECTIVE, "2022-01-01", "withdrawn", "2020-06-01 废止"),
        (
            NOTHING,
            "2020-01-01",
            "unknown",
            "没有发布和实施日期；可能为未发布或即将实施或现行",
        ),
    ],
)
def test_the_state_and_why(facts, on, state, zh):
    status = status_on(facts, date.fromisoformat(on))
    assert (status.state, "；".join(one.zh for one in status.reasons)) == (state, zh)


@pytest.mark.parametrize(
    ("facts", "on", "en"),
    [
        (
            REPLACED,
            "2021-01-01",
            ("superseded on 2020-10-01 by GB/T 1.1-2020 (公告2020年第8号)",),
        ),
        (VANISHED, "2026-08-16", ("体育目录 says that it was withdrawn on 2026-08-16",)),
        (
            TO_BE_REPLACED,
            "2026-01-01",
            ("published in 2018-05", "to be superseded by ISO/CD 19723-1"),
        ),
        (
            IN_PART,
            "2020-01-01",
            ("took effect on 2000-06-01", "superseded in part on 2010-01-01 by GB/T 9-2009"),
        ),
    ],
)
def test_it_says_so_in_english(facts, on, en):
    assert tuple(one.en for one in status_on(facts, date.fromisoformat(on)).reasons) == en


@pytest.mark.parametrize(
    ("facts", "on", "since", "until", "certain"),
    [
        (REPLACED, "2015-01-01", "2010-01-01", "2020-10-01", True),
        (REPLACED, "2021-01-01", "2020-10-01", None, True),
        (CURRENT, "2019-01-01", None, "2020-03-31", True),
        (NO_EFFECT, "2021-01-01", "2019-06-26", "2026-08-16", False),
        (NO_EFFECT, "2027-01-01", "2026-08-16", None, False),
        (YEAR_ONLY, "1972-06-01", "1972-01-01", "1972-12-31", False),
    ],
)
def test_the_period_and_its_certainty(facts, on, since, until, certain):
    status = status_on(facts, date.fromisoformat(on))
    bounds = [one and one.isoformat() for one in (status.since, status.until)]
    assert (*bounds, status.certain) == (since, until, certain)


def test_amendments_in_force_that_day_are_named():
    facts = Facts(
        issued="2016-12-23",
        effective="2020-07-01",
        amendments=(
            Amendment("GB 18352.6-2016/XG1-2026", "2026-03-01"),
            Amendment("GB 18352.6-2016/XG2-2027", "2027-01-01"),
            Amendment("GB 18352.6-2016/XG0-2021", "2021-01-01", "2026-03-01"),
        ),
    )
    assert status_on(facts, date(2026, 6, 1)).reasons[1] == (
        "当日有效的修改：GB 18352.6-2016/XG1-2026",
        "amended by GB 18352.6-2016/XG1-2026 on that day",
    )


def test_a_claim_that_cannot_be_true_is_contested_and_changes_nothing():
    wrong = Claim("in_force", "2026-08-16", "体育目录")
    facts = Facts(issued="2026-03-16", effective="2026-09-15", claims=(wrong,))
    status = status_on(facts, date(2026, 8, 16))
    assert (status.state, status.contested) == ("upcoming", (wrong,))


def test_of_two_claims_for_one_day_the_more_trusted_counts():
    claims = (Claim("withdrawn", "2026-01-01", "A"), Claim("in_force", "2026-01-01", "B"))
    status = status_on(Facts(issued="2000-01-01", claims=claims), date(2026, 6, 1))
    assert (status.state, status.contested) == ("withdrawn", claims[1:])


@pytest.mark.parametrize(
    ("level", "nature", "answer"),
    [
        ("international", "", True),
        ("national", "guidance", True),
        ("national", "mandatory", False),
        ("foreign", "", True),
        ("group", "", False),
    ],
)
def test_who_counts_from_publication(level, nature, answer):
    assert counts_from_publication(level, nature) is answer
