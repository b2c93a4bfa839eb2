"""How fast and how big: `guiju.core.plans.parse` on 1, 2, 5 and 10 MB of plans.

Beside it stands a bound in the same run: one regular expression that only splits the same
text into sentences. A second table feeds hostile text of 10 MB; what is above the bounds of
`rulebook/params/plans.yaml` is refused. The texts are not in the
repository: they are read from the folder that GUIJU_SHARED names, or ../shared.

    python bench/plan_parse.py
"""

import os
import re
import resource
import subprocess
import sys
import time
from pathlib import Path

SENTENCE = re.compile(r"[^。！？\n]+[。！？\n]?")
SIZES = (1, 2, 5, 10)
HOSTILE = {
    "（": "（",
    "(": "(",
    "“": "“",
    "《": "《",
    "一、": "一、",
    "1.": "1.",
    "（一）": "（一）",
    "、": "、",
    "，": "，",
    "。": "。",
    "建设标准": "建设标准",
    "（负责": "（负责",
    "（A负责）": "（A负责）",
    "责任单位：": "责任单位：",
    "one line": "示例文字没有任何断开",
    "推动建设": "推动建设",
    "loose notes": "示例（科技部负责）",
    "label lines": "\n责任单位：科技部",
    "2023年": "2023年",
    "\\n一、（": "\n一、（",
    "\\n附件：1.": "\n附件：1.",
}


def shared_folder() -> Path:
    """The folder with the real texts."""
    default = Path(__file__).resolve().parents[2] / "shared"
    return Path(os.environ.get("GUIJU_SHARED", str(default)))


def plans_text(megabytes: int) -> str:
    """The plans, over and over, until their UTF-8 form has this many megabytes."""
    shared = shared_folder()
    files = [*sorted((shared / "data" / "plans").glob("*.txt"))]
    files.append(shared / "seeds" / "action-plan-2022.txt")
    once = "\n".join(path.read_text(encoding="utf-8") for path in files) + "\n"
    size = len(once.encode())
    return once * (megabytes * 1_000_000 // size + 1)


def hostile_text(unit: str) -> str:
    """The unit, repeated to 10 MB of UTF-8 inside an item with a note, so that all of it is read."""
    return "一、示例" + unit * (10_000_000 // len(unit.encode())) + "。（科技部负责）"


def measure(text: str) -> str:
    """One line of figures: bytes, counts, seconds, MB/s, the bound, peak memory."""
    from guiju.core.plans import parse
    from guiju.core.plans.errors import NoMeasures, TooMany

    size = len(text.encode())
    began = time.perf_counter()
    sentences = sum(1 for _ in SENTENCE.finditer(text))
    bound = time.perf_counter() - began
    began, cpu_began = time.perf_counter(), time.process_time()
    try:
        plan = parse(text)
        counts = f"{len(plan.measures):>7} {sum(len(m.responsibilities) for m in plan.measures):>7}"
    except NoMeasures:
        counts = f"{0:>7} {0:>7}"
    except TooMany:
        counts = f"{'refused':>15}"
    seconds = time.perf_counter() - began
    cpu = time.process_time() - cpu_began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return (
        f"{size:>12,} {counts} {seconds:>8.2f} {cpu:>7.2f} {size / 1e6 / seconds:>7.2f} "
        f"{bound:>8.2f} {sentences:>9,} {peak:>7.0f}"
    )


def child(kind: str, what: str) -> None:
    """Measure one text in a process of its own, so that the peak is its own."""
    text = plans_text(int(what)) if kind == "plans" else hostile_text(HOSTILE[what])
    sys.stdout.write(measure(text))


def line_for(kind: str, what: str) -> str:
    """The figures of one text."""
    command = [sys.executable, __file__, kind, what]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def main() -> None:
    """Print both tables."""
    head = "       bytes measures  notes  seconds   cpu s    MB/s  bound s sentences  MB RSS"
    sys.stdout.write(f"plans\n{'MB':<12}{head}\n")
    for megabytes in SIZES:
        sys.stdout.write(f"{megabytes:<12}{line_for('plans', str(megabytes))}\n")
        sys.stdout.flush()
    sys.stdout.write(f"\nhostile, 10 MB each\n{'unit':<12}{head}\n")
    for name in HOSTILE:
        sys.stdout.write(f"{name:<12}{line_for('hostile', name)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    if len(sys.argv) == 3:
        child(sys.argv[1], sys.argv[2])
    else:
        main()
