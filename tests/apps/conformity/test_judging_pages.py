"""A table is handed in, its columns are confirmed, its verdicts are read, taken along and deleted."""

import io
from datetime import timedelta
from pathlib import Path

import polars as pl
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from guiju.apps.conformity.models import Judgement
from guiju.apps.conformity.selectors.platform import platform_sets
from guiju.apps.conformity.services import judgements, judging
from guiju.apps.journal.models import Event
from guiju.core.params import param
from tests.factories import accounts
from tests.factories.reports import upload

pytestmark = pytest.mark.django_db
BACKEND = "guiju.apps.accounts.backends.SeatBackend"
NEW = "/conformity/judge/"
WATER = "断面,水体,溶解氧(mg/L),总磷(µg/L)\n甲,河流,7.6,20\n乙,湖库,5.1,60\n丙,湖库,约6,401\n"


def begin(client, text=WATER, name="water.csv", **more):
    given = {"standard": "GB 3838-2002", "file": upload(name, as_bytes(text)), **more}
    return client.post(NEW, given)


def as_bytes(text):
    return text if isinstance(text, bytes) else text.encode()


def mapped(client, text=WATER, **more):
    answer = begin(client, text, **more)
    assert answer.status_code == 302, answer.content.decode()
    return answer.url


def chosen(page):
    """What the form of the map holds, as a browser would send it back."""
    form = page.context["form"]
    return {name: form[name].value() or "" for name in form.fields} | {"judge": ""}


def judged(client, text=WATER, **changed):
    url = mapped(client, text)
    answer = client.post(url, chosen(client.get(url)) | changed)
    assert answer.status_code == 302, answer.content.decode()
    return url


def one():
    return Judgement.objects.get()


def test_the_map_says_what_each_column_was_taken_for(client):
    page = client.get(mapped(client))
    columns = [
        (row.column.name, row.column.of, row.column.unit) for row in page.context["form"].rows
    ]
    assert columns == [
        ("断面", "", ""), ("水体", "waterbody", ""),
        ("溶解氧(mg/L)", "DO", "mg/L"), ("总磷(µg/L)", "TP", "µg/L"),
    ]  # fmt: skip
    assert page.context["needed"] == []
    assert Event.objects.filter(action__startswith="conformity.").count() == 0


def test_the_verdicts_say_grade_limit_and_clause(client):
    page = client.get(judged(client))
    rows = [
        (row.number, row.names, row.grade, [name.zh for name, _ in row.limiting], row.clauses)
        for row in page.context["page"]
    ]
    assert rows == [
        (1, ("甲",), "Ⅰ", [], ()),
        (2, ("乙",), "Ⅳ", ["总磷"], ("表1 序号8",)),
        (3, ("丙",), "劣Ⅴ", ["溶解氧", "总磷"], ("表1 序号3", "表1 序号8")),
    ]
    summary = page.context["summary"]
    assert [(one.value, one.count) for one in summary.verdicts] == [("符合", 2), ("不符合", 1)]
    assert [(one.row, one.column, one.text) for one in summary.unreadable] == [
        (3, "溶解氧(mg/L)", "约6")
    ]
    assert "60" in page.content.decode()


def test_one_act_is_one_event_without_content(client):
    judged(client)
    event = Event.objects.get(action="conformity.judge")
    kept = one()
    assert (event.actor, event.subject) == ("public", f"conformity.judgement:{kept.pk}")
    assert event.details == {
        "standard": "GB 3838-2002",
        "rules_sha256": kept.rules_sha256,
        "data_sha256": kept.sha256,
        "data_sm3": kept.sm3,
        "result_sha256": event.details["result_sha256"],
        "rows": 3,
    }
    assert kept.key not in str(event.details)


def test_a_correction_and_what_nobody_told(client):
    text = "点,水体情况,栏三,总磷(mg/L)\n甲,河流,7.6,0.05\n"
    url = mapped(client, text)
    page = client.get(url)
    assert [one.id for one in page.context["needed"]] == ["waterbody"]
    client.post(url, chosen(page) | {"of-2": "DO", "unit-2": "mg/L", "set-waterbody": "lake"})
    page = client.get(url)
    assert [(row.grade, row.verdict.zh) for row in page.context["page"]] == [("Ⅲ", "符合")]
    assert "适用条件：水体类型为湖库" in page.content.decode()  # one row: with its reasons


def test_an_attribute_that_is_not_told_leaves_it_undetermined(client):
    page = client.get(judged(client, "总磷(mg/L)\n0.15\n", target="Ⅲ"))
    assert [row.verdict.zh for row in page.context["page"]] == ["不确定"]
    assert [one.id for one in page.context["summary"].untold] == ["waterbody"]


def test_two_columns_for_the_same_are_refused_at_the_map(client):
    url = mapped(client)
    answer = client.post(url, chosen(client.get(url)) | {"of-0": "DO"})
    assert answer.status_code == 200
    assert "“断面”和“溶解氧(mg/L)”两列都作为“溶解氧”" in answer.content.decode()
    assert one().state == "prepared"


def test_a_target_and_the_filter(client):
    url = judged(client, target="Ⅲ")
    assert len(client.get(url, {"verdict": "不符合"}).context["page"]) == 2
    assert [row.number for row in client.get(url, {"limiting": "溶解氧"}).context["page"]] == [3]
    assert len(client.get(url, {"grade": "nonsense"}).context["page"]) == 3


def test_a_row_says_why_in_both_languages(client):
    url = judged(client)
    page = client.get(f"{url}rows/2/").content.decode()
    assert "限值" in page or "≤0.05 mg/L（换算为 ≤50 µg/L）" in page
    assert "60 &gt; 50" in page
    english = client.get(f"/en{url}rows/2/").content.decode()
    assert "Total phosphorus: result 60 µg/L" in english
    for number in (0, 4, 10**12):
        assert client.get(f"{url}rows/{number}/").status_code == 404


@pytest.mark.parametrize("form", ["csv", "xlsx", "parquet", "jsonl"])
def test_the_table_is_taken_along(client, form, tmp_path):
    answer = client.get(f"{judged(client)}table.{form}")
    path = Path(tmp_path) / f"table.{form}"
    path.write_bytes(answer.content)
    from guiju.core.provisions.tables.reading import batches

    table = pl.concat(list(batches(path)))
    assert table["grade"].to_list() == ["Ⅰ", "Ⅳ", "劣Ⅴ"]
    assert answer["Content-Disposition"] == f'attachment; filename="water.verdicts.{form}"'


@pytest.mark.parametrize(("form", "start"), [("docx", b"PK"), ("xlsx", b"PK")])
def test_the_report_is_taken_along(client, form, start):
    url = judged(client)
    answer = client.get(f"{url}report.{form}")
    assert answer.content.startswith(start)
    assert client.get(f"{url}report.exe").status_code == 404


def test_the_report_names_edition_clause_and_digests(client):
    from docx import Document

    answer = client.get(f"{judged(client)}report.docx")
    file = Document(io.BytesIO(answer.content))
    words = "\n".join(
        [one.text for one in file.paragraphs]
        + [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    )
    assert "GB 3838-2002" in words
    assert "表1 序号8" in words
    assert one().sha256 in words


def test_nobody_keeps_or_indexes_it(client):
    url = judged(client)
    for address in (url, f"{url}rows/1/", f"{url}table.csv", f"{url}report.xlsx"):
        answer = client.get(address)
        assert answer["Cache-Control"] == "private, no-store"
        assert answer["X-Robots-Tag"] == "noindex, nofollow"


def test_only_the_address_opens_it_and_only_until_it_expires(client):
    url = judged(client)
    kept = one()
    assert len(kept.key) == 32
    assert Client().get(url).status_code == 200
    assert client.get(url[:-2] + "/").status_code == 404
    days = param("judging.keep_days", timezone.localdate())
    assert kept.expires == timezone.localdate() + timedelta(days=days)
    Judgement.objects.update(expires=timezone.localdate())
    assert client.get(url).status_code == 404


def test_expired_and_deleted_ones_leave_no_file(client):
    judged(client)
    first = one()
    judgements.delete_expired(on=first.expires - timedelta(days=1))
    assert Path(first.stored.path).exists()
    judgements.delete_expired(on=first.expires)
    assert not Path(first.stored.path).exists()
    assert not Path(first.result.path).exists()
    url = judged(client)
    path = one().stored.path
    assert client.post(f"{url}delete/").status_code == 302
    assert not Path(path).exists()
    assert Judgement.objects.count() == 0


def test_it_is_judged_again_as_a_judgement_of_its_own(client):
    url = judged(client)
    again = client.post(f"{url}again/").url
    assert again != url
    client.post(again, chosen(client.get(again)) | {"target": "Ⅲ"})
    assert client.get(url).context["summary"].verdicts[0].count == 2
    assert [one.count for one in client.get(again).context["summary"].verdicts] == [2, 1]


def test_the_data_of_a_person_are_in_their_list(client):
    client.force_login(accounts.user(), backend=BACKEND)
    judged(client)
    page = client.get(reverse("conformity:own_judgements"))
    assert [one.name for one in page.context["page"]] == ["water.csv"]
    client.force_login(accounts.user(), backend=BACKEND)
    assert list(client.get(reverse("conformity:own_judgements")).context["page"]) == []


def test_the_example_can_be_tried(client):
    url = client.post(f"{NEW}example/").url
    client.post(url, chosen(client.get(url)))
    page = client.get(url)
    assert page.context["judgement"].rows == 30
    assert {one.row for one in page.context["summary"].unreadable} == {8, 12, 22}
    assert client.get(f"{NEW}example.csv").content.startswith("断面".encode())


def test_a_report_of_one_line_an_item(client):
    text = "检测项目,单位,检测结果\n溶解氧,mg/L,5.2\n总磷,mg/L,0.35\npH 值,无量纲,7.1\n"
    url = mapped(client, text)
    page = client.get(url)
    assert [row.column.name for row in page.context["form"].rows] == [
        "溶解氧(mg/L)", "总磷(mg/L)", "pH 值",
    ]  # fmt: skip
    client.post(url, chosen(page) | {"set-waterbody": "river"})
    page = client.get(url)
    assert [row.grade for row in page.context["page"]] == ["Ⅴ"]
    assert len(page.context["report"].grades[0].places) == 3


def test_titles_above_the_heads_and_units_below_them(client):
    url = mapped(client, "2024 年监测,,\n点,总磷,溶解氧\n,µg/L,mg/L\n甲,20,7.6\n")
    assert one().layout == {"head": 2, "units": True, "long": False}
    page = client.get(url)
    assert [(row.column.of, row.column.unit) for row in page.context["form"].rows][1] == (
        "TP", "µg/L",
    )  # fmt: skip
    client.post(url, {"layout": "", "head": "3"})
    assert one().layout == {"head": 3, "units": False, "long": False}


def test_pasted_lines(client):
    answer = client.post(
        NEW, {"number": "GB3838", "on": "2020-01-01", "pasted": "总磷(mg/L)\t水体\n0.03\t河流"}
    )
    url = answer.url
    client.post(url, chosen(client.get(url)))
    assert [row.grade for row in client.get(url).context["page"]] == ["Ⅱ"]
    assert one().standard == "GB 3838-2002"


def test_a_large_file_waits_for_the_worker(client, monkeypatch):
    monkeypatch.setattr(judging, "param", lambda key, on: 0 if "kilobytes" in key else 10)
    url = judged(client)
    page = client.get(url)
    assert (one().state, page["Refresh"]) == ("waiting", "2")
    assert judging.run_waiting() == 1
    assert one().state == "done"
    assert Event.objects.filter(action="conformity.judge").count() == 1


def test_what_fails_beside_the_pages_says_why(client, monkeypatch):
    monkeypatch.setattr(judging, "param", lambda key, on: 0 if "kilobytes" in key else 2)
    url = judged(client)
    judging.run_waiting()
    assert one().state == "failed"
    assert "guiju evaluate" in client.get(url).content.decode()


@pytest.mark.parametrize("count", [1, 30])
def test_queries_do_not_grow_with_the_rows(client, count, django_assert_num_queries):
    lines = "".join(f"点{at},河流,7.6,{20 + at}\n" for at in range(count))
    url = judged(client, WATER.partition("\n")[0] + "\n" + lines)
    with django_assert_num_queries(3):
        client.get(url)


def test_somebody_signed_in_is_named_in_the_journal(client):
    user = accounts.user("示例-lab")
    client.force_login(user, backend=BACKEND)
    judged(client)
    assert Event.objects.get(action="conformity.judge").actor == "示例-lab"
    assert one().by == user


@pytest.mark.parametrize("rules", platform_sets(), ids=lambda one: one.name)
def test_every_rule_set_judges_explains_and_reports(client, rules):
    names = [one.name.zh for one in rules.rules.characteristics.values()]
    text = ",".join(f'"{name}"' for name in names) + "\n" + ",".join("1" for _ in names)
    page = begin(client, text, standard=rules.rules.standard)
    url = page.url
    answer = client.post(url, chosen(client.get(url)))
    assert answer.status_code == 302, answer.content.decode()
    page = client.get(url)
    assert len(page.context["page"]) == 1
    report = page.context["report"]
    assert len(report.findings) + len(report.grades) + len(report.indices) > 0
    for part in ("rows/1/", "report.docx", "table.csv"):
        assert client.get(url + part).status_code == 200
