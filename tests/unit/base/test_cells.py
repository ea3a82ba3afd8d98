import pytest

from vardering.base.cells import (
    MAX_COLUMN,
    MAX_ROW,
    Area,
    Position,
    column_letters,
    column_number,
    parse_area,
    parse_cell,
)


@pytest.mark.parametrize(("text", "place"), [("A1", (1, 1)), ("$B$7", (7, 2)), ("XFD1048576", (MAX_ROW, MAX_COLUMN))])
def test_an_address_is_read_with_or_without_dollar_signs(text: str, place: tuple[int, int]) -> None:
    assert parse_cell(text) == place


@pytest.mark.parametrize("text", ["", "A0", "1A", "a1", "A1 ", "XFE1", "A1048577", "A1:B2", "Blad!A1"])
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{text}$"):
        parse_cell(text)


def test_letters_and_numbers_of_columns_are_each_others_inverse() -> None:
    assert all(column_number(column_letters(number)) == number for number in range(1, MAX_COLUMN + 1, 7))


def test_a_position_says_where_it_is_in_three_ways() -> None:
    where = Position("Bo's blad", 12, 6)
    assert (where.a1, where.reference, str(where)) == ("F12", "'Bo''s blad'!$F$12", "Bo's blad!F12")


def test_an_area_knows_its_size_and_its_cells() -> None:
    area = parse_area("Resultat", "$B$2:D3")
    assert (area.height, area.width) == (2, 3)
    assert list(area.cells()) == [(2, 2), (2, 3), (2, 4), (3, 2), (3, 3), (3, 4)]
    assert area.position(1, 2) == Position("Resultat", 3, 4)
    assert (area.a1, area.reference) == ("B2:D3", "'Resultat'!$B$2:$D$3")


def test_an_area_of_one_cell_is_written_as_a_cell() -> None:
    area = parse_area("Start", "C5")
    assert area == Area("Start", 5, 3, 5, 3)
    assert (area.a1, area.reference) == ("C5", "'Start'!$C$5")


@pytest.mark.parametrize("text", ["B2:A1", "B2:C1", "C2:B9"])
def test_an_area_that_runs_backwards_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=text):
        parse_area("S", text)
