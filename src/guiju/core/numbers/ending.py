"""Which standard may end which by replacing it (代替): its own family, and lower levels."""

from guiju.core.numbers.issuers import issuer_table
from guiju.core.numbers.reading import try_read
from guiju.core.numbers.sequences import TABLE, NoSequenceError, sequence_of


def may_end(code: str, old: str) -> bool:
    """May a standard under `code` replace the one numbered `old`?

    One that draws on the same sequence always (GB/T 1.1-2009 by GB/T 1.1-2020), another by the
    levels of `rulebook/issuers/sequences.yaml`. What cannot be read as a number belongs to nobody
    who could be asked: only a national standard ends it.

    >>> may_end("GB/T", "GB 2763-2019"), may_end("GB/T", "NY/T 4-2000"), may_end("T/EXAMPLE", "GB/T 4-2000")
    (True, True, False)
    """
    number = try_read(old)
    try:
        sequence = sequence_of(code)
    except NoSequenceError:
        return False
    if number is not None and number.code in sequence.codes:
        return True
    own = try_read(f"{code} 1-2020") or try_read(f"{code} 0001-2020")
    level = own.level if own else ""
    ends = {row["level"]: row["ends"] for row in issuer_table(TABLE)["ends"]}.get(level, [])
    return level == "national" if number is None else number.level in ends
