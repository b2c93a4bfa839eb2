"""Formulas written in TeX (TeX 公式) on one line: fractions, indices and signs as people read them."""

import re

_SIGNS = {
    "times": "×", "cdot": "·", "pm": "±", "leq": "≤", "geq": "≥", "le": "≤", "ge": "≥", "neq": "≠", "ne": "≠",
    "approx": "≈", "sum": "∑", "int": "∫", "sqrt": "√", "infty": "∞", "div": "÷", "sim": "~", "degree": "°", "circ": "°",
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "Delta": "Δ", "epsilon": "ε", "varepsilon": "ε", "eta": "η",
    "theta": "θ", "lambda": "λ", "mu": "μ", "pi": "π", "rho": "ρ", "sigma": "σ", "Sigma": "Σ", "tau": "τ", "phi": "φ",
    "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Omega": "Ω", "cdots": "…", "ldots": "…", "dots": "…", "prime": "′",
}  # fmt: skip
_FRACTION = re.compile(r"\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}")
_STYLE = re.compile(
    r"\\(?:mathrm|text|mathbf|mathit|operatorname|boldsymbol|mathsf)\s*\{([^{}]*)\}"
)
_TAG = re.compile(r"\\tag\*?\s*\{\s*[(（]?([A-Z]?\.?\d+)[)）]?\s*\}")
_NUMBER = re.compile(
    r"(?:\\q?quad|\\hfill|[…·.]{2,}|\s{2,}|\\cdots)+\s*[(（]\s*([A-Z]?\.?\d+)\s*[)）]\s*$"
)
_COMMAND = re.compile(r"\\([A-Za-z]+)")
_INDEX = re.compile(r"([_^])\{([^{}]*)\}")
_ROUNDS = 12


def formula(source: str) -> tuple[str, str]:
    """The number of a displayed formula, "" without one, and the formula on one line."""
    number = ""
    found = _TAG.search(source) or _NUMBER.search(source)
    if found:
        number = found[1]
        source = source[: found.start()] + source[found.end() :]
    return number, linear(source)


def linear(source: str) -> str:
    """A fraction as a/b, signs as themselves, indices after _ and ^."""
    for _ in range(_ROUNDS):
        changed = _INDEX.sub(_index, _STYLE.sub(r"\1", _FRACTION.sub(_fraction, source)))
        if changed == source:
            break
        source = changed
    source = re.sub(r"\\(?:left|right|displaystyle|limits|,|;|!|quad|qquad)", " ", source)
    source = _COMMAND.sub(lambda one: _SIGNS.get(one[1], one[1]), source)
    return " ".join(source.replace("{", "").replace("}", "").replace("\\", "").split())


def _index(found: re.Match[str]) -> str:
    return f"{found[1]}{found[2]}" if len(found[2]) == 1 else f"{found[1]}({found[2]})"


def _fraction(found: re.Match[str]) -> str:
    above, below = (part.strip() for part in found.groups())
    return "/".join(part if len(part) == 1 else f"({part})" for part in (above, below))
