"""Evidence: hashed while it is stored, under a random name; hostile files are refused."""

import hashlib
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import TemporaryUploadedFile

from guiju.apps.governance.models import Evidence, Report
from guiju.apps.governance.selectors.reports import (
    EvidenceChanged,
    EvidenceWithdrawn,
    evidence_file,
    evidence_of,
)
from guiju.apps.governance.services.evidence import (
    EmptyFile,
    WrongKind,
    check_file,
    cleaned_name,
)
from guiju.apps.governance.services.report_content import Content
from guiju.apps.journal.models import Event
from guiju.core.errors import NotFoundError, RefusedError
from guiju.core.seals.chain import sm3
from guiju.web.uploads import TooLargeError
from tests.factories import reports
from tests.factories.reports import PDF, package, upload

pytestmark = pytest.mark.django_db
DOCX = package("[Content_Types].xml", "word/document.xml")
XLSX = package("[Content_Types].xml", "xl/workbook.xml")


@pytest.fixture
def ledger(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)
    return reports.small_ledger()


def stored_files():
    return [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]


TAKEN = [
    ("报告.pdf", PDF),
    ("图.PNG", b"\x89PNG\r\n\x1a\n...."),
    ("照片.jpg", b"\xff\xd8\xff\xe0...."),
    ("照片.jpeg", b"\xff\xd8\xff\xe0...."),
    ("材料.docx", DOCX),
    ("台账.xlsx", XLSX),
    ("说明.txt", "示例文字".encode("gb18030")),
    ("说明.txt", "示例文字".encode("utf-16")),
    ("数据.csv", "名称,数量\n示例,1\n".encode("utf-8-sig")),
]


@pytest.mark.parametrize(("name", "content"), TAKEN, ids=[name for name, _ in TAKEN])
def test_kinds_that_are_taken(name, content):
    assert check_file(upload(name, content)) == name


HOSTILE = [
    ("program.exe", b"MZ\x90\x00"),
    ("program.pdf", b"MZ\x90\x00"),
    ("page.html", b"<!DOCTYPE html><script>alert(1)</script>"),
    ("page.txt", b"  <!doctype HTML><script>"),
    ("page.txt", "<html>".encode("utf-16")),
    ("page.csv", b"\xef\xbb\xbf<svg onload=alert(1)>"),
    ("picture.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
    ("picture.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
    ("script.txt", b"#!/bin/sh\nrm -rf /\n"),
    ("elf.txt", b"\x7fELF\x02"),
    ("binary.csv", b"a,b\x00c"),
    ("report.pdf.exe", PDF),
    ("report", PDF),
    (".pdf", PDF),
    ("archive.zip", package("a.txt")),
    ("macros.docx", package("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")),
    ("sheet.docx", XLSX),
    ("broken.docx", DOCX[:40]),
    ("text.docx", b"PK\x03\x04 nothing"),
    ("php.txt", b"<?php system('id'); ?>"),
    ("image.jpg", b"GIF89a"),
]


@pytest.mark.parametrize(("name", "content"), HOSTILE, ids=[name for name, _ in HOSTILE])
def test_hostile_files_are_refused_with_a_sentence(ledger, name, content):
    with pytest.raises(WrongKind) as refused:
        reports.draft(ledger, files=[upload(name, content)])
    assert refused.value.sentence.zh == (
        f"“{name.strip('.')}”不是可接受的佐证材料：只收 pdf, png, jpg, docx, xlsx, txt, csv，"
        "且内容须与扩展名相符。请另存为其中一种再上传。"
    )
    assert (Report.objects.count(), stored_files()) == (0, [])


def test_empty_and_too_large_files_are_refused(ledger, settings):
    with pytest.raises(EmptyFile):
        reports.draft(ledger, files=[upload("空.txt", b"")])
    settings.MAX_UPLOAD_BYTES = 10
    with pytest.raises(TooLargeError):
        reports.draft(ledger, files=[upload("大.txt", b"x" * 11)])
    assert stored_files() == []


NAMES = [
    ("../../etc/passwd.txt", "passwd.txt"),
    ("C:\\Users\\示例\\一季度 报告.pdf", "一季度 报告.pdf"),
    ("报告\r\nX-Injected: 1.pdf", "报告X-Injected: 1.pdf"),
    ("fdp.\u202eexe.pdf", "fdp.exe.pdf"),
    ("长" * 300 + ".pdf", "长" * 196 + ".pdf"),
    ("", "file"),
    ("..", "file"),
]


@pytest.mark.parametrize(("name", "expected"), NAMES)
def test_names_are_cleaned(name, expected):
    assert cleaned_name(name) == expected


def test_a_file_is_hashed_and_stored_under_a_random_name(ledger):
    content = PDF + b"x" * 200_000
    report = reports.draft(ledger, files=[upload("一季度.pdf", content), upload("二.txt", b"2")])
    first, second = evidence_of(report)
    assert (first.name, first.size, second.name) == ("一季度.pdf", len(content), "二.txt")
    assert (first.sm3, first.sha256) == (sm3(content), hashlib.sha256(content).hexdigest())
    assert sorted(len(path.name) for path in stored_files()) == [36, 36]
    assert {path.suffix for path in stored_files()} == {".bin"}
    details = Event.objects.get().details
    assert details["evidence_added"] == [first.sm3, second.sm3]


def test_a_file_that_came_over_the_disk_is_hashed_too(ledger):
    arrived = TemporaryUploadedFile("大.pdf", "application/pdf", len(PDF), None)
    arrived.write(PDF)
    arrived.seek(0)
    evidence = evidence_of(reports.draft(ledger, files=[arrived])).get()
    assert evidence.sm3 == sm3(PDF)


def test_if_the_act_fails_its_files_are_removed(ledger, monkeypatch):
    monkeypatch.setattr("guiju.apps.governance.services.reports.record", lambda **_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        reports.draft(ledger, files=[upload()])
    assert (Report.objects.count(), Evidence.objects.count(), stored_files()) == (0, 0, [])


def test_a_bad_file_among_good_ones_stores_none(ledger):
    with pytest.raises(WrongKind):
        reports.draft(ledger, files=[upload(), upload("x.svg", b"<svg/>")])
    assert stored_files() == []


def test_withdrawing_keeps_the_row_and_the_file(ledger):
    report = reports.draft(ledger, files=[upload("一.pdf"), upload("二.pdf")])
    first, second = evidence_of(report)
    reports.draft(ledger, version=report.version, withdrawn=[first.pk])
    assert [one.pk for one in evidence_of(report)] == [second.pk]
    assert (Evidence.objects.count(), len(stored_files())) == (2, 2)
    with pytest.raises(EvidenceWithdrawn):
        evidence_file(ledger.lead, first.pk)
    assert Event.objects.order_by("number").last().details["evidence_withdrawn"] == [first.sm3]


def test_the_evidence_of_another_report_is_not_withdrawn(ledger):
    theirs = evidence_of(reports.draft(ledger, "shared", files=[upload()])).get()
    reports.draft(ledger, content=Content(text="示例"), withdrawn=[theirs.pk])
    theirs.refresh_from_db()
    assert theirs.withdrawn is None


DOWNLOADS = {
    "draft": {"lead"},
    "submitted": {"lead", "shared", "helper", "guide", "reader", "office"},
    # Even of a published report the evidence stays inside.
    "accepted": {"lead", "shared", "helper", "guide", "reader", "office"},
}


@pytest.mark.parametrize(("state", "expected"), DOWNLOADS.items())
def test_who_downloads(ledger, state, expected):
    report = reports.draft(ledger, files=[upload()])
    Report.objects.update(state=state, is_public=state == "accepted")
    pk = evidence_of(report).get().pk
    able = set()
    for who in ("lead", "shared", "helper", "guide", "reader", "office", "stranger", "public"):
        try:
            evidence_file(getattr(ledger, who), pk)
        except RefusedError:
            continue
        able.add(who)
    assert able == expected


def test_a_file_that_was_changed_or_lost_is_not_served(ledger):
    report = reports.draft(ledger, files=[upload()])
    evidence = evidence_of(report).get()
    path = Path(default_storage.path(evidence.file.name))
    assert evidence_file(ledger.lead, evidence.pk) == evidence
    path.write_bytes(PDF + b"changed")
    with pytest.raises(EvidenceChanged) as changed:
        evidence_file(ledger.lead, evidence.pk)
    assert "与上传时的哈希不符" in changed.value.sentence.zh
    path.unlink()
    with pytest.raises(EvidenceChanged):
        evidence_file(ledger.lead, evidence.pk)
    with pytest.raises(NotFoundError):
        evidence_file(ledger.lead, 0)
