"""Dataclasses as the standard library's, made in a fortieth of the time.

``dataclasses`` runs the compiler once for every method of every class, which for all our classes takes longer than
recalculating a workbook. Here ``__init__`` is compiled once for each number of fields and takes its names from the
class; the other methods are closures. To a type checker these are the standard library's own, and whoever asks a
class for ``__dataclass_fields__`` (``dataclasses.fields``, ``dataclasses.replace``, pydantic) gets them.

What none of our classes uses is left out: ``__post_init__``, ``InitVar``, fields that are not compared.
"""

from collections.abc import Callable, Mapping
from functools import cache, partial
from operator import attrgetter
from types import FunctionType
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, get_origin

__all__ = ["dataclass", "field", "field_names", "replace"]

_MISSING = object()
_SPECS = "_field_specs"
"""The class attribute that holds the fields, by name in order."""
_STANDARD = "__dataclass_fields__"


class FieldSpec:
    """What is said of a field in the class: a default, a maker of defaults, and descriptions for others to read."""

    __slots__ = ("annotation", "default", "default_factory", "metadata")

    def __init__(
        self,
        default: object = _MISSING,
        default_factory: Callable[[], object] | None = None,
        metadata: Mapping[str, object] | None = None,
    ) -> None:
        self.default = default
        self.default_factory = default_factory
        self.metadata = metadata or {}
        self.annotation: object = None

    @property
    def is_required(self) -> bool:
        """Whether a value must be given."""
        return self.default is _MISSING and self.default_factory is None


def make_dataclass(
    cls: type,
    *,
    frozen: bool = False,
    slots: bool = False,
    eq: bool = True,
    order: bool = False,
    kw_only: bool = False,
) -> type:
    """The class with the methods of a dataclass; with slots a new class. Raises ``TypeError`` as the original does."""
    own = _own_fields(cls)
    inherited: dict[str, FieldSpec] = {}
    for base in reversed(cls.__mro__[1:]):
        inherited |= base.__dict__.get(_SPECS, {})
    fields = inherited | own
    if slots:
        cls = _with_slots(cls, own, inherited)
    setattr(cls, _SPECS, fields)
    setattr(cls, _STANDARD, _StandardFields(cls, kw_only))
    cls.__match_args__ = () if kw_only else tuple(fields)  # type: ignore[misc,attr-defined]
    _add(cls, "__init__", _initialiser(cls, fields, kw_only))
    _add(cls, "__repr__", _shown)
    if eq:
        _add_comparisons(cls, _values_of(tuple(fields)), frozen, order)
    if frozen:
        _add(cls, "__setattr__", _refuse_change)
        _add(cls, "__delattr__", _refuse_change)
    return cls


def field_names(cls: type) -> tuple[str, ...]:
    """Names of a dataclass's fields in order."""
    return tuple(getattr(cls, _SPECS))


def _own_fields(cls: type) -> dict[str, FieldSpec]:
    """The fields that the class itself declares; what was said of them no longer stands in their place."""
    fields: dict[str, FieldSpec] = {}
    annotations: Mapping[str, Any] = cls.__annotations__
    for name, annotation in annotations.items():
        if get_origin(annotation) is ClassVar:
            continue
        said = cls.__dict__.get(name, _MISSING)
        fields[name] = said if isinstance(said, FieldSpec) else FieldSpec(said)
        fields[name].annotation = annotation
        if isinstance(said, FieldSpec):
            if said.default is _MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, said.default)
    return fields


def _with_slots(cls: type, own: Mapping[str, FieldSpec], inherited: Mapping[str, FieldSpec]) -> type:
    """The same class with a place for each field and no dictionary."""
    namespace = {key: value for key, value in cls.__dict__.items() if key not in {"__dict__", "__weakref__", *own}}
    namespace["__slots__"] = tuple(name for name in own if name not in inherited)
    namespace["__reduce__"] = _reduced
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    made.__qualname__ = cls.__qualname__
    return made


def _add(cls: type, name: str, method: Callable[..., object]) -> None:
    """A method, unless the class has its own."""
    if name not in cls.__dict__:
        setattr(cls, name, method)


def _initialiser(cls: type, fields: Mapping[str, FieldSpec], kw_only: bool) -> FunctionType:
    template = _template(len(fields), any(spec.default_factory is not None for spec in fields.values()))
    names = {f"field_{at}": name for at, name in enumerate(fields)}
    code = template.__code__.replace(
        co_varnames=("self", *fields),
        co_consts=tuple(names.get(one, one) if isinstance(one, str) else one for one in template.__code__.co_consts),
        co_argcount=1 if kw_only else 1 + len(fields),
        co_kwonlyargcount=len(fields) if kw_only else 0,
        co_qualname=f"{cls.__qualname__}.__init__",
    )
    optional = {
        name: spec if spec.default is _MISSING else spec.default
        for name, spec in fields.items()
        if not spec.is_required
    }
    function = FunctionType(code, template.__globals__, "__init__")
    if kw_only:
        function.__kwdefaults__ = optional
    else:
        for name in list(fields)[len(fields) - len(optional) :]:
            if name not in optional:
                raise TypeError(f"non-default argument {name!r} follows default argument")
        function.__defaults__ = tuple(optional.values())
    return function


@cache
def _template(count: int, has_made: bool) -> FunctionType:
    """``__init__`` for so many fields; with ``has_made``, some may get a default of their own for each object."""
    names = [f"field_{at}" for at in range(count)]
    lines = [
        f"  _set(self, {name!r}, {name}.default_factory() if {name}.__class__ is FieldSpec else {name})"
        if has_made
        else f"  _set(self, {name!r}, {name})"
        for name in names
    ]
    source = "\n".join((f"def __init__(self, {', '.join(names)}):", *(lines or ["  pass"])))
    namespace: dict[str, Any] = {"_set": object.__setattr__, "FieldSpec": FieldSpec}
    # The source is made of numbers only: nothing from outside reaches it.
    exec(source, namespace)  # noqa: S102
    template: FunctionType = namespace["__init__"]
    return template


def _values_of(names: tuple[str, ...]) -> Callable[[object], tuple[object, ...]]:
    """What gives the fields' values as a tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda one: tuple(getattr(one, name) for name in names)


def _add_comparisons(cls: type, values: Callable[[object], tuple[Any, ...]], frozen: bool, order: bool) -> None:
    def equal(one: object, other: object) -> bool:
        return values(one) == values(other) if other.__class__ is one.__class__ else NotImplemented

    def hashed(one: object) -> int:
        return hash(values(one))

    def less(one: object, other: object) -> bool:
        return values(one) < values(other) if other.__class__ is one.__class__ else NotImplemented

    def less_or_equal(one: object, other: object) -> bool:
        return values(one) <= values(other) if other.__class__ is one.__class__ else NotImplemented

    _add(cls, "__eq__", equal)
    if cls.__dict__.get("__hash__") is None:
        # A class of which the values can change must not be looked up by them.
        cls.__hash__ = hashed if frozen else None  # type: ignore[method-assign,assignment]
    if order:
        _add(cls, "__lt__", less)
        _add(cls, "__le__", less_or_equal)


def _shown(one: object) -> str:
    fields = getattr(type(one), _SPECS)
    return f"{type(one).__qualname__}({', '.join(f'{name}={getattr(one, name)!r}' for name in fields)})"


def _reduced(one: object) -> tuple[object, ...]:
    """How to copy or pickle an object whose fields cannot be set one by one."""
    return _restored, (type(one), {name: getattr(one, name) for name in getattr(type(one), _SPECS)})


def _restored(cls: type, values: Mapping[str, object]) -> object:
    return cls(**values)


def _refuse_change(one: object, name: str, *_: object) -> NoReturn:
    from dataclasses import FrozenInstanceError  # noqa: PLC0415 – only where it is raised

    raise FrozenInstanceError(f"cannot assign to or delete field {name!r} of {type(one).__qualname__}")


class _StandardFields:
    """``__dataclass_fields__``, made by the standard library when somebody asks for them."""

    def __init__(self, cls: type, kw_only: bool) -> None:
        self._cls = cls
        self._kw_only = kw_only

    def __get__(self, _: object, owner: type) -> Mapping[str, Any]:
        import dataclasses  # noqa: PLC0415 – only where they are asked for

        fields: dict[str, FieldSpec] = getattr(self._cls, _SPECS)
        standard = dataclasses.make_dataclass(
            self._cls.__name__,
            [(name, spec.annotation, _standard_field(spec)) for name, spec in fields.items()],
            kw_only=self._kw_only,
        )
        made: Mapping[str, Any] = vars(standard)[_STANDARD]
        setattr(self._cls, _STANDARD, made)
        return made


def _standard_field(spec: FieldSpec) -> Any:  # noqa: ANN401 – the standard library's field has no public type for this
    from dataclasses import field as standard_field  # noqa: PLC0415 – only where they are asked for

    if spec.default_factory is not None:
        return standard_field(default_factory=spec.default_factory, metadata=spec.metadata)
    if spec.default is _MISSING:
        return standard_field(metadata=spec.metadata)
    return standard_field(default=spec.default, metadata=spec.metadata)


if TYPE_CHECKING:
    from dataclasses import dataclass, field, replace
else:
    field = FieldSpec

    def dataclass(cls: type | None = None, /, **making: bool) -> type | Callable[[type], type]:
        """``dataclasses.dataclass`` with ``frozen``, ``slots``, ``eq``, ``order`` and ``kw_only``."""
        return partial(make_dataclass, **making) if cls is None else make_dataclass(cls, **making)

    def replace(one: object, /, **changes: object) -> object:
        """``dataclasses.replace``: the same object with some fields changed."""
        return type(one)(**{name: getattr(one, name) for name in getattr(type(one), _SPECS)} | changes)
