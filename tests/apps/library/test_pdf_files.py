"""A text as PDF: made once, kept, never waited for long, and said where it cannot be made."""

import threading

import pytest
from django.urls import reverse

from guiju.apps.catalogue.address import slug_of
from guiju.apps.library.exports import pdf
from guiju.web import office
from tests.factories import library as make

pytestmark = pytest.mark.django_db
KEY = "GB/T 1-2020"


@pytest.fixture(autouse=True)
def own_files(settings, tmp_path):
    """What another test kept is not found here."""
    settings.MEDIA_ROOT = tmp_path / "files"


@pytest.fixture
def office_like(monkeypatch):
    """What stands in for LibreOffice: `made` counts, `go` lets it end, `fails` is what it raises."""

    class Office:
        def __init__(self):
            self.made, self.fails, self.go = 0, None, threading.Event()
            self.go.set()

        def pdf_of_docx(self, data, is_made):
            assert (data[:2], is_made()) == (b"PK", False)
            assert self.go.wait(60)
            self.made += 1
            if self.fails:
                raise self.fails
            return b"%PDF-example"

    found = Office()
    monkeypatch.setattr(office, "pdf_of_docx", found.pdf_of_docx)
    monkeypatch.setattr(office, "program", lambda: "soffice")
    monkeypatch.setattr(office, "is_there", lambda: True)
    yield found
    found.go.set()
    for one in list(pdf._making.values()):
        one.join(60)
    pdf._making.clear()


def asked(client, key=KEY, **query):
    return client.get(reverse("library:text_file", args=[slug_of(key), "pdf"]), query)


def test_made_once_and_kept_by_version(client, office_like):
    make.written(KEY)
    for _ in range(2):
        answer = asked(client)
        assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
        assert answer["Content-Disposition"] == 'attachment; filename="GBT_1-2020.zh.pdf"'
        assert answer.content == b"%PDF-example"
    assert office_like.made == 1
    make.written(KEY, make.SMALL.replace("60", "70"))
    assert (asked(client).status_code, office_like.made) == (200, 2)


def test_what_takes_long_goes_on_and_the_page_says_so(client, office_like, monkeypatch):
    monkeypatch.setattr(pdf, "PATIENCE", 0.01)
    make.written(KEY)
    office_like.go.clear()
    for _ in range(2):
        answer = asked(client)
        assert (answer.status_code, answer["Refresh"]) == (202, "5")
        assert "正在生成" in answer.content.decode()
    assert len(pdf._making) == 1
    monkeypatch.setattr(pdf, "MOST_AT_ONCE", 1)
    make.written("GB/T 2-2020")
    full = asked(client, "GB/T 2-2020")
    assert (full.status_code, "正在生成的 PDF 太多" in full.content.decode()) == (409, True)
    office_like.go.set()
    next(iter(pdf._making.values())).join(60)
    assert (asked(client).status_code, office_like.made) == (200, 1)


@pytest.mark.parametrize(
    ("fails", "said"),
    [(office.OfficeTooSlow("120"), "在 120 秒内没有生成 PDF"), (OSError(28, "full"), "OSError")],
)
def test_a_failure_is_told_and_the_next_try_is_a_new_one(client, office_like, fails, said):
    make.written(KEY)
    office_like.fails = fails
    answer = asked(client)
    assert (answer.status_code, said in answer.content.decode()) == (409, True)
    office_like.fails = None
    assert (asked(client).status_code, office_like.made) == (200, 2)


def test_without_libreoffice_there_is_no_link_and_a_sentence(client, monkeypatch, tmp_path):
    make.written(KEY)
    link = reverse("library:text_file", args=[slug_of(KEY), "pdf"])
    page = reverse("library:text", args=[slug_of(KEY)])
    monkeypatch.setattr(office, "is_there", lambda: True)
    assert link in client.get(page).content.decode()
    monkeypatch.undo()
    monkeypatch.setenv("PATH", str(tmp_path))
    assert link not in client.get(page).content.decode()
    for prefix, said in (("", "请安装 LibreOffice"), ("/en", "Install it")):
        answer = client.get(prefix + link)
        assert (answer.status_code, said in answer.content.decode()) == (409, True)


def test_who_may_not_read_all_of_it_gets_no_pdf(client, office_like):
    make.written(KEY, is_open=False)
    assert (asked(client).status_code, office_like.made) == (403, 0)
