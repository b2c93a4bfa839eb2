"""`guiju number …` as a process: a line for a line, exit status, never a traceback."""

import json
import os
import subprocess
import sys


def guiju(*arguments, data=b""):
    return subprocess.run(
        [sys.executable, "-m", "guiju", "number", *map(str, arguments)],
        input=data,
        capture_output=True,
        env={name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ},
        check=False,
    )


def answers(process):
    return [json.loads(line) for line in process.stdout.decode().splitlines()]


def test_each_line_is_answered_by_one_json_value_in_its_order():
    lines = ["GB/T 1.1—2020", "GB/X 1-2020", "", "ISO 9001:2015"]
    process = guiju("parse", "--json", data="\n".join(lines).encode())
    assert [answer["input"] for answer in answers(process)] == lines
    assert [answer["ok"] for answer in answers(process)] == [True, False, False, True]
    assert process.returncode == 1
    assert "2 could not be read" in process.stderr.decode()


def test_all_read_is_exit_0_and_nothing_on_standard_error():
    process = guiju("parse", "--json", data="GBT1.1-2020\r\nT/CAS 115—2015\r\n".encode())
    assert [answer["canonical"] for answer in answers(process)] == [
        "GB/T 1.1-2020",
        "T/CAS 115-2015",
    ]
    assert (process.returncode, process.stderr) == (0, b"")


def test_no_lines_no_answers():
    process = guiju("parse", "--json")
    assert (process.returncode, process.stdout) == (0, b"")


def test_without_json_a_row_a_line():
    process = guiju("parse", data=b"DB3206/T 1088-2024\nT/ca 1-2020\n")
    first, second = process.stdout.decode().splitlines()
    assert first.split() == [
        "DB3206/T",
        "1088—2024",
        "地方（设区的市）、推荐性",
        "local,",
        "city,",
        "recommended",
    ]
    assert second.startswith("✗ “T/ca 1-2020”不是可读的编号")
    assert "Was “T/CA 1-2020” meant?" in second


def test_any_bytes_are_answered():
    hostile = [
        b"\xff\xfe\x00",
        b"\x00" * 50,
        b"GB/T " + b"9" * 100_000,
        b"{}%s",
        "\uff27\uff22".encode("utf-16"),
    ]
    process = guiju("parse", "--json", data=b"\n".join(hostile))
    assert {answer["ok"] for answer in answers(process)} == {False}
    assert process.returncode == 1
    assert b"Traceback" not in process.stderr


def test_gb_18030_and_a_byte_order_mark_are_read():
    data = "\ufeffGB/T 1.1—2020\n".encode() + "GB/T 3102（所有部分）\n".encode("gb18030")
    assert [answer["display"] for answer in answers(guiju("parse", "--json", data=data))] == [
        "GB/T 1.1—2020",
        "GB/T 3102（所有部分）",
    ]


def test_wrong_use_is_exit_2():
    assert guiju("parse", "GB/T 1").returncode == 2
    assert guiju("find", "/no/such/file").returncode == 2


def test_find_says_where(tmp_path):
    text = "按 GB/T 1.1—2020\n和 ISO 9001 执行"
    file = tmp_path / "text.txt"
    file.write_text(text, encoding="gb18030")
    answer = json.loads(guiju("find", file, "--json").stdout)
    found = [(one["start"], one["end"], one["text"], one["canonical"]) for one in answer["numbers"]]
    assert found == [(2, 15, "GB/T 1.1—2020", "GB/T 1.1-2020"), (18, 26, "ISO 9001", "ISO 9001")]


def test_find_prints_a_row_a_number_with_its_line():
    process = guiju("find", "-", data="一\n按GB/T 1.1—2020\n".encode())
    assert process.stdout.decode().split()[:3] == ["2", "GB/T", "1.1—2020"]


def test_an_empty_file_is_refused_in_words(tmp_path):
    file = tmp_path / "empty.txt"
    file.write_bytes(b"")
    process = guiju("find", file)
    assert process.returncode == 2
    assert "contains no text" in process.stderr.decode()


def test_a_word_is_said_once():
    process = guiju("parse", data=b"GSB 05-1426-2001\n")
    assert process.stdout.decode().split("  ")[-1] == "国家、标准样品 national, sample\n"
