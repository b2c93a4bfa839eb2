"""TeX as it stands in standards: formulas with MathML and a number, or mere words."""

import pytest

from guiju.core.documents.outputs import tex
from guiju.core.documents.sts import mathml
from guiju.core.documents.texts.latex import displayed, inline

DISPLAYED = (
    (r"P=\frac{h}{L}\times 100 \tag{1}", "1", "P = h/L × 100"),
    (r"w=\dfrac{m_{1}}{m_1+m_2} \quad (A.1)", "A.1", "w = (m_1)/(m_1 + m_2)"),
    (r"\rho = \frac { m _ { 1 } - m _ { 0 } } { V } \times 1 0 0 \% \cdots \cdots ( 2 )", "2", "ρ = (m_1 − m_0)/V × 100%"),
    (r"X=\sum_{i=1}^{n} x_i^2 \cdot \sqrt[3]{a+b}", "", "X = ∑_{i = 1}^nx_i^2·root(a + b, 3)"),
    (r"f(x)=\begin{cases}1 & x>0\\ 0 & \text{其他}\end{cases}", "", "f(x) = {1, x > 0; 0, 其他"),
    (r"\left\{\begin{array}{l} a \\ b \end{array}\right.", "", "{a; b"),
    (r"\bar{x}=\dfrac{1}{n}\sum\limits_{i=1}^n x'_i", "", "x^{¯} = 1/n∑_{i = 1}^nx_i^{′}"),
    (r"\frac{c_\mathrm{s} \cdot V_{\mathrm{1}} }{m}\eqno{(3)}", "3", "(c_s·V_1)/m"),
    (r"\tag{A.12} y=2", "A.12", "y = 2"),
    (r"x=1 ……（4-1）", "4-1", "x = 1"),
    (r"\lim_{n\to\infty}a_n \leqslant \ln \alpha", "", "lim_{n → ∞}a_n ≤ lnα"),
    (r"a \\ b", "", "a; b"),
    (r"{\rm mg/L}", "", "mg/L"),
    (r"\int_0^1 f\,dx", "", "∫_0^1fdx"),
)  # fmt: skip


@pytest.mark.parametrize(("source", "label", "linear"), DISPLAYED)
def test_a_formula_has_a_number_and_mathml(source: str, label: str, linear: str) -> None:
    made = displayed(source)
    assert (made.label, made.linear, made.unread) == (label, linear, "")
    assert mathml.linear(mathml.read(made.mathml)) == linear


@pytest.mark.parametrize("source", [one[0] for one in DISPLAYED])
def test_what_is_written_is_read_again(source: str) -> None:
    first = displayed(source)
    again = displayed(tex.of_formula(first.mathml, first.linear))
    assert again.linear.replace(" ", "") == first.linear.replace(" ", "")


UNREAD = ((r"\foo{x}+1", r"\foo"), ("x^{", "}"), ("{" * 5000, "{"), (r"\begin{x}a\end{x}", r"\begin{x}"),
          (r"\frac" * 3000, "{"), (r"\sqrt[a", "\\sqrt["), ("a}b", "}"), ("x" * 30_000, "…"))  # fmt: skip


@pytest.mark.parametrize(("source", "command"), UNREAD)
def test_what_cannot_be_read_is_kept_as_it_is(source: str, command: str) -> None:
    made = displayed(source)
    assert (made.linear, made.mathml, made.unread) == (source, "", command)


WORDS = (
    (r"5\%", "5%", []),
    (r"\pm", "±", []),
    (r"20 ^{\circ}\mathrm{C}", "20 ℃", []),
    (r"2 0 ~ ^ { \circ } \mathrm { C }", "20 ℃", []),
    (r"23 \,^{\circ}\mathrm{C} \pm 2 \,^{\circ}\mathrm{C}", "23 ℃±2 ℃", []),
    (r"\mathrm { m g / L }", "mg/L", []),
    (r"20 \mathrm{~mg} / \mathrm{L}", "20 mg/L", []),
    (r"5 mg/L", "5 mg/L", []),
    (r"\mu\mathrm{g}/\mathrm{kg}", "μg/kg", []),
    (r"\leq 5 . 0", "≤5.0", []),
    (r"10 000", "10 000", []),
    (r"10^{-3}", "10-3", [(2, 4, "sup")]),
    (r"\mathrm{m}^{3}", "m3", [(1, 2, "sup")]),
    (r"\mathrm{H_2SO_4}", "H2SO4", [(1, 2, "sub"), (4, 5, "sub")]),
    (r"^{\mathrm{a}}", "a", [(0, 1, "sup")]),
    (r"^{\textcircled{1}}", "①", [(0, 1, "sup")]),
    (r"45^{\circ}", "45°", []),
    (r"x_{i}", "x_i", [(0, 3, "math")]),
    (r"n=3", "n = 3", [(0, 5, "math")]),
    (r"\phi", "φ", [(0, 1, "math")]),
)


@pytest.mark.parametrize(("source", "content", "marks"), WORDS)
def test_words_in_tex_are_words(
    source: str, content: str, marks: list[tuple[int, int, str]]
) -> None:
    text, unread = inline(source)
    assert (text.content, [one[:3] for one in text.marks], unread) == (content, marks, "")
