"""Along what somebody wrote, from place to place (位置的识读)."""

import re
from dataclasses import dataclass, field, replace

from guiju.core.consultations.words import INNER, Patterns, kinds_of_elements
from guiju.core.documents.structure.words import squashed

_CAPTIONED = ("table", "figure", "formula")
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class _Place:
    """A place as it is being read: its kind, its number, and what inside it is meant."""

    kind: str  # clause, annex, element, table, figure, formula
    label: str
    inner: str = ""

    @property
    def address(self) -> str:
        before = f"{self.kind}-" if self.kind in _CAPTIONED else ""
        return before + self.label + self.inner


@dataclass(slots=True)
class Walk:
    """Reads the places; words behind the last one say nothing (4.2 外观)."""

    text: str
    own: Patterns
    found: list[tuple[str, str]] = field(default_factory=list)

    def places(self) -> list[tuple[str, str]]:
        """Address and "", or the first and the last address of a range; [] where there is none."""
        match = self.own.place.search(self.text)
        if match is None:
            return []
        here, at, begun = self._read(match), match.end(), ""
        while True:
            here, at = self._refined(here, at)
            through = self.own.range.match(self.text, at)
            link = through or self.own.list.match(self.text, at)
            following = self._following(here, link.end()) if link else None
            if following is None or not through:
                self.found.append(_range(begun, here))
                begun = ""
            if following is None:
                return self.found
            if through:
                begun = begun or here.address
            here, at = following

    def _following(self, here: _Place, at: int) -> tuple[_Place, int] | None:
        """The next place of a list or range; 表1、2 are two tables, 5.3 a)、b) two items."""
        if match := self.own.place.match(self.text, at):
            return _sharing(here, self._read(match)), match.end()
        match = self.own.inner.match(self.text, at)
        if match is None or not here.inner:
            return None
        outer = replace(here, inner=here.inner.rpartition("/")[0])
        inside = self._inside(match, outer)
        return (replace(outer, inner=outer.inner + inside), match.end()) if inside else None

    def _refined(self, here: _Place, at: int) -> tuple[_Place, int]:
        """What stands inside the place just read: a table of a clause, an item, a paragraph."""
        while True:
            between = self.own.between.match(self.text, at)
            start = between.end() if between else at
            match = self.own.place.match(self.text, start)
            finer = _finer(here, self._read(match)) if match else None
            if match and finer:
                here, at = finer, match.end()
                continue
            match = self.own.inner.match(self.text, start)
            inside = self._inside(match, here) if match else ""
            if match is None or not inside:
                return here, at
            here, at = replace(here, inner=here.inner + inside), match.end()

    def _read(self, match: re.Match[str]) -> _Place:
        kind = str(match.lastgroup)
        if kind == "element":
            return _Place(kind, kinds_of_elements()[squashed(match[0])])
        label = re.sub(r"\s", "", match[f"{kind}_no"]).upper()
        if kind == "chinese":
            return _Place("clause", str(self._number(label)))
        if kind in _CAPTIONED:
            label = re.sub(r"(?<=[A-Z])(?=\d)", ".", label)
        named = {"letter": "annex", "short": "formula"}.get(kind, kind)
        return _Place(named, label)

    def _number(self, written: str) -> int:
        return int(written) if written.isdigit() else self.own.numbers.get(written, 0)

    def _inside(self, match: re.Match[str], here: _Place) -> str:
        """The steps below an address; "" for what cannot stand there (a row of a clause is a line)."""
        if match["item"]:
            deeper = match["item_inner"]
            return f"/{match['item_no'].lower()}" + (f"/{deeper}" if deeper else "")
        kind = next(one for one in INNER if match[one] or match[f"{one}_word"])
        written = match[f"{kind}_no"] or match[f"{kind}_word_no"]
        number = self._number(written) if written else 1
        if kind in ("note", "example"):
            return f"/{kind}-{number}"
        in_table = here.kind == "table"
        if (
            not written
            or in_table == (kind == "paragraph")
            or (kind == "column" and not here.inner)
        ):
            return ""
        return f"/{kind[0]}{number}"


def _sharing(here: _Place, following: _Place) -> _Place:
    """A bare number of the same form shares the word before it: 表1、2, 附录A、B."""
    same_form = here.label.count(".") == following.label.count(".")
    bare = following.kind in ("clause", "annex")
    if here.kind in _CAPTIONED and bare and same_form:
        return replace(following, kind=here.kind)
    return following


def _finer(here: _Place, found: _Place) -> _Place | None:
    """表1 of 4.2, 3.2 of 第3章 or of 术语; any other number is part of a title."""
    if here.kind in _CAPTIONED:
        return None
    if found.kind in _CAPTIONED:
        return found
    if found.kind == "element" and here.kind == "clause":
        return here  # its title
    below = here.kind == "element" or found.label.startswith(f"{here.label}.")
    return found if found.kind == "clause" and below else None


def _range(begun: str, here: _Place) -> tuple[str, str]:
    """4.2.1~3 ends with 4.2.3: a last number below the first one counts on its level."""
    if not begun or begun == here.address:
        return here.address, ""
    head, _, last = begun.rpartition(".")
    short = here.address.isdigit() and head and last.isdigit()
    if short and int(here.address) < int(_leading(begun)):
        return begun, f"{head}.{here.address}"
    return begun, here.address


def _leading(address: str) -> str:
    found = _DIGITS.match(address)
    return found[0] if found else "99"
