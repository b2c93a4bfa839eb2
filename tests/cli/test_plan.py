"""`guiju plan …` as a process: exit status, what goes where, no traceback, no Django for `parse`."""

import json
import os
import subprocess
import sys

import pytest

TEXT = """示例市标准化行动计划（示例）
示例标发（2023）5号
2023年1月10日
一、建立示例制度。建立甲类示例制度，2023年6月底前完成。（市场监管总局、示例未知局负责）
二、搭建示例平台。建设示例数据平台。（教育部牵头，科技部参与）
"""


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory):
    """A folder with a migrated database and the register: migrating takes longest."""
    folder = tmp_path_factory.mktemp("guiju-cli")
    assert guiju("organisations", "load", var=folder).returncode == 0
    return folder


@pytest.fixture
def var(empty_database, tmp_path):
    """A copy of it for one test."""
    source = empty_database / "guiju.sqlite3"
    (tmp_path / "guiju.sqlite3").write_bytes(source.read_bytes())
    return tmp_path


def environment(var):
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return kept | {"GUIJU_VAR": str(var)} if var else kept


def guiju(*arguments, data=None, var=None):
    return subprocess.run(
        [sys.executable, "-m", "guiju", *map(str, arguments)],
        input=data,
        capture_output=True,
        env=environment(var),
        check=False,
    )


def written(folder, text=TEXT, name="plan.txt"):
    file = folder / name
    file.write_bytes(text.encode())
    return file


def said(answer):
    return answer.stderr.decode()


def test_parse_prints_one_json_value(tmp_path):
    answer = guiju("plan", "parse", written(tmp_path), "--json")
    parsed = json.loads(answer.stdout)
    assert (answer.returncode, said(answer)) == (0, "")
    assert parsed["document_number"] == "示例标发（2023）5号"
    assert [measure["title"] for measure in parsed["measures"]] == ["建立示例制度", "搭建示例平台"]
    for measure in parsed["measures"]:
        assert TEXT[measure["start"] : measure["end"]] == measure["text"]


def test_parse_writes_the_text_in_which_the_offsets_count(tmp_path):
    page = tmp_path / "plan.html"
    page.write_bytes("".join(f"<p>{line}</p>" for line in TEXT.splitlines()).encode("gb18030"))
    decoded = tmp_path / "decoded.txt"
    answer = guiju("plan", "parse", page, "--json", "--text", decoded)
    text = decoded.read_bytes().decode()
    notes = [
        note for one in json.loads(answer.stdout)["measures"] for note in one["responsibilities"]
    ]
    assert [text[note["start"] : note["end"]] for note in notes] == [
        "（市场监管总局、示例未知局负责）",
        "（教育部牵头，科技部参与）",
    ]


def test_parse_reads_standard_input_and_prints_a_summary():
    answer = guiju("plan", "parse", "-", data=TEXT.encode("gb18030"))
    assert (answer.returncode, said(answer)) == (0, "")
    lines = answer.stdout.decode().splitlines()
    assert lines[0] == "示例市标准化行动计划（示例） · 示例标发（2023）5号 · 2023-01-10"
    assert "    牵头：教育部；配合：科技部" in lines


def test_parse_needs_neither_django_nor_a_database(tmp_path):
    code = (
        "import sys; sys.argv = ['guiju', 'plan', 'parse', '--json', sys.argv[1]]\n"
        "import guiju.cli.main as cli\n"
        "try: cli.main()\n"
        "except SystemExit: pass\n"
        "print(sorted(name for name in sys.modules if name.split('.')[0] == 'django'))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code, written(tmp_path)], capture_output=True, check=True
    )
    assert answer.stdout.decode().splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "没有文字"),
        (b"%PDF-1.7", "PDF"),
        (bytes(range(256)) * 16, "不是可读的文本"),
        ("没有条目。".encode(), "没有找到任何措施"),
        (b"x" * (1024 * 1024 + 1), "上限"),
    ],
)
@pytest.mark.parametrize("command", ["parse", "import"])
def test_bad_input_is_a_sentence_and_exit_status_2(tmp_path, command, data, words):
    file = tmp_path / "plan.txt"
    file.write_bytes(data)
    for source, given in ((file, None), ("-", data)):
        answer = guiju("plan", command, source, "--max-mb", 1, data=given, var=tmp_path / "var")
        assert (answer.returncode, answer.stdout) == (2, b"")
        assert words in said(answer)
        assert "Traceback" not in said(answer)


@pytest.mark.parametrize("arguments", [["parse"], ["parse", "none.txt"], ["parse", "/"], ["pars"]])
def test_wrong_use_is_exit_status_2(arguments):
    answer = guiju("plan", *arguments)
    assert (answer.returncode, answer.stdout) == (2, b"")
    assert "Traceback" not in said(answer)


def test_import_previews_and_writes_once(var):
    file = written(var)
    first = guiju("plan", "import", file, var=var)
    assert (first.returncode, first.stdout.decode()) == (
        0,
        "2023-5：已导入第 1 版文本。 Imported as text 1.\n",
    )
    assert "示例未知局（一）" in said(first)
    assert "新增 new 2" in said(first)
    again = guiju("plan", "import", file, "--json", var=var)
    assert json.loads(again.stdout) == {"plan": "2023-5", "text": None, "counts": {}}
    corrected = written(var, TEXT.replace("示例数据平台", "示例信息平台"))
    third = guiju("plan", "import", corrected, "--json", "--public", var=var)
    assert json.loads(third.stdout) == {
        "plan": "2023-5",
        "text": 2,
        "counts": {"new": 0, "changed": 1, "unchanged": 1, "withdrawn": 0},
    }
    listed = json.loads(guiju("plan", "list", "--json", var=var).stdout)
    assert listed == [
        {
            "slug": "2023-5",
            "title": "示例市标准化行动计划（示例）",
            "document_number": "示例标发（2023）5号",
            "issued": "2023-01-10",
            "text": 2,
            "is_public": True,
        }
    ]
    assert guiju("journal", "verify", var=var).returncode == 0


def test_a_text_with_a_corrected_title_goes_into_the_plan_that_is_named(var):
    guiju("plan", "import", written(var), var=var)
    file = written(var, TEXT.replace("示例市", "示例城市"))
    answer = guiju("plan", "import", file, "--plan", "2023-5", "--json", var=var)
    assert json.loads(answer.stdout)["text"] == 2
    assert [
        row["title"] for row in json.loads(guiju("plan", "list", "--json", var=var).stdout)
    ] == ["示例城市标准化行动计划（示例）"]
    wrong = guiju("plan", "import", file, "--plan", "none", var=var)
    assert (wrong.returncode, wrong.stdout) == (2, b"")


def test_a_text_without_a_title_is_given_one(var):
    untitled = written(var, "一、建立制度。建立示例制度。（教育部负责）")
    assert guiju("plan", "import", untitled, var=var).returncode == 2
    answer = guiju("plan", "import", untitled, "--title", "示例计划", "--json", var=var)
    assert json.loads(answer.stdout)["text"] == 1


def test_preview_writes_nothing(var):
    answer = guiju("plan", "import", written(var), "--preview", var=var)
    assert (answer.returncode, answer.stdout) == (0, b"")
    assert json.loads(guiju("plan", "list", "--json", var=var).stdout) == []


def test_an_unknown_office_is_exit_status_2(var):
    answer = guiju("plan", "import", written(var), "--office", "nobody", var=var)
    assert (answer.returncode, answer.stdout) == (2, b"")
    assert "nobody" in said(answer)


def test_two_imports_at_once_make_one_plan(var):
    file = written(var)
    command = [sys.executable, "-m", "guiju", "plan", "import", str(file), "--json"]
    both = [
        subprocess.Popen(
            command,
            env=environment(var),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for _ in range(2)
    ]
    answers = [json.loads(process.communicate()[0]) for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert sorted(str(answer["text"]) for answer in answers) == ["1", "None"]
    assert len(json.loads(guiju("plan", "list", "--json", var=var).stdout)) == 1
    assert guiju("journal", "verify", var=var).returncode == 0
