"""Numbers of Chinese standards, samples and their supplements (中国标准编号)."""

from guiju.core.numbers.chinese.plain import read_plain
from guiju.core.numbers.chinese.printing import canonical, display, supplement
from guiju.core.numbers.chinese.written import read_written

__all__ = ["canonical", "display", "read_plain", "read_written", "supplement"]
