"""`./run bench [NAME …]`: run each measurement of this folder in a process of its own.

Each script prints its figures beside a peer or a bound that it measures in the same run.
"""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
names = sys.argv[1:] or sorted(p.stem for p in HERE.glob("*.py") if p.stem != "run")
failed = 0
for name in names:
    print(f"\n## {name}", flush=True)
    failed |= subprocess.run([sys.executable, HERE / f"{name}.py"], check=False).returncode
sys.exit(failed)
