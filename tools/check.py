"""Everything that is checked without running the product; every step runs, then the verdict."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
LIMIT, MEDIAN_LIMIT = 500, 100
SOURCES = ("*.py", "*.html", "*.css", "*.js", "*.sh", "run", ".ci/run")


def tracked(*patterns: str) -> list[Path]:
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", *patterns]
    lines = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / line for line in lines.splitlines() if (ROOT / line).is_file()]


def sizes() -> int:
    """No source file above 500 lines; the median file under 100."""
    counts = {
        path: len(path.read_text("utf-8").splitlines())
        for path in tracked(*SOURCES)
        if "migrations" not in path.parts
    }
    large = {path: count for path, count in counts.items() if count > LIMIT}
    for path, count in large.items():
        print(f"{path.relative_to(ROOT)} has {count} lines; the limit is {LIMIT}. Split it.")
    middle = median(counts.values())
    if middle >= MEDIAN_LIMIT:
        print(f"The median file has {middle} lines; it should be under {MEDIAN_LIMIT}.")
    return 1 if large or middle >= MEDIAN_LIMIT else 0


def registries() -> int:
    """No package registry's address in a lock file, or anywhere else."""
    hosts = ("files.python" + "hosted.org", "py" + "pi.org", "registry.npm" + "js.org")
    found = [
        path.relative_to(ROOT)
        for path in tracked()
        if any(host in path.read_text("utf-8", "ignore") for host in hosts)
    ]
    for path in found:
        print(f"{path} names a package registry")
    return 1 if found else 0


def run(*command: str, **environment: str) -> int:
    return subprocess.run(
        command, cwd=ROOT, env={**os.environ, **environment}, check=False
    ).returncode


def django(*command: str) -> int:
    with tempfile.TemporaryDirectory() as var:
        return run(
            str(BIN / "python"), "-m", "django", *command,
            DJANGO_SETTINGS_MODULE="guiju.config.settings", GUIJU_VAR=var,
        )  # fmt: skip


def translations() -> int:
    if shutil.which("msgfmt") is None:
        print("skipped: gettext is not installed on this machine")
        return 1 if os.environ.get("CI") else 0
    return run(str(BIN / "python"), "tools/translations.py", "check")


def benches() -> int:
    """No benchmark imports or calls what has moved or gone; tests run all other code."""
    found = subprocess.run(
        [str(BIN / "mypy"), "bench"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.splitlines()
    codes = ("[attr-defined]", "[import-not-found]", "[call-arg]", "[name-defined]")
    # Peers need not be installed: a benchmark shows those that are.
    peers = [line for line in found if "import-not-found" in line and '"guiju' not in line]
    broken = [line for line in found if line.endswith(codes) and line not in peers]
    print(*broken, sep="\n", end="\n" if broken else "")
    return 1 if broken or not found else 0


STEPS = {
    "format": lambda: run(str(BIN / "ruff"), "format", "--check", "--quiet", "."),
    # Without a cache: what a moved module does to the files that import it is not in its key.
    "lint": lambda: run(str(BIN / "ruff"), "check", "--quiet", "--no-cache", "."),
    "types": lambda: run(str(BIN / "mypy"), "--no-error-summary"),
    "benches": benches,
    "contracts": lambda: run(str(BIN / "lint-imports"), "--no-logo"),
    "templates": lambda: run(str(BIN / "djlint"), "src/guiju", "--lint", "--quiet"),
    "translations": translations,
    "migrations": lambda: django("makemigrations", "--check", "--dry-run"),
    "system": lambda: django("check", "--fail-level", "WARNING"),
    "sizes": sizes,
    "registries": registries,
    "docs": lambda: run(str(BIN / "python"), "tools/check_docs.py"),
}


def main(names: list[str]) -> int:
    if unknown := set(names) - set(STEPS):
        print(f"no such step: {', '.join(sorted(unknown))}; there are {', '.join(STEPS)}")
        return 2
    failed = []
    for name in names or STEPS:
        print(f"--- {name}", flush=True)
        if STEPS[name]() != 0:
            failed.append(name)
    print(f"\n{'FAILED: ' + ', '.join(failed) if failed else 'All checks passed.'}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
