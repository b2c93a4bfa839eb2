"""Standards as GB/T 1.1 wants them (hypothesis), in the normal form that a DOCX keeps.

Normal form, beside that of `strategies`: sentences end in 。 and items in ；; every item, table,
figure and formula has its sign or number; head cells stand in head rows, and every place of a table
is filled; term entries have one definition, the Chinese terms first, then those that are admitted,
then the deprecated; a paragraph is never bold as a whole; footnotes are called once, in order; marks
of references to standards are not kept (they are found anew).
"""

from itertools import count

from hypothesis import strategies as st

from guiju.core.documents import model as m
from guiju.core.documents.addresses import addressed
from guiju.core.documents.structure.references import reference

CHINESE = "规矩准试验质量均匀"
MML = "http://www.w3.org/1998/Math/MathML"
MATHS = (
    (f'<math xmlns="{MML}"><mi>r</mi><mo>=</mo><mn>1</mn></math>', "r = 1"),
    (f'<math xmlns="{MML}"><mfrac><mi>a</mi><msub><mi>b</mi><mi>c</mi></msub></mfrac></math>', "a/(b_c)"),
)  # fmt: skip
PNG = b"\x89PNG\r\n\x1a\n" + bytes(8) + (64).to_bytes(4, "big") * 2
WRITTEN = ("GB/T 1.1—2020", "ISO 9000:2015", "GB 5009.3", "IEC 61010-2:1998")


class Maker:
    """Draws one standard; numbers are counted as they are drawn, in reading order."""

    def __init__(self, draw):
        self.draw, self.notes = draw, []
        self.tables, self.figures, self.formulas = count(1), count(1), count(1)
        self.prefix = ""

    def at_most(self, most, make, least=0):
        return tuple(make() for _ in range(self.draw(st.integers(least, most))))

    def one_of(self, *values):
        return self.draw(st.sampled_from(values))

    def words(self, least=1, more=""):
        return self.draw(st.text(CHINESE + more, min_size=least, max_size=8))

    def text(self, end="。"):
        content, marks = self.words(), []
        for _ in range(self.draw(st.integers(0, 2))):
            kind = self.one_of(
                "sub",
                "sup",
                "italic",
                "bold",
                "underline",
                "code",
                "break",
                "math",
                "link",
                "internal",
                "footnote",
            )
            shown, value = self.words(), ""
            if kind == "break":
                shown = "\n"
            elif kind == "math":
                value, shown = self.one_of(*MATHS)
            elif kind == "footnote":
                shown, value = self.footnote()
            else:
                value = {"link": "https://example.cn/?a&b", "internal": "4"}.get(kind, "")
            marks.append(m.Mark(len(content), len(content) + len(shown), kind, value))
            content += shown + self.words()
        return m.Text(content + end, tuple(marks))

    def footnote(self):
        number = len(self.notes) + 1
        self.notes.append(None)
        text = m.Text(self.words() + "。")
        self.notes[number - 1] = m.Footnote(
            id=f"fn-{number}", label=f"{number})", blocks=(m.Paragraph(text=text),)
        )
        return f"{number})", f"fn-{number}"

    def paragraph(self):
        return m.Paragraph(text=self.text())

    def blocks(self, most=3, least=0):
        out = []
        for _ in range(self.draw(st.integers(least, most))):
            kind = self.one_of("p", "p", "items", "note", "table", "figure", "formula", "quote")
            if kind == "p" or (out and isinstance(out[-1], m.Items)):
                out.append(self.paragraph())
            elif kind == "items":
                out.append(self.items(self.one_of("a", "—")))
            elif kind == "formula":
                out += self.formula()
            else:
                out.append(getattr(self, kind)())
        return tuple(out)

    def items(self, shape, deep=1):
        made = []
        for at in range(self.draw(st.integers(1, 3))):
            label = {"a": "abc"[at] + ")", "1": f"{at + 1})", "—": "——", "·": "·"}[shape]
            inner = ()
            kind = self.one_of("", "", "items", "p", "formula") if deep else ""
            if kind == "items":
                inner = (self.items("1" if shape == "a" else "·", 0),)
            elif kind == "p":
                inner = (self.paragraph(),)
            first = m.Paragraph(text=self.text("：" if kind == "items" else "；"))
            if kind == "formula":
                inner = self.formula()[:1]
            made.append(m.Item(label=label, blocks=(first, *inner)))
        return m.Items(items=tuple(made))

    def note(self):
        kind, word = self.one_of(("note", "注"), ("example", "示例"), ("warning", "警告"))
        label = word + self.one_of("", "1", "2")
        inner = (self.items("a"),) if self.draw(st.integers(0, 4)) == 0 else ()
        return m.Note(kind=kind, label=label, blocks=(self.paragraph(), *inner))

    def plain_notes(self):
        made = self.draw(st.integers(0, 2))
        return tuple(
            m.Note(
                kind="note",
                label=f"注{at + 1}",
                blocks=(m.Paragraph(text=m.Text(self.words() + "。")),),
            )
            for at in range(made)
        )

    def table(self):
        width, heads, height = (self.draw(st.integers(1, 3)) for _ in range(3))
        label = f"{self.prefix}{next(self.tables)}"
        letters = tuple(
            m.Footnote(
                id=f"table-{label}-{one}",
                label=one,
                blocks=(m.Paragraph(text=m.Text(self.words())),),
            )
            for one in "ab"[: self.draw(st.integers(0, 2))]
        )
        return m.Table(
            label=label,
            title=m.Text(self.words()),
            head=self.rows(width, heads, True),
            body=self.rows(width, height, False),
            unit=self.one_of("", "毫米", "百分比"),
            notes=self.plain_notes(),
            footnotes=letters,
        )

    def rows(self, width, height, head):
        taken, rows = set(), []
        for at in range(height):
            row = []
            for column in range(width):
                if (at, column) in taken:
                    continue
                free = next((one for one in range(column, width) if (at, one) in taken), width)
                rows_, columns = (
                    self.draw(st.integers(1, height - at)),
                    self.draw(st.integers(1, free - column)),
                )
                taken |= {
                    (a, b) for a in range(at, at + rows_) for b in range(column, column + columns)
                }
                blocks = self.at_most(2, lambda: m.Paragraph(text=m.Text(self.words(more="0"))))
                align = self.one_of("left", "center", "right", "") if blocks else ""
                row.append(
                    m.Cell(
                        blocks=blocks,
                        column=column,
                        rows=rows_,
                        columns=columns,
                        head=head,
                        align=align,
                    )
                )
            rows.append(tuple(row))
        return tuple(rows)

    def figure(self):
        parts = self.at_most(
            2, lambda: m.Figure(label="", title=m.Text(self.words()), images=("甲.png",))
        )
        parts = tuple(
            m.Figure(label="ab"[at] + ")", title=one.title, images=one.images)
            for at, one in enumerate(parts)
        )
        key = m.Items(
            items=self.at_most(
                2,
                lambda: m.Item(
                    label=self.one_of("1", "X"), blocks=(m.Paragraph(text=m.Text(self.words())),)
                ),
                1,
            )
        )
        return m.Figure(
            label=f"{self.prefix}{next(self.figures)}",
            title=m.Text(self.words()),
            images=("甲.png",) if not parts or self.draw(st.booleans()) else (),
            parts=parts,
            key=(key,) if self.draw(st.booleans()) else (),
            notes=self.plain_notes(),
        )

    def formula(self):
        label = f"{self.prefix}{next(self.formulas)}"
        mathml, linear = self.one_of(*MATHS, ("", "E = mc^2"))
        out = [m.Formula(label=label, linear=linear, mathml=mathml)]
        if self.draw(st.booleans()):
            where = m.Item(label="E", blocks=(m.Paragraph(text=m.Text(self.words() + "。")),))
            out += [m.Paragraph(text=m.Text("式中：")), m.Items(items=(where,))]
        return tuple(out)

    def quote(self):
        code = self.draw(st.booleans())
        inside = m.Paragraph(text=m.Text("规 = 矩 + XY")) if code else self.paragraph()
        return m.Quote(blocks=(inside,), code=code)

    def term(self, label):
        names = [m.Designation(text=m.Text(self.words(2)), language="zh")]
        if self.draw(st.booleans()):
            names.append(m.Designation(text=m.Text("sample term"), language="en"))
        names += [
            m.Designation(text=m.Text(self.words(2)), language="zh", status=status)
            for status in ("admitted", "deprecated")
            if self.draw(st.booleans())
        ]
        return m.Term(
            label=label,
            designations=tuple(names),
            definitions=(("zh", self.text()),),
            domain=self.one_of("", "试验"),
            blocks=self.plain_notes(),
            sources=self.at_most(1, lambda: m.Text("GB/T 1.1—2020，3.1")),
        )

    def clause(self, label, level):
        is_titled = self.draw(st.booleans()) or level < 2
        title = m.Text(self.words(2) if is_titled else "")
        blocks = self.blocks() if is_titled else (self.paragraph(), *self.blocks(2))
        below = ()
        if is_titled and level < 4:
            below = tuple(
                self.clause(f"{label}.{at + 1}", level + 1)
                for at in range(self.draw(st.integers(0, 2)))
            )
        return m.Section(
            kind="clause", label=label, title=title, level=level, blocks=blocks, sections=below
        )

    def element(self, kind, label, title, blocks):
        return m.Section(kind=kind, label=label, title=m.Text(title), level=1, blocks=tuple(blocks))

    def listed(self, least=0):
        return self.at_most(
            3, lambda: reference(m.Text(f"{self.one_of(*WRITTEN)} {self.words()}")), least
        )

    def document(self):
        sections = [
            self.element("foreword", "", "前言", self.at_most(2, self.paragraph, 1)),
            self.element("scope", "1", "范围", self.at_most(2, self.paragraph, 1)),
            self.element(
                "normative-references", "2", "规范性引用文件", (self.paragraph(), *self.listed())
            ),
            self.element(
                "terms",
                "3",
                "术语和定义",
                [
                    self.paragraph(),
                    *(self.term(f"3.{at + 1}") for at in range(self.draw(st.integers(0, 3)))),
                ],
            ),
            *(self.clause(str(at + 4), 1) for at in range(self.draw(st.integers(1, 2)))),
        ]
        for letter in "AB"[: self.draw(st.integers(0, 2))]:
            self.prefix = f"{letter}."
            self.tables, self.figures, self.formulas = count(1), count(1), count(1)
            sections.append(self.annex(letter))
        books = self.listed()
        if books:
            entries = [
                m.Reference(
                    number=one.number,
                    title=one.title,
                    text=one.text,
                    dated=one.dated,
                    label=f"[{at}]",
                )
                for at, one in enumerate(books, 1)
            ]
            sections.append(self.element("bibliography", "", "参考文献", entries))
        return m.Document(meta=self.meta(), sections=tuple(sections), footnotes=tuple(self.notes))

    def annex(self, letter):
        below = tuple(
            self.clause(f"{letter}.{at + 1}", 2) for at in range(self.draw(st.integers(0, 2)))
        )
        return m.Section(
            kind="annex", label=letter, title=m.Text(self.words(2)), level=1,
            blocks=self.blocks(), sections=below, nature=self.one_of("normative", "informative"),
        )  # fmt: skip

    def meta(self):
        number = self.one_of("GB/T 99901—2030", "T/XYZ 1—2030", "")
        return m.Meta(
            number=number,
            numbers=(number,) if number else (),
            titles=(("zh", self.words(2)), ("en", "Sample document"))[: self.draw(st.integers(1, 2))],
            ics=self.at_most(2, lambda: "67.060"),
            ccs=self.at_most(1, lambda: "B22"),
            replaces=self.at_most(2, lambda: "GB/T 99901—2020"),
            issued=self.one_of("", "2030-03-15", "2030年春"),
            effective=self.one_of("", "2030-10-01"),
            issuers=self.at_most(2, lambda: self.one_of("示例市场监督管理局", "示例甲乙"), 0),
            level=self.one_of("", "中华人民共和国国家标准", "示例标准"),
            adopts=self.one_of((), (("ISO 9001:2015", "IDT"),), (("ISO 9001:2015", "MOD"), ("ISO 2", ""))),
            stage=self.one_of("", "征求意见稿", "示例阶段"),
            registration=self.one_of("", "J1234-2030"),
        )  # fmt: skip


@st.composite
def standards(draw):
    """A standard in normal form, with addresses."""
    return addressed(Maker(draw).document())
