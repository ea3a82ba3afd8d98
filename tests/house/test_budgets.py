"""Files, functions and parameter lists stay small enough to be read at once."""

import ast

import pytest

from house.source_files import code_lines, files_of_tests, functions, parameter_count, parsed, product_files, shown

LONGEST_FILE, LONGEST_FUNCTION, MOST_PARAMETERS = 400, 40, 6


def test_no_file_is_longer_than_the_budget() -> None:
    lengths = {shown(path): len(path.read_text("utf-8").splitlines()) for path in (*product_files(), *files_of_tests())}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_no_function_is_longer_than_the_budget() -> None:
    over = {
        f"{shown(path)} {function.name}": code_lines(function)
        for path in product_files()
        for function in functions(parsed(path))
        if code_lines(function) > LONGEST_FUNCTION
    }
    assert over == {}


def test_no_function_takes_more_parameters_than_the_budget() -> None:
    over = {
        f"{shown(path)} {function.name}": parameter_count(function)
        for path in product_files()
        for function in functions(parsed(path))
        if parameter_count(function) > MOST_PARAMETERS
    }
    assert over == {}


@pytest.mark.parametrize(
    ("source", "lines", "parameters"),
    [
        ("def f(a, /, b, *c, d, **e):\n    return a\n", 2, 5),
        ("async def f(self):\n    '''One.\n\n    Two.'''\n    return 1\n", 2, 0),
        ("def f(\n    a,\n):\n    'x'\n    pass\n", 4, 1),
    ],
)
def test_lines_and_parameters_are_counted_as_meant(source: str, lines: int, parameters: int) -> None:
    (function,) = functions(ast.parse(source))
    assert (code_lines(function), parameter_count(function)) == (lines, parameters)
