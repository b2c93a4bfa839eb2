"""A rule said in words is added to the text of a rule file (逐条添加), and nothing else of it moves."""

import re
from dataclasses import dataclass

import yaml

from guiju.core.errors import InputError
from guiju.core.provisions.files.nodes import Node, read_yaml
from guiju.core.provisions.words import folded

_PLAIN = re.compile(r"[\w°℃µμ³²/·.%‰-]+( [\w°℃µμ³²/·.%‰-]+)*")
_ASCII = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


class AddingError(InputError):
    """The rule cannot be added where it belongs (无法添加规则)."""

    code = "provisions.adding"
    zh = "无法添加“{subject}”：{why_zh}"
    en = "“{subject}” cannot be added: {why_en}"


class ConditionError(AddingError):
    """A condition names no attribute of the file, or no value of it (条件无法识别)."""

    code = "provisions.adding-condition"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A rule as a person says it. `when` is `attribute = value`, several separated by ；."""

    characteristic: str
    limit: str
    unit: str = ""
    clause: str
    when: str = ""
    modality: str = "requirement"


def with_rule(text: str, said: Words, name: str = "—") -> tuple[str, int]:
    """The file with one more rule, and the line on which it stands.

    A characteristic that the file does not know is added as well. Raises RuleFileError for a file
    that is no YAML, AddingError where a block is not written one a line.
    """
    node = read_yaml(text, name)
    known = node.get("characteristics")
    of = _known(known, said.characteristic)
    if of is None:
        of = _new_id(said.characteristic, known)
        text, _ = _put(text, "characteristics", _characteristic(of, said), mapping=True)
    pairs = [f"id: {_scalar(_rule_id(node.get('rules'), of))}", f"clause: {_quoted(said.clause)}"]
    pairs += [f"of: {_scalar(of)}", f"limit: {_quoted(said.limit)}"]
    if said.when.strip():
        pairs.append(f"when: {{{_conditions(node.get('attributes'), said.when)}}}")
    if said.modality != "requirement":
        pairs.append(f"modality: {_scalar(said.modality)}")
    return _put(text, "rules", f"- {{{', '.join(pairs)}}}", mapping=False)


def _known(node: Node | None, written: str) -> str | None:
    """The characteristic that a word stands for: its id, its names, a synonym."""
    asked = folded(written)
    for one, value in (node.fields if node is not None and node.is_map else {}).items():
        fields = value.fields if value.is_map else {}
        words = [one]
        for key in ("name", "synonyms"):
            words += fields[key].texts() if key in fields else ()
        if asked in map(folded, words):
            return one
    return None


def _new_id(written: str, known: Node | None) -> str:
    """A short name of letters where there is one; else the words themselves."""
    found = _ASCII.fullmatch(written.strip())
    name = written.strip() if found else "".join(written.split())
    taken = known.fields if known is not None and known.is_map else {}
    return name if name not in taken else f"{name}_{len(taken) + 1}"


def _characteristic(name: str, said: Words) -> str:
    unit = f", unit: {_quoted(said.unit)}" if said.unit.strip() else ""
    return f"{_scalar(name)}: {{name: {_quoted(said.characteristic)}{unit}}}"


def _rule_id(rules: Node | None, of: str) -> str:
    """An id that no rule has yet."""
    rows = rules.rows if rules is not None and not rules.is_text else ()
    taken = {row.fields["id"].value for row in rows if row.is_map and "id" in row.fields}
    at = len(rows) + 1
    while f"r{at}-{of}" in taken:
        at += 1
    return f"r{at}-{of}"


def _conditions(attributes: Node | None, written: str) -> str:
    """`水体类型 = 河流；功率 = 0.75~90` in the words of the file."""
    found = []
    for part in filter(str.strip, re.split(r"[;；\n]", written)):
        name, sign, value = (
            re.split(r"([=＝:：])", part, maxsplit=1) if _sign(part) else (part, "", "")
        )
        key = _known(attributes, name)
        if not sign or not value.strip():
            raise ConditionError(
                part.strip(), why_zh="不是条件，请写成“水体类型 = 河流”。", why_en="it is no condition; write “waterbody = river”."
            )  # fmt: skip
        if key is None or attributes is None:
            raise ConditionError(
                name.strip(),
                why_zh="不在 attributes 之中，请先在文件中写明这个适用条件。",
                why_en="it is none of the attributes; say in the file what it is first.",
            )
        found.append(f"{_scalar(key)}: {_quoted(_value(attributes.fields[key], value.strip()))}")
    return ", ".join(found)


def _sign(part: str) -> bool:
    return re.search(r"[=＝:：]", part) is not None


def _value(attribute: Node, written: str) -> str:
    """The value that a word stands for; of a number the interval as it is written."""
    values = attribute.fields.get("values") if attribute.is_map else None
    if values is None:
        return written
    for value, words in values.fields.items():
        if folded(written) in map(folded, (value, *words.texts())):
            return value
    known = "、".join(values.fields)
    raise ConditionError(
        written, why_zh=f"不是取值，只有 {known}。", why_en=f"it is no value; there are {known}."
    )


def _put(text: str, key: str, line: str, *, mapping: bool) -> tuple[str, int]:
    """One line more at the end of a block, which is made where it is missing."""
    lines = text.rstrip("\n").split("\n")
    block = _block(text, key)
    if block is None:
        lines += [f"{key}:", f"  {line}"]
        return "\n".join(lines) + "\n", len(lines)
    head, value = block
    is_empty = not value.value
    if not is_empty and getattr(value, "flow_style", False):
        raise AddingError(
            key, why_zh="写在一行之内，请改成一行一条再添加。", why_en="it is written in one line; write one a line first."
        )  # fmt: skip
    if is_empty or isinstance(value, yaml.ScalarNode):
        lines[head] = f"{key}:"
        indent, at = 2, head + 1
    else:
        first = value.value[0][0] if mapping else value.value[0]
        indent = first.start_mark.column - (0 if mapping else 2)
        at = _end(value)
    lines.insert(at, " " * max(indent, 0) + line)
    return "\n".join(lines) + "\n", at + 1


def _block(text: str, key: str) -> tuple[int, yaml.Node] | None:
    """The line of a key at the top, and its value."""
    top = yaml.compose(text, Loader=yaml.BaseLoader)
    for one, value in top.value if isinstance(top, yaml.MappingNode) else ():
        if one.value == key:
            return one.start_mark.line, value
    return None


def _end(node: yaml.Node) -> int:
    """The line behind the last value; what follows it, such as a comment, is not part of it."""
    while isinstance(node, (yaml.SequenceNode, yaml.MappingNode)) and node.value:
        if node.flow_style:
            break
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    mark = node.end_mark
    is_block_text = isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")
    return int(mark.line) + (0 if is_block_text or mark.column == 0 else 1)


def _scalar(text: str) -> str:
    return text if _PLAIN.fullmatch(text) and not text[0].isdigit() else _quoted(text)


def _quoted(text: str) -> str:
    """In quotes, whatever stands in it; line ends become blanks."""
    plain = " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain}"'
