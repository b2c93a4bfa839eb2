"""Formulas of Word and MathML say the same in both directions."""

import pytest
from lxml import etree

from guiju.core.documents.docx import omml
from guiju.core.documents.docx.names import M
from guiju.core.documents.docx.writing import maths
from guiju.core.documents.sts import mathml

MML = "http://www.w3.org/1998/Math/MathML"


def from_word(inside):
    text = f'<m:oMath xmlns:m="{M}">{inside}</m:oMath>'
    return omml.read(etree.fromstring(text))


def t(words, look=""):
    return f"<m:r>{look}<m:t>{words}</m:t></m:r>"


PLAIN = '<m:rPr><m:sty m:val="p"/></m:rPr>'


@pytest.mark.parametrize(
    ("inside", "linear", "written"),
    [
        (t("x=2.5"), "x = 2.5", "<mi>x</mi><mo>=</mo><mn>2.5</mn>"),
        (t("max", PLAIN), "max", "<mi>max</mi>"),
        (t("式中", "<m:rPr><m:nor/></m:rPr>"), "式中", "<mtext>式中</mtext>"),
        (f"<m:f><m:num>{t('a')}</m:num><m:den>{t('b+c')}</m:den></m:f>", "a/(b + c)",
         "<mfrac><mi>a</mi><mrow><mi>b</mi><mo>+</mo><mi>c</mi></mrow></mfrac>"),
        (f"<m:sSup><m:e>{t('x')}</m:e><m:sup>{t('2')}</m:sup></m:sSup>", "x^2", "<msup><mi>x</mi><mn>2</mn></msup>"),
        (f"<m:sSub><m:e>{t('m')}</m:e><m:sub>{t('D')}</m:sub></m:sSub>", "m_D", "<msub><mi>m</mi><mi>D</mi></msub>"),
        (f'<m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/><m:e>{t("x")}</m:e></m:rad>', "√x",
         "<msqrt><mi>x</mi></msqrt>"),
        (f"<m:rad><m:deg>{t('3')}</m:deg><m:e>{t('x')}</m:e></m:rad>", "root(x, 3)", "<mroot><mi>x</mi><mn>3</mn></mroot>"),
        ('<m:nary><m:naryPr><m:chr m:val="∑"/><m:limLoc m:val="undOvr"/></m:naryPr>'
         f"<m:sub>{t('i')}</m:sub><m:sup>{t('n')}</m:sup><m:e>{t('x')}</m:e></m:nary>", "∑_i^nx",
         "<munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover><mi>x</mi>"),
        (f"<m:d><m:e>{t('x')}</m:e></m:d>", "(x)", "<mrow><mo>(</mo><mi>x</mi><mo>)</mo></mrow>"),
        (f'<m:acc><m:accPr><m:chr m:val="¯"/></m:accPr><m:e>{t("x")}</m:e></m:acc>', "x^{¯}",
         "<mover><mi>x</mi><mo>¯</mo></mover>"),
        (f"<m:m><m:mr><m:e>{t('a')}</m:e><m:e>{t('b')}</m:e></m:mr></m:m>", "a, b",
         "<mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr></mtable>"),
        (f"<m:box><m:e>{t('a')}</m:e></m:box><m:del/>", "a", "<mi>a</mi>"),
    ],
)  # fmt: skip
def test_a_formula_of_word_is_read(inside, linear, written):
    mathml_, line = from_word(inside)
    assert mathml_ == f'<math xmlns="{MML}">{written}</math>'
    assert line == linear
    again = maths.write(mathml_)
    assert again is not None
    assert omml.read(again) == (mathml_, line)


@pytest.mark.parametrize(
    "inside",
    [
        "<mfenced><mi>a</mi><mi>b</mi></mfenced>", "<munder><mi>lim</mi><mi>x</mi></munder>",
        "<semantics><mi>x</mi><annotation>x</annotation></semantics>", "<msub><mo>∑</mo><mi>i</mi></msub><mi>x</mi>",
        "<mstyle><mi>x</mi><mspace/></mstyle>", "<mi>速度</mi>", "<munderover><mi>X</mi><mi>a</mi><mi>b</mi></munderover>",
        "<mrow><mo>(</mo><mi>a</mi><mo>)</mo><mo>+</mo><mo>(</mo><mi>b</mi><mo>)</mo></mrow>",
    ],
)  # fmt: skip
def test_mathml_comes_back_with_the_same_line(inside):
    text = f'<math xmlns="{MML}">{inside}</math>'
    written = maths.write(text)
    assert written is not None
    root = mathml.read(text)
    squashed = "".join(omml.read(written)[1].split())
    assert squashed.replace("^{¯}", "") == "".join(mathml.linear(root).split())


@pytest.mark.parametrize(
    "text", ["", "<x/>", f'<math xmlns="{MML}"><mlongdiv/></math>', f'<math xmlns="{MML}"/>']
)
def test_what_has_no_counterpart_is_left_to_the_line(text):
    assert maths.write(text) is None
