"""Random cases are never timed: a busy machine is no fault of the code."""

import os

from hypothesis import settings

# In CI hypothesis takes a profile of its own, without time limits and with the same cases each time.
if not os.environ.get("CI"):
    settings.register_profile("here", deadline=None)
    settings.load_profile("here")
