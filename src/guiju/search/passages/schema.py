"""The fields of the index of passages. A change raises `search.schema.VERSION`."""

from typing import Final

from tantivy import Schema, SchemaBuilder

from guiju.search.schema import DAYS, WORDS

CHOICES: Final = ("kind", "language", "modality")  # filters that are counted as they are stored


def build() -> Schema:
    schema = SchemaBuilder()
    schema.add_integer_field("id", indexed=True, fast=True)  # of the text
    schema.add_bytes_field("row", stored=True)  # what a hit shows, as JSON
    schema.add_bytes_field("body", stored=True)  # its words, read for the snippet
    for name in ("words", "title"):
        schema.add_text_field(name, tokenizer_name=WORDS)
    schema.add_text_field("begins", tokenizer_name=WORDS, index_option="basic")
    for name in (*CHOICES, "end_state", "place"):
        schema.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    for name in ("rank", "is_open"):
        schema.add_integer_field(name, indexed=True)
    for name in DAYS:
        schema.add_integer_field(name, fast=True)
    return schema.build()
