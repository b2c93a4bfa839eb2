"""The pages of judging for `test_every_page`, and the judgements that they show."""

from io import BytesIO

from django.utils import timezone

from guiju.apps.accounts.models import User
from guiju.apps.accounts.selectors.viewers import viewer_of_user
from guiju.apps.conformity.selectors.judged_tables import columns_of
from guiju.apps.conformity.services.judgements import begin_judgement
from guiju.apps.conformity.services.judging import judge

PUBLIC = ""
STANDARD = "GB 3838-2002"
WATER = "断面,水体,溶解氧(mg/L),总磷(µg/L)\n甲,河流,7.6,20\n乙,湖库,5.1,60\n丙,湖库,约6,401\n"
PAGES = {
    "conformity:judge": (PUBLIC, (), ""),
    "conformity:own_judgements": ("miit", (), ""),
    "conformity:judgement": (PUBLIC, ("judgement",), "?verdict=符合"),
    "conformity:judged_row": (PUBLIC, ("judgement", "row"), ""),
    "conformity:against": (PUBLIC, (), "?a=GB 3838-2002&b=GB 5749-2022"),
    "conformity:against_own": (PUBLIC, (), ""),
    "conformity:sampling": (PUBLIC, (), ""),
}
ACTS = {"conformity:judge_example", "conformity:judge_again", "conformity:discard_judgement"}
DOWNLOADS = {
    "conformity:judge_example_file",
    "conformity:verdict_file",
    "conformity:verdict_report",
}


def things():
    """A judgement with a cell that cannot be read."""
    person = viewer_of_user(User.objects.get(username="miit"), timezone.localdate())
    made = begin_judgement(
        file=BytesIO(WATER.encode()),
        name="示例.csv",
        number=STANDARD,
        on=person.today,
        by=person,
    )
    judge(judgement=made, columns=columns_of(made), settings={}, by=person)
    return {"judgement": made.key, "row": 3}
