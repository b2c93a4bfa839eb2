"""The screenshots of the README, taken from a running demonstration.

python tools/screenshots.py [http://127.0.0.1:8000 [NAME…]]     writes docs/images/, or those named
"""

import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

IMAGES = Path(__file__).parents[1] / "docs" / "images"
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
PASSWORD = "Guiju-demo-2026"
WORDS = {"zh": "水质", "en": "water quality"}
OTHER = {"zh": "en", "en": "zh"}
PAGES = {
    "home": "/",
    "search": "/standards/?q={words}",
    "standard": "/standards/GB/T_1.1/?on=2015-06-30",
    "system": "/systems/example-urban-water/tree/",
    "ledger": "/plans/2022-64/",
    "matrix": "/plans/2022-64/matrix/",
    "text": "/plans/2025-7/text/",
    "reading": "/standards/T/EXAMPLE_1-2026/text/?beside={other}",
    "comparison": "/standards/T/EXAMPLE_1-2026/text/compare/?to=T/EXAMPLE+1-2025&lang={language}",
}


def shoot(page: Page, base: str, language: str, wanted: list[str]) -> None:
    prefix = "/en" if language == "en" else ""
    for name, address in PAGES.items():
        if wanted and name not in wanted:
            continue
        said = {"words": WORDS[language], "language": language, "other": OTHER[language]}
        page.goto(f"{base}{prefix}{address.format(**said)}")
        page.screenshot(path=IMAGES / f"{name}.{language}.png")
    if wanted and "work" not in wanted:
        return
    page.goto(f"{base}{prefix}/sign-in/")
    page.fill("[name=username]", "office")
    page.fill("[name=password]", PASSWORD)
    page.click("main button[type=submit]")
    page.goto(f"{base}{prefix}/work/")
    page.screenshot(path=IMAGES / f"work.{language}.png")


def main(base: str, wanted: list[str]) -> None:
    IMAGES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=QUIET)
        for language in WORDS:
            context = browser.new_context(viewport={"width": 1280, "height": 900})
            shoot(context.new_page(), base, language, wanted)
            context.close()
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000", sys.argv[2:])
