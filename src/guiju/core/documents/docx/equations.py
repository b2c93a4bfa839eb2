"""Old fields that draw a formula from their code (EQ 域): on one line, as far as they can be."""

import re

_EQ = re.compile(r"\s*EQ\b\s*", re.IGNORECASE)
_SWITCH = re.compile(r"\\([a-z]{1,2})\d*", re.IGNORECASE)
_LONGEST, _DEEPEST = 2000, 60
_WRITTEN = {"f": "({})/({})", "r": "√({})", "b": "({})"}


def linear(code: str) -> str:
    """What an EQ field shows; "" for other fields, whose code shows nothing."""
    found = _EQ.match(code)
    if not found or len(code) > _LONGEST:
        return ""
    inside = code[found.end() :]
    return _Code(inside).read() if inside.count("(") <= _DEEPEST else inside.strip()


class _Code:
    """A code under way: switches, then arguments in brackets."""

    def __init__(self, code: str) -> None:
        self.code, self.at = code, 0

    def read(self, ends: str = "") -> str:
        out, switch = "", ""
        while self.at < len(self.code) and self.code[self.at] not in ends:
            found = _SWITCH.match(self.code, self.at)
            sign = self.code[self.at]
            if found:
                switch = switch or found[1].lower()
                self.at = found.end()
            elif sign == "(":
                out += self._made(switch)
                switch = ""
            else:
                self.at += 1 + (sign == "\\")
                out += self.code[self.at - 1 : self.at] if self.at <= len(self.code) else ""
        return out.strip()

    def _made(self, switch: str) -> str:
        parts = []
        while self.at < len(self.code) and self.code[self.at] in "(,;":
            self.at += 1
            parts.append(self.read(",;)"))
        self.at += 1
        pattern = _WRITTEN.get(switch, "")
        if switch == "r" and len(parts) == 2 and parts[0]:
            return f"({parts[1]})^(1/{parts[0]})"
        if pattern.count("{}") == len(parts):
            return pattern.format(*parts)
        return f"({','.join(parts)})" if not switch else "".join(parts)
