"""An English document of plain lines (示例 / example)."""

from guiju.core.documents.lines import Line
from guiju.core.documents.model import Text
from guiju.core.documents.structure import build
from tests.core.documents.skeletons import briefs, outline, section

SAMPLE = """\
INTERNATIONAL STANDARD
ISO 99999:2024
Sample products — Requirements
Foreword
ISO is a federation.
Introduction
This example was made up.
1 Scope
This document specifies requirements for samples.
2 Normative references
The following documents are referred to in the text.
ISO 9000:2015, Quality management systems
3 Terms and definitions
For the purposes of this document, the following terms apply.
3.1
sample thing
thing that shows something
Note 1 to entry: It is made up.
[SOURCE: ISO 9000:2015, 3.1, modified]
3.2
other thing
thing
DEPRECATED: old thing
thing that shows nothing
4 Requirements
4.1 General
The sample shall be as follows:
a) first;
b) second.
NOTE 1 This is a note.
NOTE 2 This is another.
EXAMPLE A sample.
4.2 The length shall be less than 3.5 mm.
Table 1 — Limits
Item\tLimit
Length\t5,0
Figure 1 — Sample
Annex A
(informative)
More words
A.1 General
See 4.1.
Bibliography
[1] ISO 1, Something
"""


def test_the_english_words_are_known() -> None:
    reading = build(Line(text=Text(row), line=at) for at, row in enumerate(SAMPLE.splitlines(), 1))
    document = reading.document
    assert outline(document) == [
        "foreword Foreword",
        "introduction Introduction",
        "1 Scope",
        "2 Normative references",
        "3 Terms and definitions",
        "4 Requirements",
        "4.1 General",
        "4.2",
        "A More words",
        "A.1 General",
        "bibliography Bibliography",
    ]
    assert (document.meta.language, document.meta.number) == ("en", "ISO 99999:2024")
    assert briefs(section(document, "2"))[1:] == [
        "ref ISO 9000:2015|Quality management systems|dated"
    ]
    assert briefs(section(document, "3"))[1:] == [
        "term 3.1 sample thing: thing that shows something",
        "term 3.2 other thing,thing,old thing: thing that shows nothing",
    ]
    first, second = section(document, "3").blocks[1:]
    assert [note.label for note in first.blocks] == ["Note 1 to entry"]
    assert first.sources == (Text("ISO 9000:2015, 3.1, modified"),)
    assert [one.status for one in second.designations] == ["preferred", "admitted", "deprecated"]
    assert briefs(section(document, "4.1")) == [
        "The sample shall be as follows:",
        "[a) first;; b) second.]",
        "note NOTE 1: This is a note.",
        "note NOTE 2: This is another.",
        "example EXAMPLE: A sample.",
    ]
    assert briefs(section(document, "4.2")) == [
        "The length shall be less than 3.5 mm.",
        "table 1 Limits 1+1",
        "figure 1 Sample",
    ]
    assert section(document, "A").nature == "informative"
    assert reading.doubts == ()
