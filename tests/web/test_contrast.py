"""Every pair of colours that meets as text and ground has the contrast of WCAG 2.1 AA."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

GROUNDS = ("paper", "surface", "sunken")
TEXT = [
    (ink, ground) for ink in ("ink", "ink-soft", "accent", "accent-strong") for ground in GROUNDS
]
TEXT += [
    (kind, ground) for kind in ("info", "good", "warn", "bad") for ground in ("paper", "surface")
]
TEXT += [(kind, f"{kind}-soft") for kind in ("info", "good", "warn", "bad")]
TEXT += [("on-accent", "accent"), ("on-accent", "accent-strong"), ("ink", "warn-soft")]
SHAPES = [(f"series-{number}", ground) for number in range(1, 7) for ground in ("paper", "surface")]
SHAPES += [("focus", ground) for ground in GROUNDS] + [("line-strong", "surface")]


def colours(*sheets):
    told = {}
    for sheet in sheets:
        text = Path(finders.find(f"guiju/{sheet}")).read_text("utf-8")
        told |= dict(re.findall(r"--gj-([\w-]+):\s*(#[0-9a-f]{3,6});", text))
    return told


def brightness(colour):
    digits = colour.lstrip("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    low, high = sorted((brightness(one), brightness(other)))
    return (high + 0.05) / (low + 0.05)


THEMES = {"light": ("theme.css",), "dark": ("theme.css", "dark.css")}


@pytest.mark.parametrize("theme", THEMES)
def test_text_can_be_read(theme):
    told = colours(*THEMES[theme])
    weak = {pair: contrast(told[pair[0]], told[pair[1]]) for pair in TEXT}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("theme", THEMES)
def test_shapes_can_be_seen(theme):
    told = colours(*THEMES[theme])
    weak = {pair: contrast(told[pair[0]], told[pair[1]]) for pair in SHAPES}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < 3} == {}


def test_contrast_is_that_of_the_standard():
    assert contrast("#000", "#ffffff") == 21
    assert round(contrast("#777777", "#fff"), 2) == 4.48
