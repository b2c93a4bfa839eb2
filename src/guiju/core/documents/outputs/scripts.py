"""Indices in plain text (上下标): x₂, 10³, m_(max)."""

_UP = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_DOWN = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")


def script(content: str, *, up: bool) -> str:
    """The index in its own characters where all of it has them, else after ^ or _."""
    table = _UP if up else _DOWN
    if content and all(ord(sign) in table for sign in content):
        return content.translate(table)
    sign = "^" if up else "_"
    return f"{sign}{content}" if len(content) <= 1 else f"{sign}({content})"
