"""The real data beside the checkout. It is read from there and never copied here."""

import os
from pathlib import Path

import pytest


def shared(path: str = "") -> Path:
    """A file or folder of it; skips where it is absent, and fails there in CI."""
    default = Path(__file__).resolve().parents[2] / "shared"
    found = Path(os.environ.get("GUIJU_SHARED") or default) / path
    if not found.exists():
        sentence = (
            f"The real data {path} is not beside this checkout (GUIJU_SHARED names its folder)."
        )
        if os.environ.get("CI"):
            pytest.fail(sentence)
        pytest.skip(sentence)
    return found
