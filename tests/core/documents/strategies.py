"""Documents of every shape (hypothesis): all that the model can express, in its normal form.

Normal form: single spaces inside a text and none at its ends; marks that do not touch one of their
own kind; no empty paragraph; labels without 表, 图, 附录; the designations of a term by language.
`documents()` gives addressed documents.
"""

from itertools import count

from hypothesis import strategies as st

from guiju.core import numbers
from guiju.core.documents import model as m
from guiju.core.documents.addresses import addressed

LETTERS = "规矩标准试验方法应宜可abcXYZ019.,;()（）。、<&>\"'μ±\u00a0\u3000—"
WRITTEN = ("GB/T 1.1—2020", "ISO 9000:2015", "GB 5009.3", "IEC 61010-2:1998")
MML = "http://www.w3.org/1998/Math/MathML"
MATHS = (
    (f'<math xmlns="{MML}"><mi>r</mi><mo>=</mo><mn>1</mn></math>', "r = 1"),
    (f'<math xmlns="{MML}"><mfrac><mi>a</mi><mrow><mi>b</mi><mo>&lt;</mo></mrow></mfrac></math>', "a/(b <)"),
    (f'<math xmlns="{MML}"/>', ""),
)  # fmt: skip
STYLES = ("italic", "bold", "underline", "sub", "sup", "code")
LANGUAGES = ("zh", "en", "fr")
KINDS = ("scope", "normative-references", "terms", "symbols", "clause", "index", "other")


def words(least=1, most=12):
    """Words as they stand in a text: no white space at the ends, single spaces inside."""
    word = st.text(LETTERS, min_size=1, max_size=4)
    return st.lists(word, min_size=least, max_size=most // 3).map(" ".join)


SIGNS = st.text("0123456789AB.", min_size=1, max_size=3)


class Maker:
    """Draws one document; footnote ids are counted."""

    def __init__(self, draw):
        self.draw = draw
        self.ids = count(2)

    def some(self, make, most=3, least=0):
        return tuple(make() for _ in range(self.draw(st.integers(least, most))))

    def one_of(self, *values):
        return self.draw(st.sampled_from(values))

    def words(self, least=1):
        return self.draw(words(least))

    def maybe(self, make, other):
        return make() if self.draw(st.booleans()) else other

    def text(self, *, rich=True):
        """Plain words, with marked words between them."""
        content, marks = self.words(), []
        for _ in range(self.draw(st.integers(0, 3)) if rich else 0):
            more, own = self.piece()
            at = len(content)
            marks += [one._replace(start=one.start + at, end=one.end + at) for one in own]
            content += more + self.words()
        marks.sort(key=lambda one: (one.start, -one.end))
        return m.Text(content, tuple(marks))

    def piece(self):
        """Marked words: a leaf, or a mark around words that may hold a leaf or another mark."""
        kind = self.one_of(
            "break", "math", "standard", "internal", "term", "link", "footnote", *STYLES
        )
        if kind in ("break", "math"):
            return self.leaf(kind)
        if kind == "standard":
            written = self.one_of(*WRITTEN)
            return written, [
                m.Mark(0, len(written), kind, numbers.canonical(numbers.parse(written)))
            ]
        value = {"internal": "1", "term": "", "link": "https://example.cn/?a&b", "footnote": "fn-1"}
        content, marks = self.words(), []
        inner = self.one_of("", "break", "math", "style")
        if inner:
            other = self.one_of(*(one for one in STYLES if one != kind))
            more, marks = self.styled(other) if inner == "style" else self.leaf(inner)
            marks = [
                one._replace(start=one.start + len(content), end=one.end + len(content))
                for one in marks
            ]
            content += more + self.words()
        return content, [m.Mark(0, len(content), kind, value.get(kind, "")), *marks]

    def styled(self, kind):
        content = self.words()
        return content, [m.Mark(0, len(content), kind)]

    def leaf(self, kind):
        if kind == "break":
            return "\n", [m.Mark(0, 1, "break")]
        mathml, linear = self.one_of(*MATHS)
        shown = self.maybe(self.words, linear)
        return shown, [m.Mark(0, len(shown), "math", mathml)]

    def paragraph(self):
        return m.Paragraph(text=self.text())

    def blocks(self, deep, most=3):
        return self.some(lambda: self.block(deep), most)

    def block(self, deep):
        flat = (self.paragraph, self.paragraph, self.formula, self.opaque, self.code)
        nested = (self.items, self.note, self.table, self.figure, self.quote)
        if deep <= 0:
            return self.one_of(*flat)()
        return self.one_of(*flat, *(lambda one=one: one(deep - 1) for one in nested))()

    def items(self, deep):
        def item():
            return m.Item(label=self.maybe(self.words, ""), blocks=self.blocks(deep, 2))

        return m.Items(items=self.some(item, 3, 1))

    def note(self, deep, *kinds):
        kind = self.one_of(
            *(kinds or ("note", "example", "important", "danger", "warning", "caution"))
        )
        label = self.maybe(lambda: f"注{self.draw(st.integers(1, 9))}", "")
        return m.Note(kind=kind, label=label, blocks=self.blocks(deep, 2))

    def footnote(self, deep=0):
        number = next(self.ids)
        return m.Footnote(id=f"fn-{number}", label=f"{number})", blocks=self.blocks(deep, 2))

    def rows(self, most):
        width, height = self.draw(st.integers(1, 3)), self.draw(st.integers(0, most))
        taken, rows = set(), []
        for at in range(height):
            row = []
            for column in range(width):
                if (at, column) in taken or self.draw(st.integers(0, 9)) == 0:
                    continue
                free = next((one for one in range(column, width) if (at, one) in taken), width)
                cell = self.cell(
                    column,
                    self.draw(st.integers(1, height - at)),
                    self.draw(st.integers(1, free - column)),
                )
                taken |= {
                    (row_at, one)
                    for row_at in range(at, at + cell.rows)
                    for one in range(column, column + cell.columns)
                }
                row.append(cell)
            rows.append(tuple(row))
        return tuple(rows)

    def cell(self, column, rows, columns):
        return m.Cell(
            blocks=self.blocks(0, 2),
            column=column,
            rows=rows,
            columns=columns,
            head=self.draw(st.booleans()),
            align=self.one_of("left", "center", "right", ""),
        )

    def table(self, deep):
        return m.Table(
            label=self.maybe(lambda: self.draw(SIGNS), ""),
            title=self.maybe(self.text, m.Text()),
            head=self.rows(2),
            body=self.rows(3),
            unit=self.maybe(self.words, ""),
            notes=self.some(lambda: self.note(0), 2),
            footnotes=self.some(self.footnote, 2),
        )

    def figure(self, deep, parts=True):
        made_parts = self.some(lambda: self.figure(0, parts=False), 2) if parts else ()
        key = tuple(one for one in self.blocks(0, 2) if not isinstance(one, m.Note))
        return m.Figure(
            label=self.maybe(lambda: self.draw(SIGNS), ""),
            title=self.maybe(self.text, m.Text()),
            images=self.some(lambda: self.one_of("图1.png", "data:image/png;base64,AA=="), 2),
            parts=made_parts,
            key=key,
            unit=self.maybe(self.words, ""),
            notes=self.some(lambda: self.note(0), 1),
            footnotes=self.some(self.footnote, 1),
        )

    def formula(self):
        mathml, linear = self.one_of(*MATHS, ("", ""))
        return m.Formula(
            label=self.maybe(lambda: self.draw(SIGNS), ""),
            linear=self.maybe(self.words, linear),
            mathml=mathml,
        )

    def opaque(self):
        return m.Opaque(
            xml=self.draw(st.sampled_from(("<a b='?>'/>", "<?x ?>", "<中>\n</中>"))),
            text=self.words(),
        )

    def code(self):
        lines = st.text("ab <&\t\n中", min_size=1, max_size=12)
        return m.Quote(blocks=(m.Paragraph(text=m.Text(self.draw(lines))),), code=True)

    def quote(self, deep):
        return m.Quote(blocks=self.blocks(deep, 2))

    def reference(self):
        label = self.maybe(lambda: f"[{self.draw(st.integers(1, 99))}]", "")
        title, rest = self.maybe(self.words, ""), self.words()
        number = self.maybe(lambda: self.one_of(*WRITTEN), "")
        before = f"{number}, " if number else ""
        return m.Reference(
            number=number,
            title=m.Text(title),
            text=m.Text(f"{before}{title} {rest}" if title else before + rest),
            dated=self.draw(st.booleans()) if number else False,
            label=label,
        )

    def term(self):
        languages = LANGUAGES[: self.draw(st.integers(1, 3))]
        names = [
            m.Designation(
                text=self.text(),
                language=language,
                status=self.one_of("preferred", "admitted", "deprecated"),
                kind=self.one_of("term", "symbol", "abbreviation", "formula"),
            )
            for language in languages
            for _ in range(self.draw(st.integers(1, 2)))
        ]
        return m.Term(
            label=self.draw(st.from_regex(r"3\.[1-9]", fullmatch=True)),
            designations=tuple(names),
            definitions=tuple((one, self.text()) for one in languages if self.draw(st.booleans())),
            domain=self.maybe(self.words, ""),
            blocks=self.maybe(
                lambda: self.blocks(1), self.term_notes(self.draw(st.integers(0, 2)))
            ),
            sources=self.some(self.text, 2),
        )

    def term_notes(self, number):
        """Notes called as TBX calls them."""
        labels = ["注"] if number == 1 else [f"注{at + 1}" for at in range(number)]
        return tuple(
            m.Note(kind="note", label=label, blocks=(self.paragraph(),)) for label in labels
        )

    def section(self, kind, level, deep=2, label=None):
        inner = {
            "terms": lambda: self.one_of(self.term, self.term, self.paragraph)(),
            "normative-references": lambda: self.one_of(
                self.reference, self.reference, self.paragraph
            )(),
            "bibliography": lambda: self.one_of(self.reference, self.reference, self.paragraph)(),
        }.get(kind, lambda: self.block(2))
        own = self.draw(st.sampled_from(("", "5.4", "7", "B"))) if label is None else label
        return m.Section(
            kind=kind,
            label=own,
            title=self.maybe(self.text, m.Text()),
            level=level,
            blocks=self.some(inner, 3),
            sections=self.some(lambda: self.section(self.one_of(*KINDS), level + 1, deep - 1), 2)
            if deep
            else (),
            nature=self.one_of("normative", "informative", "")
            if kind == "annex" and level == 1
            else "",
        )

    def meta(self):
        number = self.maybe(lambda: self.one_of(*WRITTEN), "")
        both = (number, "ISO 1:2022") if number else ()
        return m.Meta(
            number=number,
            numbers=self.maybe(lambda: both, (number,) if number else ()),
            titles=tuple((one, self.words()) for one in LANGUAGES[: self.draw(st.integers(0, 2))]),
            language=self.one_of("zh", "en"),
            ics=self.some(lambda: self.one_of("67.060", "01.120"), 2),
            ccs=self.some(lambda: self.one_of("A00", "B22"), 2),
            replaces=self.some(lambda: self.one_of("GB/T 1.1—2009", "GB 1"), 2),
            issued=self.one_of("", "2024-03-15", "2024年"),
            effective=self.one_of("", "2024-10-01"),
            issuers=self.some(self.words, 2),
            level=self.maybe(self.words, ""),
            committee=self.maybe(self.words, ""),
            adopts=self.one_of(
                (), (("ISO 9001:2015", "IDT"),), (("ISO 1:2022", "MOD"), ("ISO 2", ""))
            ),
            stage=self.maybe(self.words, ""),
            registration=self.maybe(self.words, ""),
        )

    def document(self):
        front = [
            self.section(kind, 1, 0)
            for kind in ("foreword", "introduction")
            if self.draw(st.booleans())
        ]
        chapters = self.some(lambda: self.section(self.one_of(*KINDS), 1), 2)
        back = [
            self.section(kind, 1, 1)
            for kind in ("annex", "annex", "bibliography")
            if self.draw(st.booleans())
        ]
        note = m.Footnote(id="fn-1", label="1)", blocks=(self.paragraph(),))
        return m.Document(
            meta=self.meta(),
            sections=(*front, self.section("clause", 1, 2, label="1"), *chapters, *back),
            footnotes=(note,),
        )


@st.composite
def documents(draw):
    """Any document, with addresses."""
    return addressed(Maker(draw).document())
