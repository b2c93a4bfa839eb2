"""Numbers that stand already (已有编号): in the catalogue, and kept by hand."""

from guiju.apps.catalogue.models import Edition, Work
from guiju.apps.development.models import NumberGiven
from guiju.core.numbers import try_read
from guiju.core.numbers.sequences import Sequence


def highest_known(sequence: Sequence) -> str:
    """The highest number of a count that the catalogue has or that was set by hand, as written."""
    written = [_highest_of(sequence, code) for code in sequence.codes]
    set_by_hand = NumberGiven.objects.filter(series__key=sequence.key, project=None)
    if (kept := set_by_hand.order_by("-place").first()) is not None:
        written.append(str(kept.place))
    return max(written, key=lambda seq: sequence.counts(seq) or 0, default="")


def _highest_of(sequence: Sequence, code: str) -> str:
    rows = Edition.objects.filter(code=code, readable=True).order_by("-sort")
    best = ""
    for key in rows.values_list("key", flat=True).iterator(chunk_size=50):
        number = try_read(key)
        if number is None or (place := sequence.counts(number.seq)) is None:
            continue
        # In the order of numbers the first is the highest; a sample's class stands before its number.
        if number.kind != "sample":
            return number.seq
        if place > (sequence.counts(best) or 0):
            best = number.seq.rpartition("-")[2]
    return best


def is_kept(series: str, place: int) -> bool:
    """Was this place of a count given already, or is it kept for a project?"""
    return NumberGiven.objects.filter(series__key=series, place=place).exists()


def is_borne(sequence: Sequence, seq: str) -> bool:
    """Does a standard of the catalogue bear this sequence number under a code of the count?"""
    series = [f"{code} {seq}" for code in sequence.codes]
    return Work.objects.filter(series__in=series).exists()


def supplements_of(base: str, kind: str) -> int:
    """The highest number of an amendment (XG) or corrigendum (Cor) to an edition, 0 if there is none."""
    rows = Edition.objects.filter(base_key=base).values_list("key", flat=True)
    found = [try_read(key) for key in rows]
    last = [one.supplements[-1] for one in found if one is not None and one.supplements]
    return max((int(one.number or 0) for one in last if one.kind == kind), default=0)
