"""Column checks and schemas on the same limits: pandera, Great Expectations, jsonschema-rs, jsonschema.

Each is a function that validates `rows` rows of a frame; None where it is not installed. They answer
conforms or not, and collect what fails where they can.
"""

from collections.abc import Callable, Mapping
from importlib.util import find_spec

import polars as pl

Ends = Mapping[str, tuple[float, float]]
Act = Callable[[], object]


def _there(*names: str) -> bool:
    return all(find_spec(name) for name in names)


def pandera(frame: pl.DataFrame, limits: Ends) -> Act | None:
    if not _there("pandera"):
        return None
    import pandera.polars as pa

    schema = pa.DataFrameSchema(
        {name: pa.Column(float, pa.Check.in_range(*ends)) for name, ends in limits.items()}
    )

    def validate() -> None:
        try:
            schema.validate(frame, lazy=True)
        except pa.errors.SchemaErrors:
            return

    return validate


def great_expectations(frame: pl.DataFrame, limits: Ends) -> Act | None:
    if not _there("great_expectations", "pandas"):
        return None
    import os

    os.environ["GX_ANALYTICS_ENABLED"] = "false"
    import great_expectations as gx
    import pandas as pd

    data = pd.DataFrame({name: frame[name].to_numpy() for name in limits})
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False}
    asset = context.data_sources.add_pandas("data").add_dataframe_asset("rows")
    whole = asset.add_batch_definition_whole_dataframe("whole")
    batch = whole.get_batch({"dataframe": data})
    suite = gx.ExpectationSuite(name="limits")
    for name, (low, high) in limits.items():
        suite.add_expectation(
            gx.expectations.ExpectColumnValuesToBeBetween(
                column=name, min_value=max(low, -1e308), max_value=min(high, 1e308)
            )
        )
    return lambda: batch.validate(suite)


def schema_of(limits: Ends) -> dict[str, object]:
    return {
        "properties": {
            name: {"minimum": max(low, -1e308), "maximum": min(high, 1e308)}
            for name, (low, high) in limits.items()
        }
    }


def jsonschema_rs(frame: pl.DataFrame, limits: Ends) -> Act | None:
    if not _there("jsonschema_rs"):
        return None
    import jsonschema_rs

    rows, validator = frame.to_dicts(), jsonschema_rs.validator_for(schema_of(limits))
    return lambda: [validator.is_valid(row) for row in rows]


def jsonschema(frame: pl.DataFrame, limits: Ends) -> Act | None:
    if not _there("jsonschema"):
        return None
    import jsonschema

    rows, validator = frame.to_dicts(), jsonschema.Draft202012Validator(schema_of(limits))
    return lambda: [validator.is_valid(row) for row in rows]


# Who, on how many rows at most, and how many times as fast we mean to be.
PEERS = (
    ("pandera on Polars", pandera, 1_000_000, 8),
    ("pandera on Polars", pandera, 100_000, 8),
    ("Great Expectations on pandas", great_expectations, 1_000_000, 50),
    ("Great Expectations on pandas", great_expectations, 100_000, 50),
    ("jsonschema-rs", jsonschema_rs, 20_000, 200),
    ("jsonschema (Python)", jsonschema, 2_000, 0),
)
