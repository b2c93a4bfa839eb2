"""All tests, in the order of their speed: core, the apps on SQLite, on PostgreSQL, in a browser.

`./run test` runs what this machine can run and says what it skips; with CI set, nothing may be
skipped. `./run test PATH …` or `./run test -k …` hands its arguments to pytest (SQLite, no browser
unless a path under tests/e2e is named).
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import psycopg

ROOT = Path(__file__).parents[1]
IN_CI = bool(os.environ.get("CI"))
POSTGRES = os.environ.get("GUIJU_TEST_POSTGRES", "postgres://guiju:guiju@127.0.0.1:5432/guiju")
CORE = ["-c", "tests/core/pytest.ini", "tests/core"]
APPS = ["tests", "--ignore=tests/core", "--ignore=tests/e2e"]
BROWSER = ["tests/e2e", "-m", "e2e"]
TOGETHER = ["-n", "2", "--dist", "worksteal"]  # no core waits while the other has tests left


def say(zh: str, en: str) -> None:
    print(f"\n=== {zh} {en}", flush=True)


def pytest(*arguments: str, **environment: str) -> int:
    command = [sys.executable, "-m", "pytest", *arguments]
    # The machine's own GUIJU_ settings must not colour the tests.
    kept = {
        k: v for k, v in os.environ.items() if not k.startswith("GUIJU_") or k == "GUIJU_SHARED"
    }
    return subprocess.run(command, cwd=ROOT, env={**kept, **environment}, check=False).returncode


def skip(zh: str, en: str) -> int:
    say(f"跳过：{zh}", f"Skipped: {en}")
    return 1 if IN_CI else 0


def no_postgresql() -> str:
    """Why there is none, or ""."""
    try:
        psycopg.connect(POSTGRES, connect_timeout=3).close()
    except psycopg.OperationalError as error:
        return str(error).splitlines()[0]
    return ""


def on_sqlite() -> int:
    say("应用，SQLite", "The apps on SQLite")
    # Long tests that run on PostgreSQL afterwards are not run twice.
    return pytest(*APPS, *TOGETHER, *([] if no_postgresql() else ["-m", "not once"]))


def on_postgresql() -> int:
    if reason := no_postgresql():
        return skip(
            f"没有可用的 PostgreSQL（{reason}）",
            f"no PostgreSQL at GUIJU_TEST_POSTGRES ({reason})",
        )
    say("应用，PostgreSQL", "The apps on PostgreSQL")
    return pytest(*APPS, *TOGETHER, GUIJU_DATABASE_URL=POSTGRES)


def in_browser() -> int:
    if not any(shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome")):
        return skip("没有 Chromium 浏览器", "there is no Chromium on this machine")
    say("浏览器", "In a browser")
    return pytest(*BROWSER, *TOGETHER, DJANGO_ALLOW_ASYNC_UNSAFE="true")


def everything() -> int:
    say("核心", "Core, without Django")
    failed = pytest(*CORE, *TOGETHER)
    failed |= on_sqlite()
    failed |= on_postgresql()
    failed |= in_browser()
    return failed


if __name__ == "__main__":
    chosen = sys.argv[1:]
    if not chosen:
        sys.exit(everything())
    base = CORE[:2] if any(one.startswith("tests/core") for one in chosen) else []
    sys.exit(pytest(*base, *chosen, DJANGO_ALLOW_ASYNC_UNSAFE="true"))
