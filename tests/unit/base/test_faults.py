from vardering.base.cells import Position
from vardering.base.faults import (
    BookBusyError,
    Fault,
    ReconcileError,
    Severity,
    VarderingError,
)


def test_the_same_fault_twice_is_one_in_a_set() -> None:
    where = Position("Effekter", 5, 2)
    first = Fault("not-a-number", Severity.ERROR, where, {"text": "ca 100", "column": "Volym"})
    second = Fault("not-a-number", Severity.ERROR, where, {"column": "Volym", "text": "ca 100"})
    assert {first, second} == {first}
    assert len({first, Fault("not-a-number", Severity.ERROR, where, {"text": "ca 200"})}) == 2


def test_an_error_carries_one_fault_with_its_arguments() -> None:
    error = VarderingError("parameter-missing", Position("Parametrar", 4, 2), name="discount_rate")
    assert str(error) == "parameter-missing"
    assert error.fault.severity is Severity.ERROR
    assert error.fault.arguments == {"name": "discount_rate"}
    assert error.fault.where == Position("Parametrar", 4, 2)


def test_only_a_failed_identity_is_the_products_own_doing() -> None:
    assert BookBusyError("locked").exit_kind == "input"
    assert ReconcileError("reconcile-failed").exit_kind == "internal"
