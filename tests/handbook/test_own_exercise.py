"""The exercise for the reader, tried with nothing but the handbook: what was typed after reading it, and what came out.

The figures that the handbook promises were worked out by hand from the description, before the workbook was filled in.
"""

from datetime import date
from pathlib import Path

import pytest

from e2e.command_line import vardering
from e2e.workbook_files import edited, seen_by_openpyxl, snapshot_of
from handbook.pages import FOLDER, markdown_tables
from handbook.test_worked_example import typed
from vardering.base.cells import CellValue
from vardering.workbook.snapshot import Snapshot

TEXT = (FOLDER / "kapitel" / "03_exempel.md").read_text("utf-8")
SINGLE: dict[tuple[str, int, str] | str, CellValue] = {
    "vm_namn": "Digital post",
    "vm_startar": 2027.0,
    "vm_kalkyltid": 4.0,
    "vm_prisniva": 2026.0,
    "vm_beslutspunkt": "BP2",
}
ROWS: dict[tuple[str, str], dict[str, CellValue]] = {
    ("vm_alternativ", "B"): {"Namn": "Digital post"},
    ("vm_parametrar", "PO-pålägg"): {"Värde": 40.0, "År": 2026.0, "Källa": "Ekonomihandboken", "Status": "egen"},
    ("vm_personal", ""): {
        "Personalkategori": "Registrator",
        "Månadslön kr": 30_000.0,
        "Timkostnad kr": 400.0,
        "År": 2026.0,
        "Egen personal": "ja",
    },
    ("vm_utveckling", "U1"): {
        "Benämning": "Leverantören sätter upp tjänsten",
        "Alternativ": "B",
        "Typ": "konsult",
        "Bokförs som": "drift",
        "Perspektiv": "kommunen",
        "Slag": "finansiell",
        "Antal trolig": 1.0,
        "Pris per enhet kr": 150_000.0,
        "Tidsprofil": "engång",
        "Från år": 2027.0,
    },
    ("vm_drift", "D1"): {
        "Benämning": "Avtal",
        "Alternativ": "B",
        "Perspektiv": "kommunen",
        "Slag": "finansiell",
        "Antal trolig": 1.0,
        "Pris per enhet kr": 40_000.0,
        "Tidsprofil": "jämn",
    },
    ("vm_effekter", "E1"): {
        "Vad förändras": "Lägre porto",
        "Alternativ": "B",
        "Förändringstyp": "reducera",
        "Perspektiv": "kommunen",
        "Slag": "finansiell",
        "Värderas som": "styckvärde",
        "Volym trolig": 20_000.0,
        "Före": 1.0,
        "Efter": 0.0,
        "Enhetsvärde kr": 12.0,
        "Tidsprofil": "upptrappning",
        "Från år": 2028.0,
        "Upptrappning antal år": 2.0,
    },
    ("vm_effekter", "E2"): {
        "Vad förändras": "En halv tjänst som registrator upphör",
        "Alternativ": "B",
        "Förändringstyp": "reducera",
        "Perspektiv": "kommunen",
        "Slag": "finansiell",
        "Värderas som": "tjänster",
        "Volym trolig": 0.5,
        "Före": 1.0,
        "Efter": 0.0,
        "Personalkategori": "Registrator",
        "Tidsprofil": "jämn",
        "Från år": 2029.0,
    },
    ("vm_effekter", "E3"): {
        "Vad förändras": "Fler frågor om digital post",
        "Alternativ": "B",
        "Förändringstyp": "öka",
        "Perspektiv": "kommunen",
        "Slag": "omfördelning",
        "Värderas som": "arbetstid",
        "Volym trolig": 500.0,
        "Före": 0.0,
        "Efter": 10.0,
        "Tidsenhet": "minuter",
        "Personalkategori": "Registrator",
        "Tidsprofil": "jämn",
        "Från år": 2028.0,
    },
    ("vm_hemtagningsbeslut", ""): {
        "Effekt": "E2",
        "Beslut": "föreslaget",
        "Nämnd": "Kommunstyrelsen",
        "Belopp per år kr": 252_000.0,
        "Beslutat år": 2029.0,
        "Tjänsten upphör": date(2029, 1, 1),
    },
}
"""What was typed, by table and the first cell of its row; a row without a name is the first that is free."""


def edits(snapshot: Snapshot) -> dict[tuple[str, int, str] | str, CellValue]:
    typed_in: dict[tuple[str, int, str] | str, CellValue] = dict(SINGLE)
    for (name, first), cells in ROWS.items():
        rows = snapshot.tables[name].rows
        place = next(index for index, row in enumerate(rows) if (row[0] == first if first else not any(row)))
        typed_in |= {(name, place, heading): value for heading, value in cells.items()}
    return typed_in


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[object, ...]]:
    """The key figures on Resultat after a run of the filled in workbook."""
    folder: Path = tmp_path_factory.mktemp("digital_post")
    assert vardering("new", "post.xlsx", folder=folder).code == 0
    content = (folder / "post.xlsx").read_bytes()
    (folder / "post.xlsx").write_bytes(edited(content, edits(snapshot_of(content))))
    ended = vardering("recalc", "post.xlsx", folder=folder)
    assert ended.code == 0, ended.err
    sheet = seen_by_openpyxl((folder / "post (omräknad).xlsx").read_bytes())["Resultat"]
    rows = [tuple(value for value in row if value is not None) for row in sheet.iter_rows(values_only=True)]
    return {str(row[0]): row[1:4] for row in reversed(rows) if len(row) >= 4}


@pytest.mark.parametrize("line", next(rows for rows in markdown_tables(TEXT) if rows[0][0] == "Facit")[1:])
def test_the_reader_gets_the_figures_of_the_key(found: dict[str, tuple[object, ...]], line: list[str]) -> None:
    assert found[line[0]] == pytest.approx([typed(cell) for cell in line[1:]], abs=0.5)
