import copy
import dataclasses
import inspect
import pickle
from collections.abc import Callable
from typing import Any, ClassVar

import pytest

from vardering.base import light_dataclasses
from vardering.base.light_dataclasses import dataclass, field, field_names, replace


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A frozen value with slots, as most of ours are."""

    sheet: str
    row: int = 1
    kinds: ClassVar[int] = 2


@dataclass(slots=True)
class Basket:
    """A collector whose fields change."""

    name: str
    items: list[int] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class Named:
    """Named fields only, without slots, as records of the case."""

    name: str
    note: str = field(default="", metadata={"max_length": 5})


@dataclass(frozen=True, kw_only=True)
class Numbered(Named):
    """A record that adds to another and changes a default."""

    number: int
    note: str = "ny"


@dataclass(frozen=True, slots=True)
class Single:
    """One field: its value is compared and hashed as any."""

    value: float


@dataclass(frozen=True, slots=True)
class Empty:
    """No fields at all."""


@dataclass(eq=False)
class Identity:
    """Compared by identity, and called without parentheses it would be the same."""

    value: int


@dataclass
class Bare:
    """Declared without parentheses, with a method of its own where a made one would stand."""

    value: int

    def __repr__(self) -> str:
        return "bare"


class TestMaking:
    def test_fields_are_given_by_place_or_by_name(self) -> None:
        assert Place("A", 2) == Place(row=2, sheet="A")
        assert Place("A").row == 1

    def test_the_signature_is_that_of_the_fields(self) -> None:
        assert str(inspect.signature(Place)) == "(sheet, row=1)"
        assert str(inspect.signature(Numbered)) == "(*, name, note='ny', number)"

    @pytest.mark.parametrize(("given", "named"), [((), {}), (("A", 1, 2), {}), (("A",), {"rad": 2})])
    @pytest.mark.parametrize("make", [Place, Numbered])
    def test_a_wrong_call_is_refused_as_by_any_function(
        self, make: Callable[..., object], given: tuple[object, ...], named: dict[str, object]
    ) -> None:
        with pytest.raises(TypeError, match=r"__init__\(\)"):
            make(*given, **named)

    def test_each_object_gets_a_list_of_its_own(self) -> None:
        first, second = Basket("a"), Basket("b")
        first.items.append(1)
        assert second.items == []
        assert Basket("c", [3]).items == [3]

    def test_a_required_field_after_an_optional_one_is_refused(self) -> None:
        with pytest.raises(TypeError, match="'last'"):

            @dataclass
            class _Wrong:
                first: int = 1
                last: int  # type: ignore[misc]

    def test_a_record_takes_the_fields_of_the_one_it_adds_to(self) -> None:
        assert field_names(Numbered) == ("name", "note", "number")
        assert Numbered(name="x", number=1).note == "ny"

    def test_a_class_with_slots_has_no_dictionary_and_keeps_its_name(self) -> None:
        assert not hasattr(Place("A"), "__dict__")
        assert (Place.__qualname__, Place.__doc__) == ("Place", "A frozen value with slots, as most of ours are.")

    def test_slots_are_not_declared_twice(self) -> None:
        @dataclass(frozen=True, slots=True)
        class _Wider(Place):
            column: int = 7
            row: int = 3

        wide = _Wider("A")
        assert (wide.sheet, wide.row, wide.column) == ("A", 3, 7)
        assert vars(_Wider)["__slots__"] == ("column",)

    def test_a_value_can_be_matched_by_place(self) -> None:
        match Place("A", 4):
            case Place(sheet, row):
                assert (sheet, row) == ("A", 4)


class TestValues:
    def test_a_frozen_value_cannot_change(self) -> None:
        with pytest.raises(dataclasses.FrozenInstanceError, match="'row' of Place"):
            Place("A").row = 2  # type: ignore[misc]
        with pytest.raises(dataclasses.FrozenInstanceError):
            del Place("A").row

    def test_equal_values_are_equal_and_hash_alike(self) -> None:
        assert Place("A") == Place("A", 1)
        assert Place("A") != Place("A", 2)
        assert hash(Place("A")) == hash(Place("A", 1))
        assert Single(2.0) == Single(2)
        assert len({Single(1), Single(1), Empty(), Empty()}) == 2

    def test_values_of_other_classes_are_never_equal(self) -> None:
        others: list[object] = [("A", 1), Single(1), Numbered(name="A", number=1)]
        assert Place("A", 1) not in others
        assert Named(name="A", note="ny") not in others

    def test_what_can_change_is_not_hashed(self) -> None:
        with pytest.raises(TypeError, match="unhashable"):
            hash(Basket("a"))

    def test_identity_stays_where_equality_is_not_asked_for(self) -> None:
        assert Identity(1) != Identity(1)
        assert hash(Identity(1))

    def test_a_hash_of_ones_own_is_kept(self) -> None:
        @dataclass(frozen=True)
        class _Own:
            value: int

            def __hash__(self) -> int:
                return 7

        assert hash(_Own(1)) == 7

    def test_values_are_ordered_field_by_field(self) -> None:
        assert sorted([Place("B"), Place("A", 2), Place("A")]) == [Place("A"), Place("A", 2), Place("B")]
        assert Place("A") <= Place("A") >= Place("A")
        assert Place("B") > Place("A", 9)
        with pytest.raises(TypeError):
            _ = Place("A") < 3  # type: ignore[operator]
        with pytest.raises(TypeError):
            _ = Place("A") <= 3  # type: ignore[operator]

    def test_a_value_shows_its_fields(self) -> None:
        assert repr(Place("A")) == "Place(sheet='A', row=1)"
        assert repr(Bare(1)) == "bare"

    def test_replace_keeps_what_is_not_named(self) -> None:
        assert replace(Place("A", 2), sheet="B") == Place("B", 2)
        assert replace(Named(name="x", note="y"), name="z") == Named(name="z", note="y")
        unknown: dict[str, Any] = {"rad": 1}
        with pytest.raises(TypeError, match="rad"):
            replace(Place("A"), **unknown)

    def test_a_value_can_be_copied_and_pickled(self) -> None:
        for value in (Place("A", 2), Named(name="x")):
            assert pickle.loads(pickle.dumps(value)) == copy.deepcopy(value) == value


class TestStandardLibrary:
    """Whoever knows dataclasses knows these."""

    @pytest.mark.parametrize("value", [Place("A", 2), Named(name="x"), Basket("a", [1]), Single(3.0)])
    def test_its_functions_work(self, value: Any) -> None:
        names = [entry.name for entry in dataclasses.fields(value)]
        assert list(dataclasses.asdict(value)) == names
        assert dataclasses.replace(value) == value
        assert dataclasses.is_dataclass(type(value))

    def test_fields_say_default_description_and_type(self) -> None:
        name, note = dataclasses.fields(Named)
        assert (name.name, name.type, name.default) == ("name", str, dataclasses.MISSING)
        assert (note.default, note.metadata["max_length"]) == ("", 5)
        assert dataclasses.fields(Basket)[1].default_factory is list

    def test_the_type_checker_is_told_that_it_is_the_standard_library(self) -> None:
        assert set(light_dataclasses.__all__) == {"dataclass", "field", "field_names", "replace"}
        for name in ("dataclass", "field", "replace"):
            assert callable(getattr(dataclasses, name))
