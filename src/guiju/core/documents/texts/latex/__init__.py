"""Formulas written in TeX (TeX 公式): MathML, one line, or mere words.

displayed(source) -> Made, inline(source) -> Text
"""

from guiju.core.documents.texts.latex.formulas import Made, displayed, inline, plain_line

__all__ = ["Made", "displayed", "inline", "plain_line"]
