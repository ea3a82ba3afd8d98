"""The base of every input record: strict, finite, closed and frozen."""

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """An input record. Unknown fields, NaN, infinity and silent conversions are refused."""

    model_config = ConfigDict(strict=True, allow_inf_nan=False, extra="forbid", frozen=True, defer_build=True)
