"""What the product imports is in the lock that the product installs, not only in the developers'."""

import ast
import re
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).parents[1]


def imported():
    """The top-level modules that src imports, ours and Python's left out."""
    found = set()
    for file in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                found.add((node.module or "").partition(".")[0])
    return found - set(sys.stdlib_module_names) - {"guiju"}


def locked():
    lines = (ROOT / "requirements.lock").read_text("utf-8").splitlines()
    return {
        match[1] for line in lines if (match := re.match(r"([a-z0-9-]+)(\[[a-z,-]+\])?==", line))
    }


def test_every_import_is_locked():
    owners = packages_distributions()
    missing = {
        module
        for module in imported()
        if not {re.sub(r"[-_.]+", "-", name).lower() for name in owners.get(module, [])} & locked()
    }
    assert missing == set()
