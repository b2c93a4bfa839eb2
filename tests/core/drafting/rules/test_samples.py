"""The sample standards follow every rule, in both languages and in every mode."""

from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest

from guiju.core.drafting.checking import apply, check
from tests.core.drafting.rules import notation

OWN = Path(__file__).parents[1] / "samples"
DEMO = files("guiju.rulebook") / "samples" / "documents"
SAMPLES = {
    **{f"bottle-{name}": notation.sample(name) for name in ("zh", "en")},
    **{f"bottle-2025-{name}": notation.sample(name, 2025) for name in ("zh", "en")},
    **{file.stem: file.read_text("utf-8") for file in sorted(OWN.glob("*.md"))},
}


@pytest.mark.parametrize("mode", ["draft", "submission"])
@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_passes_clean(name, mode):
    made = notation.read(SAMPLES[name])
    report = check(made, mode=mode, on=notation.ON)
    assert notation.shown(made, list(report.findings)) == []


def test_the_samples_have_what_rules_look_at():
    """A clean report of an empty document would say nothing."""
    made = notation.read(SAMPLES["bottle-zh"])
    kinds = [one.kind for one in made.sections]
    assert kinds == [
        "foreword", "scope", "normative-references", "terms", "symbols",
        "clause", "clause", "clause", "clause", "clause", "annex", "annex", "bibliography",
    ]  # fmt: skip
    names = {type(one).__name__ for _, one in notation.walk(made)}
    assert names == {
        "Paragraph", "Items", "Reference", "Term", "Note", "Table", "Formula", "Figure",
    }  # fmt: skip


@pytest.mark.parametrize("edition", ["bottle", "bottle-2025"])
def test_both_languages_have_the_same_clauses(edition):
    zh, en = (notation.read(SAMPLES[f"{edition}-{name}"]) for name in ("zh", "en"))
    assert _labels(zh) == _labels(en)


def test_nothing_to_mend_is_nothing_done():
    made = notation.read(SAMPLES["bottle-zh"])
    assert apply(made, ()) is made
    assert replace(made) == made


def _labels(made):
    return [(path[-1].kind, path[-1].label) for path in notation.sections(made)]
