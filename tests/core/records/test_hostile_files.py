"""Files that mean harm, or are merely broken: refused in a sentence, in bounded time and memory."""

import io
import tracemalloc

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from guiju.core.errors import InputError
from guiju.core.records.model import Record
from guiju.core.records.readers import FORMATS, Limits, Refused, Unreadable, read, reader_for
from guiju.core.records.readers.own import to_line

GOOD = to_line(Record(number="GB 1-2000")).encode()
YAML_BOMB = "docid: &a [x, x]\n" + "\n".join(
    f"k{n}: &b{n} [{', '.join(['*a'] * 9)}]" for n in range(50)
)


def items(data, kind="guiju", **options):
    return list(read(io.BytesIO(data), kind, mapping={"number": "number"}, **options))


def reasons(data, kind="guiju", **options):
    return [one.reason.en for one in items(data, kind, **options) if isinstance(one, Refused)]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"[" * 100_000, "it is nested too deeply"),
        (b'{"a":' * 100_000, "it is nested too deeply"),
        (b"\xff\xfe{}", "it is not UTF-8 text"),
        (b'{"guiju":1,"guiju":1}', "the key “guiju” stands twice"),
        (b'{"guiju":1,"number":NaN}', "JSON has no NaN"),
        (b'{"guiju":1,"number":-Infinity}', "JSON has no -Infinity"),
        (b'{"guiju":1,"number":"\\u0000"}', "it holds a NUL character"),
        (b'{"guiju":1,"number":"\\ud83d"}', "it holds half a character"),
        (b'{"guiju":1,"number":"\x00"}', "it is not JSON (at character 21)"),
        (b'{"guiju":' + b"9" * 9_000 + b"}", "a number is too long"),
        (b"<xml/>", "it is not JSON (at character 0)"),
    ],
)
def test_a_bad_line_is_refused_and_the_next_one_read(line, why):
    found = items(GOOD + b"\n" + line + b"\n" + GOOD)
    assert [getattr(one, "number", "") for one in found] == ["GB 1-2000", "", "GB 1-2000"]
    assert (found[1].position, found[1].reason.en) == (2, why)
    assert len(found[1].excerpt) <= 200


def test_a_line_without_end_is_passed_over_in_bounded_memory():
    class Endless:
        """Two hundred megabytes without a line end, handed out in pieces."""

        left = 200 << 20

        def read(self, size=-1):
            if self.left <= 0:
                return b""
            self.left -= size
            return b"x" * size

    tracemalloc.start()
    (one,) = read(Endless(), "guiju", limits=Limits(line=1 << 20))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert one.reason.en == "the line is longer than 1048576 bytes"
    assert peak < 20 << 20


def test_a_long_line_is_refused_and_the_next_one_read():
    found = items(b"x" * 300 + b"\n" + GOOD, limits=Limits(line=200))
    assert found[0].reason.en == "the line is longer than 200 bytes"
    assert found[1].number == "GB 1-2000"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (YAML_BOMB, "it has too many aliases"),
        ("docid: " + "[" * 500, "it is nested too deeply"),
        ("docid: [1\n", "it is not YAML (line 2)"),
        ("docid: 1\ndocid: 2\n", "a key stands twice"),
        ('{"docid": [' + "[" * 100_000, "it is nested too deeply"),
        ('{"docid": "a", "docid": "b"}', "the key “docid” stands twice"),
        ("docid: &a [*a]\n", "it is not YAML (line 1)"),
    ],
)
def test_hostile_relaton(text, why):
    assert reasons(text.encode(), "relaton") == [why]


def test_a_tag_builds_nothing():
    (one,) = items(b"docid: !!python/object/apply:os.system [ls]\n", "relaton")
    assert one.number == "ls"


@pytest.mark.parametrize("kind", ["sports", "relaton"])
def test_a_file_that_is_read_whole_has_a_limit(kind):
    with pytest.raises(Unreadable, match="larger than the limit"):
        items(b'{"standards": []}' + b" " * 5_000, kind, limits=Limits(file=1_000))


def test_a_damaged_zstd_file_is_refused():
    packed = zstandard.compress(GOOD * 100_000)
    with pytest.raises(Unreadable, match="zstd"):
        items(packed[:200] + b"\x00" * 50)


def test_a_packed_file_is_read():
    assert [one.number for one in items(zstandard.compress(GOOD + b"\n" + GOOD))] == [
        "GB 1-2000"
    ] * 2


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "it is empty"),
        (b" \n", "it is empty"),
        (b"%PDF-1.7", "it is a PDF file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "it is an old Excel or Word file; save it as .xlsx"),
        (b"PAR1....", "it is a Parquet file; take the JSON or the CSV"),
        (b"\x1f\x8b\x08", "it is packed with gzip; unpack it first"),
        (b"<bibdata/>", "it is in no format known here"),
        (b"just words", "it is in no format known here"),
        (b'{"a": 1}', "it is in no format known here"),
    ],
)
def test_a_foreign_file_is_named(data, why):
    with pytest.raises(Unreadable) as refusal:
        reader_for(io.BytesIO(data))
    assert refusal.value.values["why_en"] == why


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(Unreadable, match="cannot be opened"):
        reader_for(tmp_path / "nothing.jsonl")


@given(st.binary(max_size=400), st.sampled_from(sorted(FORMATS)))
def test_any_bytes_end_in_records_or_a_sentence(data, kind):
    try:
        found = items(data, kind)
    except InputError as error:
        found = []
        told = error.sentence.zh
        assert told
    assert all(isinstance(one, Record | Refused) for one in found)


@given(st.binary(max_size=200))
def test_sniffing_any_bytes_names_a_format_or_refuses(data):
    try:
        found = reader_for(io.BytesIO(data))
    except InputError:
        return
    assert found in FORMATS
