"""Tables of the rulebook, read fast: codes stand on the path of every number that is read."""

from importlib import resources
from typing import Any

import yaml

# libyaml is ten times faster; a machine without it reads the same values slowly.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_table(name: str, folder: str = "codes") -> Any:
    """The content of `rulebook/<folder>/<name>`."""
    file = resources.files("guiju.rulebook") / folder / name
    return yaml.load(file.read_bytes(), Loader=_LOADER)  # noqa: S506 a safe loader, either way
