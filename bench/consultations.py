"""5,000 comments on one draft: working list, filter, group and disposition as pages, beside a bare page.

Everything runs through Django's test client on a database of its own, without the network; the bound is
the public list of consultations, in the same run. Groups are found as comments come in: that is timed, too.

    ./run bench consultations
"""

import os
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

COMMENTS, RUNS, SEED = 5000, 15, 20240506
WORDS = [
    "建议",
    "水分",
    "杂质",
    "限值",
    "测定",
    "方法",
    "不明确",
    "修改",
    "增加",
    "删除",
    "与",
    "现行",
    "标准",
    "一致",
    "难以",
    "达到",
    "试验",
    "样品",
    "企业",
    "生产",
    "储存",
    "运输",
    "包装",
    "标志",
    "单位",
    "符号",
    "数值",
    "要求",
    "说明",
    "理由",
    "补充",
    "示例",
]


def milliseconds(act):
    times = []
    for _ in range(RUNS):
        began = time.perf_counter()
        act()
        times.append((time.perf_counter() - began) * 1000)
    return f"{statistics.median(times):8.1f} ms{max(times):10.1f} ms"


def filled(made):
    from django.utils import timezone

    from guiju.apps.development.models import Remark
    from guiju.apps.development.services.grouping import group_new

    chance = random.Random(SEED)
    texts = ["".join(chance.choices(WORDS, k=chance.randint(6, 25))) for _ in range(3500)]
    row = made.project.rounds.get(kind="main")
    clauses = ["", "1", "4", "4.1", "4.2"]
    rows = [
        Remark(
            round=row, number=number, clause=(at := chance.choice(clauses)), sort=f"1{clauses.index(at):06d}",
            kind=chance.choice(["ge", "te", "ed"]), text=chance.choice(texts), unit=f"示例单位{number % 300}",
            on=made.on, received=timezone.now(), digest=str(number),
        )
        for number in range(1, COMMENTS + 1)
    ]  # fmt: skip
    began = time.perf_counter()
    group_new(row, rows)
    print(f"{COMMENTS:,} comments grouped as they come in: {time.perf_counter() - began:.2f} s")
    Remark.objects.bulk_create(rows)
    return row


def main():
    import django
    from django.conf import settings
    from django.core.management import call_command
    from django.test import Client
    from django.urls import reverse

    django.setup()
    settings.ALLOWED_HOSTS.append("testserver")
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    from tests.factories.development import consulting

    made = consulting()
    row = filled(made)
    client = Client()
    client.force_login(made.people["drafters"])
    desk = reverse("development:remarks", args=[row.pk])
    groups = reverse("development:alike", args=[row.pk])
    texts = list(row.remarks.values_list("text", flat=True)[:200])

    def page(address, **query):
        answer = client.get(address, query)
        assert answer.status_code == 200, answer.content.decode()
        return answer

    def answered():
        number = random.randint(1, COMMENTS)
        answer = client.post(desk, {"numbers": [number], "disposition": "partly", "reason": "示例"})
        assert answer.status_code == 302, answer.status_code

    shown = page(desk).content.count(b'id="remark-')
    print(f"{COMMENTS:,} comments, {shown} a page, {RUNS} runs each{'median':>14}{'slowest':>13}")
    for name, act in (
        ("bare page (bound)", lambda: page(reverse("development:consultations"))),
        ("list by clause", lambda: page(desk)),
        ("last page", lambda: page(desk, page=COMMENTS // 50)),
        ("filter: clause, type", lambda: page(desk, clause="4", kind="te")),
        ("filter: words", lambda: page(desk, text="杂质限值", standing="none")),
        ("disposition", answered),
        ("groups", lambda: page(groups)),
        ("one more comment", lambda: made.remark(text=f"示例：{random.choice(texts)}")),
        ("page of one group", lambda: page(desk, group=1)),
    ):
        print(f"{name:<32}{milliseconds(act):>30}")


if __name__ == "__main__":
    root = Path(__file__).parents[1]
    sys.path[:0] = [str(root), str(root / "src")]
    with tempfile.TemporaryDirectory() as folder:
        os.environ["GUIJU_VAR"] = folder
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "guiju.config.settings")
        main()
