"""The real files beside the checkout. They are read from there and never copied here."""

import os
from pathlib import Path

import pytest


def shared_bytes(path: str) -> bytes:
    """A shared file; skips where the folder is absent, fails there in CI."""
    default = Path(__file__).resolve().parents[4] / "shared"
    file = Path(os.environ.get("GUIJU_SHARED", str(default))) / path
    if not file.exists():
        sentence = f"The shared file {path} is not beside the checkout (set GUIJU_SHARED)."
        if os.environ.get("CI"):
            pytest.fail(sentence)
        pytest.skip(sentence)
    return file.read_bytes()
