"""The base of every input record: frozen, and strict where data comes in from outside.

Records are plain frozen dataclasses. Limits and descriptions stand in each field's metadata, where pydantic reads
them at the border (JSON in and out, schema). Cells of a workbook pass the contract's own limits before a record is
made of them, so that reading a workbook does not load pydantic at all.
"""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, Self, dataclass_transform

from vardering.base.light_dataclasses import dataclass, field, field_names, replace

if TYPE_CHECKING:
    from pydantic import TypeAdapter

Json = Any
"""What JSON can hold: null, truth values, numbers, text, lists and objects with text keys."""


def Field(default: Any = ..., **metadata: object) -> Any:  # noqa: ANN401, N802 – as pydantic's own
    """A field with limits (``ge``, ``gt``, ``le``, ``min_length``, ``max_length``, ``pattern``) and a description."""
    return field(metadata=metadata) if default is ... else field(default=default, metadata=metadata)


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(Field,))
class Record:
    """An input record. At the border unknown fields, NaN, infinity and silent conversions are refused."""

    __pydantic_config__: ClassVar[Mapping[str, object]] = {
        "strict": True,
        "allow_inf_nan": False,
        "extra": "forbid",
    }
    field_names: ClassVar[tuple[str, ...]] = ()
    """Names of the fields in order."""
    defaults: ClassVar[Mapping[str, object]] = {}
    """Default of each field that has one."""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        dataclass(frozen=True, kw_only=True)(cls)
        cls.field_names = field_names(cls)
        cls.defaults = {name: getattr(cls, name) for name in cls.field_names if hasattr(cls, name)}

    def model_copy(self, *, update: Mapping[str, object]) -> Self:
        """The same record with some fields changed."""
        return replace(self, **update)  # type: ignore[type-var]

    def model_dump(self) -> dict[str, Json]:
        """The record as plain JSON values: dates in ISO form, words by their code."""
        return {name: _plain(getattr(self, name)) for name in self.field_names}

    @classmethod
    def _adapter(cls) -> "TypeAdapter[Self]":
        from pydantic import TypeAdapter  # noqa: PLC0415 – only where JSON comes in or goes out

        return TypeAdapter(cls)

    def model_dump_json(self, *, indent: int | None = None, exclude_defaults: bool = False) -> str:
        """The record as JSON, with or without what equals the defaults."""
        return self._adapter().dump_json(self, indent=indent, exclude_defaults=exclude_defaults).decode()

    @classmethod
    def model_validate_json(cls, text: str) -> Self:
        """The record in a JSON text. Raises pydantic's ``ValidationError``."""
        return cls._adapter().validate_json(text)

    @classmethod
    def model_json_schema(cls) -> dict[str, Json]:
        """JSON Schema of the record."""
        return cls._adapter().json_schema()


def _plain(value: object) -> Json:
    if isinstance(value, Record):
        return value.model_dump()
    if isinstance(value, tuple):
        return [_plain(entry) for entry in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return value + 0.0  # a nought has no sign
    return str(value) if isinstance(value, str) else value
