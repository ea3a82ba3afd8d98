"""Every word of the model and of the sheets stands in the glossary, with a sentence that explains it."""

import inspect
import pkgutil
import re
from collections import Counter
from collections.abc import Iterator
from enum import Enum
from importlib import import_module
from types import ModuleType

import pytest

import vardering.model
from vardering.model.record import Record
from vardering.model.results import Reason
from vardering.model.vocabulary import BUILT_IN_PROFILES, PERSPECTIVES
from vardering.texts.glossary import Term, glossary
from vardering.workbook.contract.catalogue import CONTRACTS as CASE_CONTRACTS
from vardering.workbook.contract.maturity_sheet import MATURITY
from vardering.workbook.contract.parameter_sheet import PARAMETER_ROWS
from vardering.workbook.contract.portfolio_sheets import PORTFOLJ
from vardering.workbook.contract.word_lists import WORD_LISTS

CONTRACTS = {**CASE_CONTRACTS, PORTFOLJ.kind: PORTFOLJ, MATURITY.kind: MATURITY}
CODES = {term.code for term in glossary()}
WORDS = {word.casefold() for term in glossary() for word in (term.swedish, *term.also)}
EXEMPT = (Record, Reason)
"""The common base of records, and the reasons for undefined figures, which have sentences of their own."""


def model_modules() -> Iterator[ModuleType]:
    for module in pkgutil.iter_modules(vardering.model.__path__):
        yield import_module(f"vardering.model.{module.name}")


MODEL_CLASSES = [
    found
    for module in model_modules()
    for _, found in inspect.getmembers(module, inspect.isclass)
    if found.__module__ == module.__name__ and found not in EXEMPT
]


def in_snake_case(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def names_in(model_class: type) -> set[str]:
    """Fields of a record or a result, or values of a word list."""
    if issubclass(model_class, Enum):
        return {member.value for member in model_class}
    return set(inspect.get_annotations(model_class)) - {"model_config"}


@pytest.mark.parametrize("model_class", MODEL_CLASSES, ids=lambda found: found.__name__)
def test_every_class_of_the_model_and_every_name_in_it_is_explained(model_class: type) -> None:
    assert in_snake_case(model_class.__name__) in CODES
    assert names_in(model_class) - CODES == set()


def test_every_heading_and_label_of_the_sheets_is_explained() -> None:
    tables = [table for contract in CONTRACTS.values() for table in (*contract.tables, *contract.plan_tables)]
    headings = {column.heading for table in tables for column in table.columns}
    labels = {value.label for contract in CONTRACTS.values() for value in contract.values}
    keys = {row.key for row in PARAMETER_ROWS}
    assert {word for word in headings | labels | keys if word.casefold() not in WORDS} == set()


def test_every_word_that_can_be_chosen_is_explained() -> None:
    chosen = {word for name, words in WORD_LISTS.items() for word in words if name != "beslutspunkt"}
    assert {word for word in chosen if word.casefold() not in WORDS} == set()


def test_the_perspectives_and_profiles_that_every_workbook_has_are_explained() -> None:
    assert {word for word in (*PERSPECTIVES, *BUILT_IN_PROFILES) if word.casefold() not in WORDS} == set()


def test_no_term_is_entered_twice() -> None:
    twice = [pair for pair, times in Counter((term.swedish, term.code) for term in glossary()).items() if times > 1]
    assert twice == []


@pytest.mark.parametrize("term", glossary(), ids=lambda term: f"{term.swedish} {term.code}")
def test_a_term_is_explained_in_one_short_sentence(term: Term) -> None:
    assert re.fullmatch(r"[A-ZÅÄÖ][^.;!?()]*\.", term.explanation)
    assert len(term.explanation.split()) <= 25
