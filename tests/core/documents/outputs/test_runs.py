"""Stretches of a text: nothing lost, tags nested, leaves whole."""

from hypothesis import given
from hypothesis import strategies as st

from guiju.core.documents.model import Mark, Text
from guiju.core.documents.outputs.runs import LEAVES, POINTERS, STYLES, runs, tagged


@st.composite
def texts(draw):
    content = draw(st.text("ab规", max_size=12))
    size = st.integers(0, len(content))
    marks = []
    for _ in range(draw(st.integers(0, 8))):
        start, end = sorted((draw(size), draw(size)))
        marks.append(Mark(start, end, draw(st.sampled_from((*STYLES, *POINTERS, *LEAVES)))))
    return Text(content, tuple(sorted(marks, key=lambda one: (one.start, -one.end))))


@given(texts())
def test_no_character_is_lost_or_doubled(text):
    assert "".join(run.text for run in runs(text)) == text.content


@given(texts())
def test_tags_nest(text):
    opened = []

    def tags(mark):
        return f"<{mark.kind}>", f"</{mark.kind}>"

    made = tagged(text, tags, lambda words, _: words, lambda _, words: words)
    for piece in made.replace("<", "\0<").replace(">", ">\0").split("\0"):
        if piece.startswith("</"):
            assert opened.pop() == piece[2:-1]
        elif piece.startswith("<"):
            assert piece[1:-1] not in opened, "a mark stands inside one of its kind"
            assert not (piece[1:-1] in POINTERS and set(opened) & set(POINTERS))
            opened.append(piece[1:-1])
    assert opened == []


@given(texts())
def test_each_character_bears_its_styles(text):
    """Formulas apart, whose inside is never parted."""
    leaves = [one for one in text.marks if one.kind in LEAVES]
    at = 0
    for run in runs(text):
        for place in range(at, at + len(run.text)):
            if any(one.start <= place <= one.end for one in leaves):
                continue
            wanted = {x.kind for x in text.marks if x.kind in STYLES and x.start <= place < x.end}
            found = {one.kind for one in run.marks if one.kind in STYLES}
            assert wanted <= found
        at += len(run.text)
