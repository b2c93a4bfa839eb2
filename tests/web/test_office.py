"""LibreOffice beside us: it is there or it is said, it is stopped at the limit with all that it started."""

import os
import select
import time

import pytest

from guiju.core.documents.model import Document, Meta, Paragraph, Reading, Section, Text
from guiju.core.documents.writing import write
from guiju.web import office

needs_office = pytest.mark.skipif(not office.is_there(), reason="LibreOffice is not installed")


@pytest.fixture
def stand_in(tmp_path, monkeypatch):
    """A program that stands in for LibreOffice: a line of shell."""
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")

    def put(line):
        program = tmp_path / "bin" / "soffice"
        program.write_text(f"#!/bin/sh\n{line}\n", "utf-8")
        program.chmod(0o755)
        return tmp_path

    return put


def test_where_it_is_missing_the_sentence_says_what_to_do(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(office.OfficeMissing) as caught:
        office.pdf_of_docx(b"")
    assert office.is_there() is False
    assert "apt install libreoffice-writer-nogui" in caught.value.sentence.zh
    assert "take DOCX" in caught.value.sentence.en


def test_it_has_a_profile_home_and_environment_of_its_own(stand_in, monkeypatch):
    monkeypatch.setenv("GUIJU_SECRET_KEY", "example")
    folder = stand_in('env > "$HOME/text.pdf"; ls profile/user >> "$HOME/text.pdf"')
    said = office.pdf_of_docx(b"x").decode().splitlines()
    names = {line.partition("=")[0] for line in said if "=" in line}
    assert names - {"_", "SHLVL", "OLDPWD"} == {"PATH", "LANG", "HOME", "TMPDIR", "PWD"}
    assert said[-1] == "registrymodifications.xcu"
    assert str(folder) not in "".join(line for line in said if line.startswith("HOME"))


def test_at_the_limit_it_ends_with_all_that_it_started(stand_in, tmp_path):
    os.mkfifo(tmp_path / "alive")
    alive = os.open(tmp_path / "alive", os.O_RDONLY | os.O_NONBLOCK)
    stand_in(f'sleep 600 > "{tmp_path}/alive" & wait')
    with pytest.raises(office.OfficeTooSlow) as caught:
        office.pdf_of_docx(b"x", seconds=1)
    assert caught.value.subject == "1"
    ended, _, _ = select.select([alive], [], [], 10)  # its end closes what it held open
    assert ended == [alive]
    os.close(alive)


def test_without_a_pdf_what_it_said_is_told(stand_in):
    stand_in("echo Error: source file could not be loaded >&2")
    with pytest.raises(office.OfficeFailed) as caught:
        office.pdf_of_docx(b"x")
    assert caught.value.subject == "Error: source file could not be loaded"


def test_one_at_a_time(stand_in):
    stand_in('echo x > "$HOME/text.pdf"')
    with office._turn(time.monotonic(), 0), pytest.raises(office.OfficeTooSlow):
        office.pdf_of_docx(b"x", seconds=0)
    assert office.pdf_of_docx(b"x") == b"x\n"
    assert office.pdf_of_docx(b"x", is_made=lambda: True) == b""


@needs_office
def test_a_docx_becomes_a_pdf():
    section = Section(
        kind="scope",
        label="1",
        title=Text("范围"),
        level=1,
        blocks=(Paragraph(text=Text("本文件规定了示例。")),),
    )
    document = Document(meta=Meta(), sections=(section,))
    made = write(Reading(document=document), "a.docx")
    assert office.pdf_of_docx(made)[:5] == b"%PDF-"
