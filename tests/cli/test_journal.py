"""`guiju journal verify`, as a person runs it."""

import json
import os
import subprocess
import sys

import pytest


@pytest.fixture(scope="module")
def guiju(tmp_path_factory):
    """Run the command line in a process of its own, in one folder: making the database takes longest."""
    var = tmp_path_factory.mktemp("var")
    kept = {name: text for name, text in os.environ.items() if not name.startswith("GUIJU_")}
    kept.pop("DJANGO_SETTINGS_MODULE", None)

    def run(*arguments, **environment):
        return subprocess.run(
            [sys.executable, "-m", "guiju", *arguments],
            capture_output=True,
            text=True,
            env={**kept, "GUIJU_VAR": str(var), **environment},
            check=False,
        )

    return run


def test_a_new_journal_is_whole(guiju):
    answer = guiju("journal", "verify", "--json")
    assert answer.returncode == 0
    verdict = json.loads(answer.stdout)
    assert (verdict["whole"], verdict["count"], verdict["fault"]) == (True, 0, None)


def test_a_noted_head_that_is_no_longer_there(guiju):
    answer = guiju("journal", "verify", "--expect", f"5:{'a' * 64}")
    assert answer.returncode == 1
    assert "The noted digest is of entry 5, but the journal has 0 entries." in answer.stderr


def test_a_mark_that_is_none(guiju):
    answer = guiju("journal", "verify", "--expect", "five")
    assert answer.returncode == 2
    assert "NUMBER:SM3" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_a_wrong_setting_stops_with_its_name(guiju):
    answer = guiju("journal", "verify", GUIJU_HTTPS="perhaps")
    assert answer.returncode != 0
    assert "GUIJU_HTTPS='perhaps'" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_an_unknown_command_is_wrong_use(guiju):
    assert guiju("nonsense").returncode == 2
