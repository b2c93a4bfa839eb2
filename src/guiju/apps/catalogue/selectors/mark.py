"""The state of the catalogue's records (名录数据标记), for what is counted once and kept."""

from guiju.apps.catalogue.selectors.searching import IndexNotReadyError, index_mark
from guiju.apps.catalogue.selectors.standard.version import data_version

Mark = tuple[object, ...]


def catalogue_mark() -> Mark:
    """Another one after every change of records, as the index hears of it within seconds.

    While there is no index every official act makes another.
    """
    try:
        return index_mark()
    except IndexNotReadyError:
        return data_version()
