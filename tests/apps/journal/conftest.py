"""The journal's tools of attack."""

import pytest

from tests import guards


@pytest.fixture
def unguarded_journal():
    """Call it to take the guards off; they are put back when the test's rows are cleared."""
    return guards.take_off
