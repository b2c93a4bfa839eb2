"""What all tests of core share."""

from tests import random_cases  # noqa: F401 it sets how hypothesis runs
