"""What is known of one document in time (时间事实), from which its status on a day follows."""

from dataclasses import astuple, dataclass

ENDED = ("superseded", "withdrawn", "abandoned")


@dataclass(frozen=True, slots=True)
class Claim:
    """A source's word that the document had this state on that day (来源所称状态).

    A claim without `as_of` cannot be placed in time and says nothing.
    """

    state: str
    as_of: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class End:
    """A testimony that the document ended or will end (被代替、废止).

    `date` is known, or else `successor` is the span of the document that replaces it, whose
    taking effect is the end; with neither, the day is unknown. A part replaced (`whole` False)
    ends nothing. `by` is the number of the successor, `basis` the announcement. `presumed`: no
    source says so, it follows from the later edition of the same number.
    """

    state: str
    date: str = ""
    by: str = ""
    basis: str = ""
    whole: bool = True
    successor: "Span | None" = None
    presumed: bool = False


@dataclass(frozen=True, slots=True)
class Amendment:
    """An amendment or corrigendum with the days on which it takes effect and ends (修改单)."""

    number: str
    effective: str = ""
    ended: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alongside:
    """Another edition of the same work, and why both may be in force on one day (并行版本).

    `cause` is what is known of the end of the older of the two: "transition" (it ends `until`),
    "claimed" (a source's `claim` that it was still in force), "in_part", "unsaid".
    """

    number: str
    span: "Span"
    is_newer: bool
    cause: str
    until: str = ""
    claim: Claim | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Dates ISO 8601, possibly partial; claims and ends in the order in which they are trusted.

    `on_publication`: the document has no day of effect of its own and counts from its publication
    (ISO and IEC, guidance documents); `counts_from_publication` knows which. `stage` is the ISO
    stage, for the words of the reasons only: its state is a claim. `alongside` too is for the words,
    and given by `alongside.with_editions`.
    """

    issued: str = ""
    effective: str = ""
    withdrawn: str = ""
    on_publication: bool = False
    stage: str = ""
    claims: tuple[Claim, ...] = ()
    ends: tuple[End, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    alongside: tuple[Alongside, ...] = ()


ALWAYS = 0  # earlier than every day
NEVER = 4_000_000  # later than every day


@dataclass(frozen=True, slots=True)
class Span:
    """The life of a document as day ordinals: each step no sooner than `_lo`, done by `_hi`.

    `ALWAYS` and `NEVER` stand for no bound, so that the state on any day follows from integer
    comparisons alone: `state_of_span`.
    """

    issued_lo: int
    issued_hi: int
    effective_lo: int
    effective_hi: int
    end_lo: int
    end_hi: int
    end_state: str

    def as_list(self) -> list[int | str]:
        """As it is stored; `Span(*stored)` is the span again."""
        return [*astuple(self)]


def counts_from_publication(level: str, nature: str = "") -> bool:
    """Whether documents of this kind have no day of effect of their own (自发布之日起)."""
    return level in ("international", "regional", "foreign") or nature == "guidance"
