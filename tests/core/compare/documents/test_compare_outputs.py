"""Plain values for JSON: the names that others build on."""

import json

from guiju.core.compare.documents import (
    adoption,
    adoption_to_json,
    compare,
    overlap,
    overlap_to_json,
    to_json,
)
from tests.core.compare.documents.building import document

OLD = "# 1 要求\n厚度宜不小于0.5 mm，测量三次取平均值。"
NEW = "# 1 要求\n厚度应不小于0.6 mm，测量三次取平均值。"


def test_a_comparison():
    answer = json.loads(json.dumps(to_json(compare(document(OLD), document(NEW)))))
    assert list(answer) == [
        "summary", "clauses", "tables", "terms", "references", "limits", "requirements",
    ]  # fmt: skip
    (clause,) = answer["clauses"]
    assert (clause["a"], clause["b"], clause["change"]) == ("1", "1", "changed")
    assert clause["text_ops"][0] == {
        "a_start": 5, "a_end": 6, "b_start": 5, "b_end": 6, "old": "宜", "new": "应", "why": "",
    }  # fmt: skip
    assert (answer["limits"][0]["change"], answer["limits"][0]["a_unit"]) == ("stricter", "mm")
    assert answer["requirements"][0]["effect"] == "stricter"


def test_what_is_not_there_is_null():
    (clause,) = to_json(compare(document("# 1 甲"), document("# 1 甲\n# 2 乙")))["clauses"]
    assert (clause["a"], clause["a_all"], clause["b"], clause["b_all"]) == (None, [], "2", ["2"])


def test_an_adoption():
    answer = json.loads(json.dumps(adoption_to_json(adoption(document(NEW), document(OLD), "IDT"))))
    assert (answer["declared"], answer["found"], answer["stands"]) == ("IDT", "NEQ", False)
    assert sorted(answer["verdicts"][0]["reasons"][0]) == ["en", "zh"]


def test_an_overlap():
    (found,) = overlap([("a", NEW), ("b", OLD)])
    assert overlap_to_json(found)["kind"] == "contrary"
