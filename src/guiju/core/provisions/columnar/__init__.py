"""Limits compiled to columns of numbers (编译判定): the same answers as the decimals, a million rows at once.

No rounding and no tolerance is left at run time: limits are folded at load into closed ends, and
two decimals of at most fifteen digits compare as binary numbers exactly as they do as decimals.
What is no such number is judged by the decimals, once for each way in which it is written.
"""
