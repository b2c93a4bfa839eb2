"""TeX parsed (解析 TeX): a row of nodes, which are those of MathML."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from guiju.core.documents.texts.latex import signs

Tag = Literal[
    "mi", "mn", "mo", "mtext", "mspace", "mrow", "mfrac", "msqrt", "mroot", "msub", "msup",
    "msubsup", "mover", "munder", "munderover", "mtable", "mtr", "mtd",
]  # fmt: skip
DEEPEST, LONGEST = 40, 20_000
_TOKEN = re.compile(
    r"\\([A-Za-z]+)\*?[ \t]*|\\(.)|(\d+(?:\.\d+)?)|(\s+|~)|([\u3000-\u9fff\uff00-\uffef]+)|(.)",
    re.S,
)
_DIGITS_APART = re.compile(r"(?<=[\d.])[ ]+(?=[\d.])")
_CIRCLED = re.compile(
    r"\\textcircled\s*(?:\{\s*(?:\\[a-z]+\s*)?(1\d|20|[1-9])\s*\}|\{\s*\\[a-z]+\s*\{\s*(1\d|20|[1-9])\s*\}\s*\}|([1-9]))"
)
_PRIMES = {"'": "′", "’": "′", "′": "′", "″": "″"}
_WHITE = re.compile(r"\s+")


class Unread(Exception):
    """TeX that is not read here; its argument is the command."""


class Node(NamedTuple):
    """A piece of a formula. `gap`: white space stood before it; `upright`: it is no variable."""

    tag: Tag
    text: str = ""
    parts: tuple["Node", ...] = ()
    gap: bool = False
    upright: bool = False


class Token(NamedTuple):
    """A sign of the source; `gap`: white space stood before it."""

    kind: Literal["command", "number", "letter", "sign", "words"]
    text: str
    gap: bool
    start: int
    end: int


def parse(source: str) -> tuple[Node, ...]:
    """The row that a formula is. Raises Unread."""
    if len(source) > LONGEST:
        raise Unread("…")
    source = _CIRCLED.sub(lambda one: chr(0x245F + int(one[1] or one[2] or one[3])), source)
    if not re.search(r"\d\d", source):  # some tools put a space between any two signs
        source = _DIGITS_APART.sub("", source)
    parser = _Parser(source, tuple(_tokens(source)))
    rows = parser.rows(("",), 0)
    if parser.at < len(parser.tokens):
        raise Unread(parser.tokens[parser.at].text)
    return rows[0][0] if len(rows) == 1 and len(rows[0]) == 1 else (_table(rows),)


def _tokens(source: str) -> list[Token]:
    found: list[Token] = []
    gap = False
    for one in _TOKEN.finditer(source):
        command, escaped, number, space, words, sign = one.groups()
        if space:
            gap = True
            continue
        name, said = command or escaped, number or words or sign
        if name is not None:
            found.append(Token("command", name, gap, one.start(), one.end()))
        elif number:
            found.append(Token("number", number, gap, one.start(), one.end()))
        elif words:
            found.append(Token("words", words, gap, one.start(), one.end()))
        else:
            kind: Literal["letter", "sign"] = "letter" if said.isalpha() else "sign"
            found.append(Token(kind, said, gap, one.start(), one.end()))
        gap = False
    return found


@dataclass(slots=True)
class _Parser:
    source: str
    tokens: tuple[Token, ...]
    at: int = 0

    def rows(self, stops: Sequence[str], depth: int) -> list[list[tuple[Node, ...]]]:
        """Rows of cells, up to a closing sign, which is taken; one of one where there are no marks."""
        rows: list[list[tuple[Node, ...]]] = [[]]
        while True:
            rows[-1].append(self._row(depth))
            here = self._peek()
            if here is None:
                if "" not in stops:
                    raise Unread(stops[0])
                break
            self.at += 1
            if here.text == "\\" and here.kind == "command":
                self._option()
                rows.append([])
            elif here.text != "&" or here.kind == "command":
                if here.text in stops and here.kind != "letter":
                    break
                raise Unread(here.text)
        if len(rows) > 1 and rows[-1] == [()]:
            rows.pop()
        return rows

    def _option(self) -> None:
        """[6pt] behind a new line."""
        here = self._peek()
        if here and here.text == "[":
            found = re.match(r"\[\s*-?[\d.]+\s*[a-z]{2}\s*\]", self.source[here.start :])
            if found:
                self._skip_to(here.start + found.end())

    def _skip_to(self, place: int) -> None:
        while self.at < len(self.tokens) and self.tokens[self.at].start < place:
            self.at += 1

    def _peek(self) -> Token | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def _row(self, depth: int) -> tuple[Node, ...]:
        if depth > DEEPEST:
            raise Unread("{")
        out: list[Node] = []
        while (here := self._peek()) is not None:
            closes = here.kind == "sign" and here.text in "}&"
            if closes or (here.kind == "command" and here.text in ("\\", "end")):
                break
            if here.kind == "sign" and here.text in "_^":
                self._script(out, here, depth)
            elif here.kind == "sign" and here.text in _PRIMES:
                self.at += 1
                prime = Node("mo", _PRIMES[here.text])
                out.append(_scripted(out.pop(), "^", prime) if out else prime)
            else:
                out += self._atom(depth)
        return tuple(out)

    def _script(self, out: list[Node], here: Token, depth: int) -> None:
        self.at += 1
        inside = self._argument(depth)
        has_base = bool(out) and not (here.gap and inside.text == "∘" and out[-1].tag == "mo")
        base = out.pop() if has_base and out[-1].tag != "mspace" else Node("mrow", gap=here.gap)
        out.append(_scripted(base, here.text, inside._replace(gap=here.gap)))

    def _argument(self, depth: int) -> Node:
        """What a command takes: a group, or the next piece alone."""
        here = self._peek()
        if depth > DEEPEST:
            raise Unread("{")
        if here is None or (here.kind == "sign" and here.text in "}&_^"):
            return Node("mrow")
        made = self._atom(depth + 1)
        return made[0] if len(made) == 1 else Node("mrow", parts=tuple(made))

    def _atom(self, depth: int) -> list[Node]:
        here = self.tokens[self.at]
        self.at += 1
        if here.kind == "command":
            return self._command(here, depth)
        if here.text == "{" and here.kind == "sign":
            return [_grouped(self.rows(("}",), depth + 1), here.gap)]
        if here.kind == "number":
            return [Node("mn", here.text, gap=here.gap)]
        if here.kind == "words":
            return [Node("mtext", here.text, gap=here.gap, upright=True)]
        if here.kind == "letter":
            return [Node("mi", here.text, gap=here.gap)]
        if here.text == "$":
            return []
        return [Node("mo", here.text, gap=here.gap)]

    def _command(self, here: Token, depth: int) -> list[Node]:
        name, gap = here.text, here.gap
        if name in signs.SPACES:
            return [Node("mspace")]
        if name in signs.STYLED:
            following = self._peek()
            if name in ("left", "right", "middle") and following and following.text == ".":
                self.at += 1
            return []
        if name in signs.UPRIGHT:
            return self._upright(name, gap, depth)
        if name in signs.GREEK:
            return [Node("mi", signs.GREEK[name], gap=gap)]
        if name in signs.FUNCTIONS:
            return [Node("mi", name, gap=gap, upright=name not in signs.LIMITS)]
        if name in signs.OPERATORS or name in signs.LARGE:
            return [Node("mo", signs.OPERATORS.get(name) or signs.LARGE.get(name, ""), gap=gap)]
        if len(name) == 1 and not name.isalpha():
            return [Node("mo", "‖" if name == "|" else name, gap=gap)]
        return [self._built(name, depth)._replace(gap=gap)]

    def _built(self, name: str, depth: int) -> Node:
        """A fraction, a root, an accent, a matrix."""
        if name in ("frac", "dfrac", "tfrac", "cfrac"):
            return Node("mfrac", parts=(self._argument(depth), self._argument(depth)))
        if name == "sqrt":
            return self._root(depth)
        if name in signs.ACCENTS or name in signs.BELOW:
            tag: Tag = "mover" if name in signs.ACCENTS else "munder"
            sign = signs.ACCENTS.get(name) or signs.BELOW[name]
            return Node(tag, parts=(self._argument(depth), Node("mo", sign)))
        if name in ("overset", "stackrel", "underset"):
            mark, base = self._argument(depth), self._argument(depth)
            return Node("munder" if name == "underset" else "mover", parts=(base, mark))
        if name in ("hspace", "vspace", "label", "color"):
            self._raw()
            return Node("mspace")
        if name == "begin":
            return self._environment(depth)
        raise Unread(f"\\{name}")

    def _root(self, depth: int) -> Node:
        here = self._peek()
        if here is None or here.text != "[" or here.kind != "sign":
            return Node("msqrt", parts=(self._argument(depth),))
        end = self.source.find("]", here.start)
        if end < 0:
            raise Unread("\\sqrt[")
        index = parse(self.source[here.start + 1 : end])
        self._skip_to(end + 1)
        return Node("mroot", parts=(self._argument(depth), Node("mrow", parts=index)))

    def _environment(self, depth: int) -> Node:
        name = self._raw().strip("*").replace(" ", "")
        if name not in signs.MATRICES:
            raise Unread(f"\\begin{{{name}}}")
        if name in ("array", "tabular", "alignedat"):
            self._raw()
        rows = self.rows(("end",), depth + 1)
        if self._raw().strip("*").replace(" ", "") != name:
            raise Unread("\\end")
        before, after = signs.MATRICES[name]
        inside = _table(rows) if len(rows) > 1 or len(rows[0]) > 1 else _grouped(rows, False)
        ends = (Node("mo", before),) if before else ()
        return Node("mrow", parts=(*ends, inside, *((Node("mo", after),) if after else ())))

    def _raw(self) -> str:
        """What stands in braces, as written."""
        here = self._peek()
        if here is None or here.text != "{" or here.kind != "sign":
            return ""
        depth, end = 0, here.start
        while end < len(self.source):
            sign = self.source[end]
            depth += (sign == "{") - (sign == "}")
            end += 2 if sign == "\\" else 1
            if not depth:
                break
        if depth:
            raise Unread("{")
        self._skip_to(end)
        return self.source[here.start + 1 : end - 1]

    def _upright(self, name: str, gap: bool, depth: int) -> list[Node]:
        """Of mathrm the inside is a formula of upright letters, of text it is words."""
        here = self._peek()
        if here is None:
            return []
        if here.text != "{" or here.kind != "sign":
            if name == "rm":  # it holds to the end of its group
                return _run_together(self._row(depth + 1), gap)
            made = self._atom(depth + 1)
            return [one._replace(upright=True, gap=gap or one.gap) for one in made]
        if name in ("text", "textrm", "textnormal", "mbox", "hbox", "textup", "textsf"):
            words = self._raw()
            if not re.search(r"[\\${}^_]", words):
                return [Node("mtext", words.replace("~", " "), gap=gap, upright=True)]
            made = list(parse(words.replace("$", "")))
        else:
            self.at += 1
            made = [_grouped(self.rows(("}",), depth + 1), gap)]
        parts = made[0].parts if len(made) == 1 and made[0].tag == "mrow" else tuple(made)
        return _run_together(parts, gap)


def _run_together(parts: Sequence[Node], gap: bool) -> list[Node]:
    """Upright letters beside each other are one word: m g is mg."""
    out: list[Node] = []
    for one in parts:
        above = out[-1] if out else None
        if one.tag == "mi" and above is not None and above.tag == "mi":
            out[-1] = above._replace(text=above.text + one.text)
        elif one.tag == "mi":
            out.append(one._replace(upright=True))
        elif one.tag in ("msub", "msup", "msubsup"):
            base, *scripts = (_run_together((part,), False) for part in one.parts)
            joined = tuple(_single(part) for part in scripts)
            own = _single(base)
            if own.tag == "mi" and above is not None and above.tag == "mi" and above.upright:
                own = above._replace(text=above.text + own.text)
                out.pop()
            out.append(one._replace(parts=(own, *joined), upright=True))
        elif one.tag == "mrow":
            out += _run_together(one.parts, False)
        else:
            out.append(one._replace(upright=True))
    if out:
        out[0] = out[0]._replace(gap=gap or out[0].gap)
    return out


def _single(parts: Sequence[Node]) -> Node:
    return parts[0] if len(parts) == 1 else Node("mrow", parts=tuple(parts))


def _grouped(rows: list[list[tuple[Node, ...]]], gap: bool) -> Node:
    if len(rows) > 1 or len(rows[0]) > 1:
        return _table(rows)
    parts = rows[0][0]
    return parts[0]._replace(gap=gap) if len(parts) == 1 else Node("mrow", parts=parts, gap=gap)


def _table(rows: list[list[tuple[Node, ...]]]) -> Node:
    made = tuple(Node("mtr", parts=tuple(Node("mtd", parts=cell) for cell in row)) for row in rows)
    return Node("mtable", parts=made)


def _scripted(base: Node, sign: str, script: Node) -> Node:
    """The base with one more index; under and over it where that is how it is written."""
    low = sign == "_"
    under = (base.tag == "mo" and base.text in signs.UNDER) or (
        base.tag == "mi" and base.text in signs.LIMITS
    )
    if base.tag == ("msup" if low else "msub"):
        first, other = base.parts
        return base._replace(
            tag="msubsup", parts=(first, script, other) if low else (first, other, script)
        )
    if base.tag == ("mover" if low else "munder") and _is_large(base.parts[0]):
        first, other = base.parts
        return base._replace(
            tag="munderover", parts=(first, script, other) if low else (first, other, script)
        )
    if base.tag == "msup" and not low and script.text == "′":
        first, other = base.parts
        return base._replace(parts=(first, Node("mrow", parts=(other, script))))
    tag: Tag = ("munder" if low else "mover") if under else ("msub" if low else "msup")
    return Node(tag, parts=(base._replace(gap=False), script), gap=base.gap, upright=base.upright)


def _is_large(one: Node) -> bool:
    return one.text in signs.UNDER or one.text in signs.LIMITS
