"""core stays plain Python: importing all of it loads no framework."""

import subprocess
import sys

SCRIPT = """
import importlib, pkgutil, sys
import guiju.core
for module in pkgutil.walk_packages(guiju.core.__path__, "guiju.core."):
    importlib.import_module(module.name)
print(sorted({"django", "ninja", "pydantic", "sqlite3", "psycopg"} & set(sys.modules)))
"""


def test_core_loads_no_framework():
    answer = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == "[]"
