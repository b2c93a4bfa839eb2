"""Who shares the marks of a text's passages (同特征条款): one statement, whatever the number of passages."""

from collections.abc import Iterator
from typing import NamedTuple

from django.db import connection
from django.db.models import QuerySet

from guiju.apps.library.models import Text
from guiju.core.compare.documents import LEAST_SHARED

# Of the many that hold a common mark only the first are looked at.
MOST_HOLDERS = 40

# `own` are the marks of the text's passages, each with the last holder that is looked at.
_SHARED = """
WITH own AS MATERIALIZED (
    SELECT mark.value, mark.passage_id, (
        SELECT other.passage_id
        FROM library_mark other
        WHERE other.value = mark.value AND other.text_id IN ({texts}) {earlier}
        ORDER BY other.passage_id
        LIMIT 1 OFFSET {most}
    ) AS last
    FROM library_passage passage JOIN library_mark mark ON mark.passage_id = passage.id
    WHERE passage.text_id = %s
)
SELECT mark.passage_id, other.passage_id, MIN(mark.value) < 0
FROM own mark JOIN library_mark other ON other.value = mark.value
WHERE (mark.last IS NULL OR other.passage_id <= mark.last)
    AND other.text_id IN ({texts}) {earlier}
GROUP BY mark.passage_id, other.passage_id
HAVING COUNT(*) >= {least} OR MIN(mark.value) < 0
ORDER BY mark.passage_id, COUNT(*) DESC, other.passage_id
"""


class Sharing(NamedTuple):
    """A passage of the text, one of another text, and whether they share the mark of all words."""

    own: int
    other: int
    all_words: bool


def sharing(text: Text, others: QuerySet[Text], *, only_before: bool = False) -> Iterator[Sharing]:
    """Pairs worth a look, the nearest first for each passage; `only_before`: with what is older."""
    texts, given = others.order_by().values("pk").query.sql_with_params()
    statement = _SHARED.format(
        texts=texts,
        earlier="AND other.passage_id < mark.passage_id" if only_before else "",
        most=MOST_HOLDERS - 1,
        least=LEAST_SHARED,
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [*given, text.pk, *given])
        yield from (Sharing(*row) for row in cursor.fetchall())
