"""Results read by SQL (SQL 中读取结果): what kind a cell is of, and its number.

n a number, l one of more digits than binary numbers hold, + and - a number that was cut or raised,
b below, a above, u uncountable, z not detected, m missing, ? not understood.
"""

from guiju.core.provisions.columnar.columns import EXACT_DIGITS
from guiju.core.provisions.exports import quoting as q
from guiju.core.provisions.measured import missing_numbers
from guiju.core.provisions.words import folded_set

# Full-width letters and signs, raised digits, and the minus signs and dashes that people type.
_WIDE = {chr(0xFF00 + at): chr(0x20 + at) for at in range(1, 95)}
_SIGNS = (
    dict.fromkeys("\u2212\u2013\u2014\uff0d\u207b", "-")
    | dict.fromkeys("\u301c\uff5e\u223c", "~")
    | {"\u207a": "+"}
    | dict(zip("⁰¹⁴⁵⁶⁷⁸⁹", "01456789", strict=True))
)
_BLANK = r"[\s\x{0B}\x{1C}-\x{1F}\x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}]"
_NARROW_BLANK = r"[\s\x{0B}\x{1C}-\x{1F}]"
_SIMPLE = r"[-+]?\d{1,9}(?:\.\d{0,6})?"
_NUMBER = r"[-+]?(?:\d{1,30}(?:\.\d{0,30})?|\.\d{1,30})(?:(?:[×x*]10\^?|e)[-+]?\d{1,3})?"
_PLAIN = rf"{_NUMBER}(?:\([+-]\)|[+-])?"
_BELOW = rf"(?:<=?|≤|小于|低于){_NUMBER}|{_NUMBER}l|(?:nd|未检出)\(<?{_NUMBER}\)"
_ABOVE = rf"(?:>=?|≥|大于|超过){_NUMBER}"
_THOUSANDS = r"^[^,]*\d(,\d{3})+([^\d,][^,]*)?$"


def folded(expression: str) -> str:
    """One way of writing, as `words.folded` has it for what laboratories write.

    Most cells are plain letters and digits: of these nothing is looked up sign by sign.
    """
    table = _WIDE | _SIGNS
    plain = f"translate({expression}, {q.text(''.join(table))}, {q.text(''.join(table.values()))})"
    plain = f"replace(replace({plain}, '²', '^2'), '³', '^3')"
    return (
        f"CASE WHEN strlen({expression}) = length({expression}) "
        f"THEN lower(regexp_replace({expression}, {q.text(_NARROW_BLANK)}, '', 'g')) "
        f"ELSE lower(regexp_replace({plain}, {q.text(_BLANK)}, '', 'g')) END"
    )


def written(at: int) -> list[str]:
    """The folded cell without the commas of thousands, and whether it is a plain number."""
    thousands = f"contains(f{at}, ',') AND regexp_full_match(f{at}, {q.text(_THOUSANDS)})"
    return [
        f"CASE WHEN {thousands} THEN replace(f{at}, ',', '') ELSE f{at} END AS t{at}",
        f"coalesce(regexp_full_match(f{at}, {q.text(_SIMPLE)}), FALSE) AS n{at}",
    ]


def numbered(at: int) -> list[str]:
    """The number in the cell, as binary number, and how many digits it has where that matters."""
    found = f"regexp_extract(t{at}, {q.text(_NUMBER)})"
    e = f"ltrim(regexp_replace({found}, '[×x*]10\\^?', 'e'), '+')"
    digits = f"regexp_replace(regexp_extract({e}, '^[^e]*'), '[^0-9]', '', 'g')"
    return [
        f"CASE WHEN n{at} THEN TRY_CAST(ltrim(t{at}, '+') AS DOUBLE) "
        f"ELSE TRY_CAST({e} AS DOUBLE) END AS x{at}",
        f"CASE WHEN n{at} THEN 0 ELSE length(rtrim(ltrim({digits}, '0'), '0')) END AS d{at}",
    ]


def kind(at: int, missing: str) -> str:
    """What kind the cell is of; `missing` is what no result is."""
    t, x, numbers = f"t{at}", f"x{at}", ", ".join(q.number(one) for one in missing_numbers())
    held = f"{x} IS NOT NULL AND (({x} = 0 AND d{at} = 0) OR abs({x}) BETWEEN 1e-290 AND 1e290)"
    mark = f"regexp_extract({t}, {q.text('[0-9.](?:[(]([+-])[)]|([+-]))$')}, "
    lines = [
        f"WHEN n{at} AND {x} NOT IN ({numbers}) THEN 'n'",
        f"WHEN {t} IS NULL OR {t} IN {q.texts(folded_set('values', 'missing'))} THEN '{missing}'",
        f"WHEN {t} IN {q.texts(folded_set('values', 'not_detected'))} THEN 'z'",
        f"WHEN {t} IN {q.texts(folded_set('values', 'uncountable'))} THEN 'u'",
        f"WHEN NOT ({held}) THEN '?'",
        f"WHEN regexp_full_match({t}, {q.text(_PLAIN)}) THEN CASE "
        f"WHEN {x} IN ({numbers}) THEN '{missing}' "
        f"WHEN {mark}1) <> '' OR {mark}2) <> '' THEN "
        f"CASE WHEN d{at} > {EXACT_DIGITS} THEN '?' ELSE concat({mark}1), {mark}2)) END "
        f"WHEN d{at} > {EXACT_DIGITS} THEN 'l' ELSE 'n' END",
        f"WHEN d{at} > {EXACT_DIGITS} THEN '?'",
        f"WHEN regexp_full_match({t}, {q.text(_BELOW)}) THEN 'b'",
        f"WHEN regexp_full_match({t}, {q.text(_ABOVE)}) THEN 'a'",
    ]
    return f"CASE {' '.join(lines)} ELSE '?' END AS k{at}"


def plain(column: str, at: int, missing: str) -> list[str]:
    """A column that holds nothing but numbers: no text is made of them."""
    numbers = ", ".join(q.number(one) for one in missing_numbers())
    x = f"CAST({q.name(column)} AS DOUBLE)"
    return [
        f"CASE WHEN {x} IS NULL OR isnan({x}) OR {x} IN ({numbers}) THEN '{missing}' ELSE 'n' END AS k{at}",
        f"{x} AS x{at}",
    ]
