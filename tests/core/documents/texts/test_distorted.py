"""Real standards, written by us, distorted as tools distort them, and read again: nothing is missing."""

import re

import pytest

from guiju.core.documents import model as m
from guiju.core.documents.reading import read
from guiju.core.documents.walking import blocks, plain
from guiju.core.documents.writing import write
from tests.core.documents.skeletons import labels
from tests.shared_data import shared


def facts(document):
    """Labels, terms, tables: what must be found again."""
    terms, tables = [], []
    for _, one in blocks(document):
        if isinstance(one, m.Term):
            names = [name.text.content for name in one.designations]
            terms.append((one.label, names, [text.content for _, text in one.definitions]))
        if isinstance(one, m.Table):
            rows = [
                ["".join("".join(map(plain, x.blocks)).split()) for x in row]
                for row in (*one.head, *one.body)
            ]
            tables.append((one.label, one.title.content, rows))
    return labels(document), terms, tables


def tables_in_html(text):
    def tagged(found):
        rows = [re.split(r"(?<!\\)\|", row.strip()[1:-1]) for row in found[0].strip().split("\n")]
        made = "".join(
            f"<tr>{''.join(f'<td>{x.strip()}</td>' for x in row)}</tr>"
            for row in (rows[0], *rows[2:])
        )
        return f"<table>{made}</table>\n"

    return re.sub(r"(?m)(?:^\|.*\n)+", tagged, text + "\n")


def with_pages(text):
    """A page number, a rule and a running head after every nine paragraphs."""
    out = []
    for at, one in enumerate(text.split("\n\n")):
        out += [one, str(at // 9), "---", "GB/T 43565—2023"] if at > 12 and at % 9 == 0 else [one]
    return "\n\n".join(out)


def terms_run_in(text):
    return re.sub(r"(?m)^#+ (3\.[\d.]+)\n\n([^\n#|]+)\n\n", r"\1 \2 ", text)


def wide(text):
    table = {ord("."): "．", **{48 + at: 0xFF10 + at for at in range(10)}}
    return re.sub(r"(?m)^(#+ )([\d.]+)", lambda one: one[1] + one[2].translate(table), text)


def head(sign):
    return lambda text: re.sub(r"(?m)^#+ (.*)$", sign, text)


def all_at_once(text):
    flat = tables_in_html(head(r"# \1")(text)).replace("—", "&mdash;")
    return f"```markdown\r\n{with_pages(flat)}\r\n```"


MARKDOWN = {
    "as written": lambda text: text,
    "flat levels": head(r"# \1"),
    "no levels, one newline": lambda text: re.sub(r"\n\n+", "\n", head(r"\1")(text)),
    "bold": head(r"**\1**"),
    "numbers apart": lambda text: re.sub(
        r"(?m)^(#+ )([\dA-Z]+(?:\.\d+)*)\u3000(.*)$", r"\1\2\n\n\3", text
    ),
    "numbers run in": lambda text: re.sub(r"(?m)^(#+ )([\dA-Z.]+)\u3000", r"\1\2", text),
    "wide numbers": wide,
    "letters for digits": lambda text: re.sub(r"(?m)^#+ (\d)\.1\b(?!\.)", r"# \1.l", text),
    "terms on one line": terms_run_in,
    "all at once": all_at_once,
}
PLAIN = {
    "as written": lambda text: text,
    "empty lines": lambda text: text.replace("\n", "\r\n\r\n"),
}


def bare(page):
    """Our page without its classes, as a word processor would put it."""
    page = re.sub(r"<nav\b.*?</nav>", "", page, flags=re.S)
    page = re.sub(r' (?:class|id|lang|style|scope|data-[\w-]+)="[^"]*"', "", page)
    page = re.sub(r"</?(?:article|section|header|main|aside|thead)\b[^>]*>", "", page)
    return page.replace("<th>", "<td>").replace("</th>", "</td>")


PAGE = {
    "no classes": bare,
    "bold paragraphs": lambda page: re.sub(
        r"</h\d>", "</b></p>", re.sub(r"<h\d>", "<p><b>", bare(page))
    ),
}
CASES = [
    (suffix, name, change)
    for suffix, cases in ((".md", MARKDOWN), (".txt", PLAIN), (".html", PAGE))
    for name, change in cases.items()
]

SHORT = [one for one in CASES if one[1] in ("all at once", "empty lines", "bold paragraphs")]


@pytest.fixture(scope="module", params=["DB37T29042019", "GBT435642023", "GBT435652023"])
def standard(request):
    path = shared(f"data/documents/pdf/{request.param}.pdf")
    return read(path.read_bytes(), path.name).document


def test_labels_terms_and_tables_are_found_again(standard):
    whole = standard.meta.number.startswith("GB/T 43565")
    for suffix, name, change in CASES if whole else SHORT:
        written = write(m.Reading(document=standard), suffix).decode()
        first = (
            facts(read(written.encode(), suffix).document) if suffix != ".md" else facts(standard)
        )
        again = facts(read(change(written).encode(), suffix).document)
        assert (suffix, name, again[:2]) == (suffix, name, first[:2])
        shown = [
            [label, title, [row for row in rows if "标引序号" not in "".join(row)]]
            for label, title, rows in again[2]
        ]
        assert (suffix, name, shown) == (suffix, name, [
            [label, title, [row for row in rows if "标引序号" not in "".join(row)]] for label, title, rows in first[2]
        ])  # fmt: skip
