"""Imports on the web: upload, look, begin; the worker runs; stop, resume, refused records."""

import json
from datetime import UTC, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from guiju.apps.catalogue.models import Edition, Import, Source
from guiju.apps.catalogue.services import imports
from guiju.apps.catalogue.services.waiting import run_waiting, take_up_again
from guiju.apps.journal.models import Event
from guiju.web import worker
from tests.factories import accounts

pytestmark = pytest.mark.django_db
TABLE = (
    "序号,标准编号,标准名称,实施日期,备注\n1,T/EXAMPLE 1-2020,示例一,2020-07-01,甲\n2,,示例二,,乙\n"
)


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path / "media")
    settings.VAR = tmp_path


@pytest.fixture
def small_steps(monkeypatch):
    monkeypatch.setattr(imports, "STEP", 10)


@pytest.fixture
def cataloguer():
    return accounts.seated("cataloguer")


@pytest.fixture
def site(client, cataloguer):
    client.force_login(cataloguer, backend="guiju.apps.accounts.backends.SeatBackend")
    return client


def lines(count):
    rows = [
        {"guiju": 1, "number": f"T/EXAMPLE {one:03}-2020", "titles": {"zh": f"示例 {one}"}}
        for one in range(1, count + 1)
    ]
    return "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)


def upload(site, text, name="示例.jsonl", **values):
    content = text if isinstance(text, bytes) else text.encode()
    file = SimpleUploadedFile(name, content)
    return site.post("/catalogue/imports/new/", {"file": file, **values})


def begun(site, text, name="示例.jsonl", **values):
    """The import of an uploaded file, begun."""
    address = upload(site, text, name).url
    site.post(address, {"begin": "", **values})
    return Import.objects.latest("pk")


def acts():
    return list(
        Event.objects.filter(action__startswith="catalogue.")
        .order_by("number")
        .values_list("action", flat=True)
    )


def test_a_file_is_looked_at_before_anything_is_read_in(site):
    answer = upload(site, lines(3))
    run = Import.objects.get()
    assert answer.url == f"/catalogue/imports/{run.pk}/"
    assert (run.state, run.format, run.source.name_zh) == ("prepared", "guiju", "示例")
    page = site.get(answer.url).content.decode()
    assert "规矩自有格式（逐行 JSON）" in page
    assert '<th scope="row">T/EXAMPLE 002-2020</th>' in page
    assert "Refresh" not in site.get(answer.url)
    assert run_waiting() == 0
    assert not Edition.objects.exists()
    assert acts() == ["catalogue.upload_import"]


def test_what_was_begun_is_run_by_the_worker_under_the_name_of_who_began_it(site, cataloguer):
    run = begun(site, lines(3))
    assert run.state == "waiting"
    answer = site.get(f"/catalogue/imports/{run.pk}/")
    assert answer["Refresh"] == "3"
    assert run_waiting() == 1
    run.refresh_from_db()
    assert (run.state, run.counts["new"], Edition.objects.count()) == ("done", 3, 3)
    assert "Refresh" not in site.get(f"/catalogue/imports/{run.pk}/")
    assert acts() == [
        "catalogue.upload_import", "catalogue.begin_import", "catalogue.import_records",
    ]  # fmt: skip
    assert Event.objects.latest("number").actor == cataloguer.username


def test_the_columns_of_a_table_are_proposed_changed_and_confirmed(site):
    address = upload(site, TABLE, "示例.csv").url
    run = Import.objects.get()
    assert run.mapping == {"标准编号": "number", "标准名称": "title_zh", "实施日期": "effective"}
    page = site.get(address).content.decode()
    assert '<option value="number" selected>标准编号</option>' in page
    assert "T/EXAMPLE 1-2020" in page
    changed = {"column-1": "number", "column-2": "title_en", "column-4": "abstract_zh"}
    looked = site.post(address, {"look": "", **changed})
    run.refresh_from_db()
    assert (looked.status_code, run.state) == (200, "prepared")
    assert '<option value="title_en" selected>英文名称</option>' in looked.content.decode()
    site.post(address, {"begin": "", **changed})
    run_waiting()
    run.refresh_from_db()
    assert (run.state, run.counts) == (
        "done", {"new": 1, "changed": 0, "unchanged": 0, "refused": 1},
    )  # fmt: skip
    assert Edition.objects.get().title_en == "示例一"


@pytest.mark.parametrize(
    ("columns", "sentence"),
    [
        ({"column-2": "title_zh"}, "没有指定标准编号所在的列"),
        ({"column-1": "number", "column-2": "number"}, "“标准编号”对应了两列"),
        ({"column-1": "colour"}, "选择一个有效的选项"),
    ],
)
def test_a_mapping_that_cannot_be_is_refused(site, columns, sentence):
    answer = site.post(upload(site, TABLE, "示例.csv").url, {"begin": "", **columns})
    assert answer.status_code == 200
    assert sentence in answer.content.decode()
    assert Import.objects.get().state == "prepared"


def test_refused_records_are_listed_and_downloaded(site):
    run = begun(site, lines(2) + '\n{"guiju": 1}\n=not json\n')
    run_waiting()
    page = site.get(f"/catalogue/imports/{run.pk}/").content.decode()
    assert '拒收的记录 <span class="gj-count">2</span>' in page
    answer = site.get(f"/catalogue/imports/{run.pk}/refused.csv")
    head, first, second, _ = b"".join(answer.streaming_content).decode("utf-8-sig").split("\r\n")
    assert head == "在文件中的位置,拒收原因,被拒记录"
    assert first.startswith("3,没有编号,")
    assert second.startswith("4,")
    assert second.endswith(",'=not json")


def test_stopped_after_a_step_and_resumed_where_it_was(site, small_steps):
    run = begun(site, lines(35))
    address = f"/catalogue/imports/{run.pk}/"
    run_waiting(after_step=lambda: site.post(f"{address}stop/") if _position(run) == 20 else None)
    run.refresh_from_db()
    assert (run.state, run.position, Edition.objects.count()) == ("stopped", 20, 20)
    assert run_waiting() == 0
    assert "继续" in site.get(address).content.decode()
    site.post(f"{address}resume/")
    run_waiting()
    run.refresh_from_db()
    assert (run.state, run.position, run.counts["new"]) == ("done", 35, 35)


def _position(run):
    return Import.objects.get(pk=run.pk).position


def test_stopped_and_resumed_before_the_worker_noticed(site, small_steps):
    run = begun(site, lines(35))
    address = f"/catalogue/imports/{run.pk}/"

    def both():
        if _position(run) == 20:
            site.post(f"{address}stop/")
            site.post(f"{address}resume/")

    run_waiting(after_step=both)
    run.refresh_from_db()
    assert (run.state, run.position, run.counts["new"]) == ("done", 35, 35)


def test_a_worker_that_ends_leaves_the_import_waiting(site, small_steps):
    run = begun(site, lines(35))
    run_waiting(stop=lambda: _position(run) >= 10)
    run.refresh_from_db()
    assert (run.state, run.position) == ("waiting", 10)


def test_the_import_of_a_killed_worker_is_taken_up_again(site):
    run = begun(site, lines(3))
    Import.objects.filter(pk=run.pk).update(state="running")
    assert run_waiting() == 0
    take_up_again()
    assert run_waiting() == 1


def test_who_is_no_cataloguer_any_more_imports_nothing(site, cataloguer):
    run = begun(site, lines(3))
    cataloguer.seats.all().delete()
    run_waiting()
    run.refresh_from_db()
    assert (run.state, run.message_zh) == ("failed", "只有编目员可以导入标准著录。")
    assert not Edition.objects.exists()


def test_what_breaks_inside_is_told_and_can_be_resumed(site, small_steps, monkeypatch, caplog):
    run = begun(site, lines(35))

    def broken():
        raise ZeroDivisionError

    run_waiting(after_step=broken)
    run.refresh_from_db()
    assert (run.state, run.position) == ("stopped", 10)
    assert "已停在上一个完整的步骤" in site.get(f"/catalogue/imports/{run.pk}/").content.decode()
    assert [one.message for one in caplog.records] == [f"import {run.pk}"]
    site.post(f"/catalogue/imports/{run.pk}/resume/")
    run_waiting()
    run.refresh_from_db()
    assert (run.state, run.position) == ("done", 35)


def test_the_same_file_again_is_told_and_read_only_if_it_is_meant(site):
    upload(site, lines(3))
    Import.objects.update(started=datetime(2026, 1, 5, 12, tzinfo=UTC))
    answer = upload(site, lines(3), "另名.jsonl")
    assert answer.status_code == 200
    told = "这个文件与“示例.jsonl”（2026-01-05 上传）完全相同，没有再次保存。"
    assert told in answer.content.decode()
    assert Import.objects.count() == 1
    assert upload(site, lines(3), "另名.jsonl", again="on").status_code == 302
    assert Import.objects.count() == 2


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"", "a.csv", "文件是空的"),
        (b"\x89PNG\r\n", "a.png", "这是图片"),
        (b"%PDF-1.7", "a.csv", "这是 PDF 文件"),
        (b"hello", "a.txt", "不是能识别的著录格式"),
    ],
)
def test_what_is_no_catalogue_is_not_stored(site, tmp_path, content, name, sentence):
    answer = upload(site, content, name)
    assert answer.status_code == 200
    assert sentence in answer.content.decode()
    assert not Import.objects.exists()
    assert list(tmp_path.rglob("*.bin")) == []


def test_a_discarded_file_is_gone(site, tmp_path):
    address = upload(site, lines(3)).url
    assert len(list(tmp_path.rglob("*.bin"))) == 1
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("django.db.transaction.on_commit", lambda act, **_: act())
        site.post(f"{address}discard/")
    assert list(tmp_path.rglob("*.bin")) == []
    assert site.get(address).status_code == 404
    assert acts() == ["catalogue.upload_import", "catalogue.discard_import"]


def test_an_act_out_of_turn_is_refused(site):
    run = begun(site, lines(3))
    address = f"/catalogue/imports/{run.pk}/"
    assert site.post(f"{address}discard/").status_code == 409
    assert site.post(f"{address}resume/").status_code == 409
    run_waiting()
    assert site.post(f"{address}stop/").status_code == 409


def test_a_source_is_chosen_named_or_known_by_the_format(site):
    upload(site, TABLE, "示例.csv", source_name="示例省目录", as_of="2025-12-31")
    first = Import.objects.latest("pk")
    assert (first.source.name_zh, first.as_of) == ("示例省目录", "2025-12-31")
    upload(site, lines(1), source_name="示例市目录")
    upload(site, lines(2), source_name="示例省目录")
    upload(site, lines(3), slug=first.source.slug)
    upload(site, '{"id": "ISO 1:2022", "ids": [], "rel": []}\n', "iso.jsonl")
    assert [one.source.name_zh for one in Import.objects.order_by("pk")[1:]] == [
        "示例市目录", "示例省目录", "示例省目录", "ISO 与 IEC 目录",
    ]  # fmt: skip


def test_a_table_of_codes_goes_in_whole(site):
    run = begun(site, "代码,名称\nA00,示例甲\nA0,坏的\n", "ccs.csv")
    assert run.format == "ccs"
    run_waiting()
    run.refresh_from_db()
    assert (run.state, run.counts["new"], run.counts["refused"]) == ("done", 1, 1)


def test_the_page_says_when_no_worker_runs(site):
    run = begun(site, lines(3))
    assert "后台任务没有运行" in site.get(f"/catalogue/imports/{run.pk}/").content.decode()
    with worker.the_only_one() as ours:
        assert ours
        assert "后台任务没有运行" not in site.get(f"/catalogue/imports/{run.pk}/").content.decode()
        with worker.the_only_one() as another:
            assert not another


@pytest.mark.parametrize("rows", [1, 30])
def test_the_list_costs_the_same_for_any_number(site, rows, django_assert_num_queries):
    source = Source.objects.create(slug="example", name_zh="示例", name_en="Example")
    for one in range(rows):
        Import.objects.create(source=source, file_name=f"{one}", digest=f"{one}", format="table")
    site.get("/catalogue/imports/")
    with django_assert_num_queries(7):
        assert site.get("/catalogue/imports/").status_code == 200


@pytest.mark.parametrize("role", ["public", "reader", "cataloguer"])
def test_only_cataloguers_see_imports(client, role, cataloguer):
    run = Import.objects.create(
        source=Source.objects.create(slug="example", name_zh="示例", name_en="Example"),
        file_name="secret.csv",
        digest="0",
        format="table",
        state="done",
    )
    if role != "public":
        user = cataloguer if role == "cataloguer" else accounts.seated(role)
        client.force_login(user, backend="guiju.apps.accounts.backends.SeatBackend")
    for path in ("", "new/", f"{run.pk}/", f"{run.pk}/refused.csv"):
        answer = client.get(f"/catalogue/imports/{path}")
        assert answer.status_code == (200 if role == "cataloguer" else 403)
        assert role == "cataloguer" or "secret" not in answer.content.decode()
    for act in ("stop", "resume", "discard"):
        answer = client.post(f"/catalogue/imports/{run.pk}/{act}/")
        assert answer.status_code == (409 if role == "cataloguer" else 403)


def test_a_column_of_either_meaning_is_asked_about(site):
    table = "标准编号,标准名称,被代替标准\nT/EXAMPLE 1-2020,示例一,见公告\n"
    address = upload(site, table.encode(), "示例.csv").url
    assert Import.objects.get().mapping == {"标准编号": "number", "标准名称": "title_zh"}
    assert "“被代替标准”在有的目录中是本标准所代替的标准" in site.get(address).content.decode()


def ends_of(site, run):
    """What the page says of the end of an import, in both languages."""
    names = {
        "zh": ("完成时间", "终止时间", "失败时间"),
        "en": ("Finished at", "Stopped at", "Failed at"),
    }
    pages = {"zh": "/catalogue", "en": "/en/catalogue"}
    found = {}
    for language, address in pages.items():
        page = site.get(f"{address}/imports/{run.pk}/").content.decode()
        found[language] = [name for name in names[language] if f"<dt>{name}</dt>" in page]
    return found


def test_the_page_names_the_end_for_what_it_was(site, small_steps):
    run = begun(site, lines(30))
    assert ends_of(site, run) == {"zh": [], "en": []}
    address = f"/catalogue/imports/{run.pk}/"
    site.post(f"{address}stop/")
    assert ends_of(site, run) == {"zh": ["终止时间"], "en": ["Stopped at"]}
    site.post(f"{address}resume/")
    assert ends_of(site, run) == {"zh": [], "en": []}
    run_waiting()
    assert ends_of(site, run) == {"zh": ["完成时间"], "en": ["Finished at"]}


def test_the_catalogue_leads_those_to_imports_who_may(site, client):
    link = 'href="/en/catalogue/imports/"'
    assert link in site.get("/en/catalogue/").content.decode()
    client.logout()
    assert link not in client.get("/en/catalogue/").content.decode()
