"""`guiju document …` as a process: exit status, what goes where, no traceback, no Django."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from guiju.cli.document_words import doubt_lines
from guiju.core.documents.model import Doubt
from guiju.web import office

SAMPLES = Path(__file__).parents[2] / "src/guiju/rulebook/samples/documents"
OLD, NEW = SAMPLES / "bottle-2025.zh.md", SAMPLES / "bottle-2026.zh.md"
BAD = """# 1 范围

本文件规定了示例的要求，压力必须小于5MPa。

# 2 规范性引用文件

本文件没有规范性引用文件。

# 3 术语和定义

本文件没有需要界定的术语和定义。

# 4 要求

温度应不大于60℃。
"""


def guiju(*arguments, data=None, limit=120):
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-m", "guiju", "document", *map(str, arguments)],
        input=data,
        capture_output=True,
        env=kept,
        timeout=limit,
        check=False,
    )


def said(answer):
    return answer.stderr.decode()


def value(answer):
    assert len(answer.stdout.splitlines()) == 1
    return json.loads(answer.stdout)


@pytest.mark.parametrize("suffix", ["sts.xml", "md", "html", "json", "txt"])
def test_convert_writes_and_reads_again(tmp_path, suffix):
    out = tmp_path / f"out.{suffix}"
    answer = guiju("convert", NEW, out)
    assert (answer.returncode, answer.stdout, said(answer)) == (0, b"", "")
    first, again = (value(guiju("addresses", one, "--json")) for one in (NEW, out))
    clauses = [[row for row in rows if "/" not in row["address"]] for rows in (first, again)]
    assert clauses[0] == clauses[1]
    assert len(clauses[0]) > 40


def test_standard_input_and_output():
    answer = guiju("convert", "-", "-", "--as", "md", "--to", "txt", data=NEW.read_bytes())
    assert (answer.returncode, said(answer)) == (0, "")
    assert "1　范围" in answer.stdout.decode().splitlines()


def test_a_doubt_goes_to_standard_error(tmp_path):
    wrong = tmp_path / "示例.docx"
    wrong.write_bytes(NEW.read_bytes())
    answer = guiju("convert", wrong, "-", "--to", ".json")
    assert answer.returncode == 0
    assert json.loads(answer.stdout)["meta"]["number"] == "T/EXAMPLE 1—2026"
    assert "后缀" in said(answer)
    assert "suffix" in said(answer)


def test_lint_finds_nothing_in_the_sample():
    answer = guiju("lint", NEW, "--json")
    assert (answer.returncode, said(answer)) == (0, "")
    assert value(answer) == {
        "findings": [],
        "counts": {"E": 0, "W": 0, "I": 0},
        "off": {},
        "places": "line",
    }


def test_lint_says_what_is_wrong_and_mends_it(tmp_path):
    bad, good = tmp_path / "bad.md", tmp_path / "good.md"
    bad.write_text(BAD, "utf-8")
    answer = guiju("lint", bad, "--json", "--fix", good, "--on", "2026-01-01")
    assert answer.returncode == 1
    findings = value(answer)["findings"]
    must = next(one for one in findings if one["rule"] == "M01")
    assert (must["severity"], must["line"], must["address"]) == ("E", 3, "1/p1")
    assert set(must["message"]) == set(must["hint"]) == {"zh", "en"}
    assert "60 ℃" in good.read_text("utf-8")
    shown = guiju("lint", bad).stdout.decode()
    spaces = sum(one["mend"] == " " for one in findings)
    assert (shown.count("⇒ 一个空格 a space"), spaces > 0) == (spaces, True)


def test_an_sts_file_is_mended_in_place(tmp_path):
    bad, kept, good = (tmp_path / f"{name}.xml" for name in ("bad", "kept", "good"))
    source = tmp_path / "bad.md"
    source.write_text(BAD, "utf-8")
    assert guiju("convert", source, bad).returncode == 0
    kept.write_text(bad.read_text("utf-8").replace("<body>", "<body><!-- 示例 -->"), "utf-8")
    assert guiju("lint", kept, "--fix", good).returncode == 1
    mended = good.read_text("utf-8")
    assert ("<!-- 示例 -->" in mended, "60 ℃" in mended, "必须" in mended) == (True, True, False)


def test_the_line_of_a_docx_is_a_paragraph():
    doubt = Doubt(code="example", zh="示例。", en="Example.", line=3)
    found = {
        places: next(iter(doubt_lines([doubt], places))) for places in ("line", "page", "paragraph")
    }
    assert found == {
        "line": "请核对 check  第 3 行 line 3  示例。 Example.",
        "page": "请核对 check  第 3 页 page 3  示例。 Example.",
        "paragraph": "请核对 check  第 3 段 paragraph 3  示例。 Example.",
    }


def test_a_rule_can_be_left_out_with_a_reason(tmp_path):
    bad = tmp_path / "bad.md"
    bad.write_text(BAD, "utf-8")
    answer = value(guiju("lint", bad, "--json", "--off", "M01=示例文件"))
    assert answer["off"] == {"M01": "示例文件"}
    assert "M01" not in {one["rule"] for one in answer["findings"]}
    shown = guiju("lint", bad, "--off", "M01=示例文件").stdout.decode()
    assert "- M01 已停用 off: 示例文件" in shown
    assert "错误 error" in shown.splitlines()[-1]


def test_compare_describes_the_two_editions(tmp_path):
    page, redlined = tmp_path / "page.html", tmp_path / "redline.docx"
    answer = guiju("compare", OLD, NEW, "--json", "--html", page, "--docx", redlined)
    assert (answer.returncode, said(answer)) == (0, "")
    found = value(answer)
    assert found["summary"]["clauses"]["split"] == 2
    assert {one["change"] for one in found["limits"]} >= {"stricter", "removed"}
    text = page.read_text("utf-8")
    assert "<del>1.0</del>" in text
    assert "<ins>1.2</ins>" in text
    assert "<script" not in text
    assert "style=" not in text
    with zipfile.ZipFile(redlined) as package:
        assert b"w:ins " in package.read("word/document.xml")


def test_compare_in_the_terminal():
    lines = guiju("compare", OLD, NEW).stdout.decode().splitlines()
    assert lines[0].startswith("T/EXAMPLE 1—2025 → T/EXAMPLE 1—2026")
    assert "  table-2/r3/c2  变严 stricter  壶嘴拉脱力: ≥ 50 N → ≥ 60 N" in lines
    same = guiju("compare", NEW, NEW).stdout.decode().splitlines()
    assert len(same) == 1


def test_provisions_are_classed():
    found = value(guiju("provisions", NEW, "--json"))
    assert set(found) == {"provisions", "conflicts"}
    first = next(one for one in found["provisions"] if one["address"] == "6.1/p1/s1")
    assert (first["clause"], first["kind"]) == ("6.1", "requirement")
    lines = guiju("provisions", NEW).stdout.decode().splitlines()
    assert any(line.startswith("6.1/p1/s1") and "要求 requirement" in line for line in lines)


def test_addresses_list_a_line_each():
    lines = guiju("addresses", NEW).stdout.decode().splitlines()
    assert "6.1                      6.1 外观" in lines
    assert any(line.startswith("table-2/r3/c2 ") and "≥60" in line for line in lines)


BROKEN = [
    b"", b"\x00" * 99, b"%PDF-1.7", b"PK\x03\x04", b"<standard>", b"\x89PNG", b"{\"format\": 1",
    b'{"format": "guiju.document/1", "meta": 3}', b"<?xml version='1.0'?><a/>", b"\xff\xfe\x00\xd8",
]  # fmt: skip


@pytest.mark.parametrize("data", BROKEN)
def test_bad_input_is_a_sentence_and_exit_status_2(data):
    answer = guiju("lint", "-", "--json", data=data)
    assert (answer.returncode, answer.stdout) == (2, b"")
    assert "Traceback" not in said(answer)
    zh, en = said(answer).splitlines()[-2:]
    assert not zh.isascii()
    assert en.split()


@pytest.mark.parametrize(
    "arguments",
    [
        ("convert", NEW),
        ("convert", NEW, "out.doc"),
        ("convert", NEW, "out"),
        ("convert", NEW, "/nowhere/out.md"),
        ("lint", NEW, "--mode", "other"),
        ("lint", NEW, "--off", "M01"),
        ("lint", NEW, "--off", "M99=why"),
        ("lint", NEW, "--fix", "out.pdf"),
        ("lint", NEW, "--on", "today"),
        ("compare", NEW),
        ("provisions", NEW, "--max-mb", "0"),
        ("publish", NEW),
    ],
)
def test_wrong_use_is_exit_status_2(arguments):
    answer = guiju(*arguments)
    assert (answer.returncode, answer.stdout) == (2, b"")
    assert "Traceback" not in said(answer)


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        (("convert", "none.md", "out.md"), "没有这个文件", "there is no such file"),
        (("lint", "/"), "这是文件夹", "it is a folder"),
        (("compare", NEW, "none.md"), "没有这个文件", "there is no such file"),
    ],
)
def test_a_file_that_cannot_be_opened_is_said_in_both_languages(arguments, zh, en):
    answer = guiju(*arguments)
    name = next(one for one in arguments[1:] if one in ("none.md", "/"))
    assert (answer.returncode, said(answer).splitlines()) == (
        2,
        [
            f"无法读取“{name}”：{zh}。请核对文件名和权限。",
            f"“{name}” could not be read: {en}. Check its name and permissions.",
        ],
    )


def test_without_libreoffice_a_pdf_is_refused_with_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    answer = guiju("convert", NEW, tmp_path / "out.pdf")
    assert (answer.returncode, list(tmp_path.iterdir())) == (1, [])
    zh, en = said(answer).splitlines()
    assert "请安装 LibreOffice" in zh
    assert "take DOCX" in en


@pytest.mark.skipif(not office.is_there(), reason="LibreOffice is not installed")
def test_a_pdf_is_made_and_its_places_are_pages(tmp_path):
    out = tmp_path / "out.pdf"
    answer = guiju("convert", NEW, out)
    assert (answer.returncode, out.read_bytes()[:5]) == (0, b"%PDF-")
    found = value(guiju("lint", out, "--json"))
    assert found["places"] == "page"
    lines = guiju("addresses", out).stdout.decode().splitlines()
    assert any(line.startswith("6.1 ") and "外观" in line for line in lines)


def test_a_large_file_is_refused(tmp_path):
    large = tmp_path / "large.txt"
    large.write_bytes(b"a" * (1024 * 1024 + 1))
    answer = guiju("addresses", large, "--max-mb", "1")
    assert answer.returncode == 2
    assert "1 MB" in said(answer)


@pytest.mark.parametrize("command", ["lint", "provisions", "addresses"])
def test_nothing_needs_django(command):
    code = (
        "import sys; sys.argv = ['guiju', 'document', *sys.argv[1:]]\n"
        "import guiju.cli.main as cli\n"
        "try: cli.main()\n"
        "except SystemExit: pass\n"
        "print(sorted({'django', 'docx', 'pypdfium2', 'sqlite3'} & set(sys.modules)))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code, command, str(NEW)], capture_output=True, check=True
    )
    assert answer.stdout.decode().splitlines()[-1] == "[]"
