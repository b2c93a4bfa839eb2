"""What the commands of TeX stand for (TeX 命令): signs, names of functions, accents, spaces."""

GREEK = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε", "zeta": "ζ", "eta": "η",
    "theta": "θ", "vartheta": "ϑ", "iota": "\u03b9", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "\u03bd", "xi": "ξ", "pi": "π",
    "rho": "ρ", "varrho": "\u03f1", "sigma": "σ", "varsigma": "ς", "tau": "τ", "upsilon": "\u03c5", "phi": "φ", "varphi": "φ",
    "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π",
    "Sigma": "Σ", "Upsilon": "\u03a5", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "ell": "\u2113", "hbar": "ℏ", "infty": "∞",
    "partial": "∂", "nabla": "∇", "emptyset": "∅", "varnothing": "∅",
}  # fmt: skip
OPERATORS = {
    "times": "×", "cdot": "·", "div": "÷", "pm": "±", "mp": "∓", "ast": "\u2217", "star": "⋆", "bullet": "•", "circ": "∘",
    "leq": "≤", "le": "≤", "leqslant": "≤", "leqq": "≤", "geq": "≥", "ge": "≥", "geqslant": "≥", "geqq": "≥",
    "lt": "<", "gt": ">", "neq": "≠", "ne": "≠", "approx": "≈", "equiv": "≡", "sim": "~", "simeq": "≃", "cong": "≅",
    "ll": "≪", "gg": "≫", "propto": "∝", "in": "∈", "notin": "∉", "subset": "⊂", "subseteq": "⊆", "cup": "\u222a", "cap": "∩",
    "forall": "∀", "exists": "∃", "wedge": "∧", "vee": "\u2228", "neg": "¬", "mid": "|", "vert": "|", "lvert": "|",
    "rvert": "|", "Vert": "‖", "lVert": "‖", "rVert": "‖", "parallel": "∥", "perp": "⊥", "angle": "∠", "degree": "°",
    "prime": "′", "cdots": "⋯", "ldots": "…", "dots": "…", "dotsc": "…", "dotsb": "⋯", "vdots": "⋮", "ddots": "⋱", "to": "→", "rightarrow": "→",
    "longrightarrow": "→", "Rightarrow": "⇒", "leftarrow": "←", "Leftarrow": "⇐", "leftrightarrow": "↔",
    "rightleftharpoons": "⇌", "uparrow": "↑", "downarrow": "↓", "square": "□", "Box": "□", "triangle": "△",
    "checkmark": "✓", "surd": "√", "therefore": "∴", "because": "∵", "oplus": "⊕", "otimes": "⊗", "odot": "⊙",
    "langle": "⟨", "rangle": "⟩", "lfloor": "⌊", "rfloor": "⌋", "lceil": "⌈", "rceil": "⌉", "lbrace": "{", "rbrace": "}",
    "lbrack": "[", "rbrack": "]", "colon": ":", "backslash": "\\", "slash": "/", "permil": "‰", "textperthousand": "‰", "S": "§", "blacksquare": "■",
    "textcircled": "", "diameter": "⌀", "diamond": "◇", "diamondsuit": "♦", "textendash": "–", "textemdash": "—",
    "textdegree": "°", "celsius": "℃", "textcelsius": "℃", "percent": "%", "dagger": "†", "ddagger": "‡", "textmu": "μ",
}  # fmt: skip
LARGE = {
    "sum": "∑", "prod": "∏", "coprod": "∐", "bigcup": "\u22c3", "bigcap": "⋂", "int": "∫", "iint": "∬", "iiint": "∭", "oint": "∮",
}  # fmt: skip
UNDER = frozenset("∑∏∐\u22c3⋂")
FUNCTIONS = frozenset((
    "arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "csc", "deg", "det", "dim", "exp", "gcd", "inf",
    "ker", "lg", "lim", "liminf", "limsup", "ln", "log", "max", "min", "Pr", "sec", "sin", "sinh", "sup", "tan",
    "tanh",
))  # fmt: skip
LIMITS = frozenset(("lim", "max", "min", "sup", "inf", "limsup", "liminf", "det", "gcd", "Pr"))
ACCENTS = {
    "bar": "¯", "overline": "¯", "hat": "^", "widehat": "^", "vec": "→", "overrightarrow": "→", "dot": "˙", "ddot": "¨",
    "tilde": "~", "widetilde": "~", "check": "ˇ", "overbrace": "⏞", "mathring": "˚",
}  # fmt: skip
BELOW = {"underline": "_", "underbrace": "⏟"}
UPRIGHT = frozenset((
    "mathrm", "text", "textrm", "textnormal", "mathsf", "textsf", "mbox", "hbox", "operatorname", "rm", "mathtt",
    "texttt", "textup",
))  # fmt: skip
STYLED = frozenset((
    "mathbf", "mathit", "boldsymbol", "bm", "pmb", "textbf", "textit", "mathcal", "mathscr", "mathbb", "mathfrak",
    "mathop", "mathbin", "mathrel", "mathord", "mathopen", "mathclose", "mathpunct", "mathinner", "boxed",
    "displaystyle", "textstyle", "scriptstyle", "scriptscriptstyle", "limits", "nolimits", "left", "right",
    "middle", "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "biggl", "biggr", "Biggl", "Biggr",
    "nonumber", "notag", "hfill", "it", "bf", "cal", "normalsize", "small", "large", "centering", "phantom",
    "smash",
))  # fmt: skip
SPACES = frozenset((
    ",", ";", ":", "!", ">", "quad", "qquad", "space", "thinspace", "medspace", "thickspace", "enspace", "par",
    "newline", "hfil",
 " ",
))  # fmt: skip
MATRICES = {
    "matrix": ("", ""), "pmatrix": ("(", ")"), "bmatrix": ("[", "]"), "Bmatrix": ("{", "}"), "vmatrix": ("|", "|"),
    "Vmatrix": ("‖", "‖"), "cases": ("{", ""), "array": ("", ""), "smallmatrix": ("", ""), "tabular": ("", ""),
    "aligned": ("", ""), "align": ("", ""), "split": ("", ""), "gathered": ("", ""), "gather": ("", ""),
    "eqnarray": ("", ""), "alignedat": ("", ""), "multline": ("", ""), "equation": ("", ""), "displaymath": ("", ""), "math": ("", ""),
}  # fmt: skip
