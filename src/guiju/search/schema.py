"""The fields of the catalogue's index, and the version of all indexes.

A change of any field, here or in `passages.schema`, or of the cutting raises it.
"""

from typing import Final

from tantivy import Index, Schema, SchemaBuilder, TextAnalyzerBuilder, Tokenizer

VERSION: Final = 2
WORDS: Final = "guiju_words"

# name of the filter → field; each is counted as a facet too
FACETS: Final = {
    "level": "level",
    "nature": "nature",
    "kind": "kind",
    "ics": "ics",
    "ccs": "ccs",
    "committee": "committee",
    "issuer": "issuer",
    "region": "region",
}
# The life of an edition, as the first day of a state and the first day after it.
DAYS: Final = (
    "draft_to",
    "upcoming_from",
    "upcoming_to",
    "force_from",
    "force_to",
    "ended_from",
)


def build() -> Schema:
    schema = SchemaBuilder()
    schema.add_integer_field("id", indexed=True, fast=True)  # signed: a term made of an int is
    schema.add_bytes_field("row", stored=True)  # what a hit shows, as JSON
    schema.add_bytes_field("body", stored=True)  # the long texts, read only to say why
    # words: everything; title and names again, since a hit there weighs more
    for name in ("words", "title", "names"):
        schema.add_text_field(name, tokenizer_name=WORDS)
    schema.add_text_field("begins", tokenizer_name=WORDS, index_option="basic")
    schema.add_text_field("triples", tokenizer_name=WORDS)
    schema.add_text_field("short", tokenizer_name=WORDS, index_option="basic")
    schema.add_text_field("spoken", tokenizer_name=WORDS)
    schema.add_text_field("initials", tokenizer_name=WORDS)
    for name in ("key", "title_key"):
        schema.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in (*FACETS.values(), "end_state", "by_number", "by_title"):
        schema.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    for name in ("year", "by_newest", "by_changed", "work", *DAYS):
        schema.add_integer_field(name, fast=True)
    schema.add_float_field("weight", fast=True)
    return schema.build()


def register(index: Index) -> Index:
    """Make known how a field of ready tokens is cut: at spaces."""
    index.register_tokenizer(WORDS, TextAnalyzerBuilder(Tokenizer.whitespace()).build())
    return index
