"""The Chinese catalogue: extract, fill, compile, check.

update          extract the marked strings into the catalogue (needs gettext)
missing         print the strings that have no translation yet, as JSON
fill FILE       set translations from a JSON object {English: Chinese}; "context|English" for a context
compile         write the .mo file if it is older than the .po file (needs no gettext)
check           fail if the catalogue is not what the code asks for, or is not complete
"""

import fcntl
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import polib

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "guiju"
CATALOGUE = PACKAGE / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"


def key_of(entry: polib.POEntry) -> tuple[str, str]:
    return entry.msgctxt or "", entry.msgid


def is_done(entry: polib.POEntry) -> bool:
    texts = entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]
    return bool(list(texts)) and all(texts) and not entry.fuzzy


def extract() -> polib.POFile:
    """What the code and the templates ask for, without locations."""
    with tempfile.TemporaryDirectory() as folder:
        po = Path(folder) / "django.po"
        command = [sys.executable, "-m", "django", "makemessages", "--locale=zh_Hans"]
        options = [
            "--no-wrap",
            "--no-location",
            "--no-obsolete",
            "--keep-pot",
            "--ignore=rulebook/*",
        ]
        pot = PACKAGE / "locale" / "django.pot"
        saved = CATALOGUE.read_bytes() if CATALOGUE.exists() else None
        try:
            subprocess.run([*command, *options], cwd=PACKAGE, check=True, capture_output=True)
            po.write_bytes(pot.read_bytes())
        except subprocess.CalledProcessError as error:
            sys.exit(f"makemessages failed (is gettext installed?):\n{error.stderr.decode()}")
        finally:
            pot.unlink(missing_ok=True)
            if saved is not None:
                CATALOGUE.write_bytes(saved)
        return polib.pofile(str(po))


def catalogue() -> polib.POFile:
    if CATALOGUE.exists():
        return polib.pofile(str(CATALOGUE), wrapwidth=0)
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    return polib.POFile(wrapwidth=0)


def update() -> None:
    old = {key_of(entry): entry for entry in catalogue()}
    new = polib.POFile(wrapwidth=0)
    new.metadata = {
        "Language": "zh_Hans",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=1; plural=0;",
    }
    for asked in sorted(extract(), key=key_of):
        kept = old.get(key_of(asked))
        entry = polib.POEntry(
            msgid=asked.msgid, msgid_plural=asked.msgid_plural, msgctxt=asked.msgctxt
        )
        if "python-format" in asked.flags:
            entry.flags.append("python-format")
        if asked.msgid_plural:
            entry.msgstr_plural = kept.msgstr_plural if kept else {0: ""}
        elif kept:
            entry.msgstr = kept.msgstr
        new.append(entry)
    new.save(str(CATALOGUE))


def missing() -> None:
    rows = {
        (f"{entry.msgctxt}|" if entry.msgctxt else "") + entry.msgid: ""
        for entry in catalogue()
        if not is_done(entry)
    }
    print(json.dumps(rows, ensure_ascii=False, indent=1))


def fill(file: str) -> None:
    rows = json.loads(Path(file).read_text("utf-8"))
    po = catalogue()
    unknown = dict(rows)
    for entry in po:
        name = (f"{entry.msgctxt}|" if entry.msgctxt else "") + entry.msgid
        if name in rows:
            unknown.pop(name)
            if entry.msgid_plural:
                entry.msgstr_plural = {0: rows[name]}
            else:
                entry.msgstr = rows[name]
    po.save(str(CATALOGUE))
    for name in unknown:
        print(f"not asked for by the code: {name!r}", file=sys.stderr)


def compile_catalogue() -> None:
    mo = CATALOGUE.with_suffix(".mo")
    if CATALOGUE.exists() and (not mo.exists() or mo.stat().st_mtime < CATALOGUE.stat().st_mtime):
        catalogue().save_as_mofile(str(mo))


def check() -> None:
    have = {key_of(entry): entry for entry in catalogue()}
    asked = {key_of(entry) for entry in extract()}
    faults = [f"not in the catalogue: {name[1]!r}" for name in asked - set(have)]
    faults += [f"no longer used: {name[1]!r}" for name in set(have) - asked]
    faults += [f"not translated: {name[1]!r}" for name, entry in have.items() if not is_done(entry)]
    if faults:
        sys.exit("\n".join(sorted(faults)))


COMMANDS = {"update": update, "missing": missing, "compile": compile_catalogue, "check": check}

if __name__ == "__main__":
    command, *rest = sys.argv[1:] or [""]
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    # Two people (or two tests) at once must not lose each other's lines.
    with (CATALOGUE.parent / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if command == "fill" and len(rest) == 1:
            fill(rest[0])
        elif command in COMMANDS and not rest:
            COMMANDS[command]()
        else:
            sys.exit(__doc__)
