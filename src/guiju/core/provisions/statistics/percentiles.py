"""Percentiles on grids (批量百分位数), by the place 1+(n−1)p on the line between two values."""

from fractions import Fraction

import numpy as np

from guiju.core.provisions.columnar.scaled import Wholes, roomy
from guiju.core.provisions.statistics.grids import Flags, Places


def percentiles(
    values: Wholes, there: Flags, share: Fraction, starts: Places, lengths: Places
) -> Wholes:
    """Of each segment, times the denominator of the share; 0 where there is no value."""
    beyond = int(np.abs(values).max(initial=0)) + 1
    masked = np.where(there, roomy(values, 2 * share.denominator), beyond)
    found = np.zeros((values.shape[0], len(starts)), masked.dtype)
    if len(lengths) and (lengths == lengths[0]).all():
        shape = (values.shape[0], len(starts), int(lengths[0]))
        return _of(masked.reshape(shape), there.reshape(shape), share)
    for at, (start, length) in enumerate(zip(starts, lengths, strict=True)):
        here = slice(start, start + length)
        found[:, at] = _of(masked[:, here], there[:, here], share)
    return found


def _of(values: Wholes, there: Flags, share: Fraction) -> Wholes:
    """Along the last axis."""
    ordered = np.sort(values, axis=-1)
    counts = there.sum(axis=-1)
    place = np.maximum(counts - 1, 0) * share.numerator
    whole, rest = place // share.denominator, place % share.denominator
    low = np.take_along_axis(ordered, whole[..., None], axis=-1)[..., 0]
    after = np.minimum(whole + (rest > 0), values.shape[-1] - 1)
    high = np.take_along_axis(ordered, after[..., None], axis=-1)[..., 0]
    found: Wholes = low * (share.denominator - rest) + high * rest
    return np.where(counts > 0, found, 0)
