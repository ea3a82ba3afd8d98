"""The exercise for the reader, tried with nothing but the handbook: what was typed after reading it, and what came out.

The figures that the handbook promises were worked out by hand from the description, before the workbook was filled in.
"""

from datetime import date
from pathlib import Path

import pytest

from e2e.command_line import vardering
from handbook.pages import FOLDER
from handbook.typed_cells import Rows, lines, told, type_in
from vardering.base.cells import CellValue

TEXT = (FOLDER / "kapitel" / "03_exempel.md").read_text("utf-8")
SINGLE: dict[str, CellValue] = {
    "Förändringens namn": "Digital post",
    "Startår": 2027.0,
    "Kalkyltid i år": 4.0,
    "Prisnivå år": 2026.0,
    "Beslutspunkt": "BP2",
}
ROWS: Rows = {
    ("Start", "B"): {"Namn": "Digital post"},
    ("Parametrar", "PO-pålägg"): {"Värde": 40.0, "År": 2026.0, "Källa": "Ekonomihandboken", "Status": "egen"},
    ("Parametrar", ""): {
        "Personalkategori": "Registrator",
        "Månadslön kr": 30_000.0,
        "Timkostnad kr": 400.0,
        "År": 2026.0,
        "Egen personal": "ja",
    },
    ("Utveckling", "U1"): {
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
    ("Drift", "D1"): {
        "Benämning": "Avtal",
        "Alternativ": "B",
        "Perspektiv": "kommunen",
        "Slag": "finansiell",
        "Antal trolig": 1.0,
        "Pris per enhet kr": 40_000.0,
        "Tidsprofil": "jämn",
    },
    ("Effekter", "E1"): {
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
    ("Effekter", "E2"): {
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
    ("Effekter", "E3"): {
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
    ("Effekter", ""): {
        "Effekt": "E2",
        "Beslut": "föreslaget",
        "Nämnd": "Kommunstyrelsen",
        "Belopp per år kr": 252_000.0,
        "Beslutat år": 2029.0,
        "Tjänsten upphör": date(2029, 1, 1),
    },
}
"""What was typed, by table and the first cell of its row; a row without a name is the first that is free."""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[object, ...]]:
    """The key figures on Resultat after a run of the filled in workbook."""
    folder: Path = tmp_path_factory.mktemp("digital_post")
    assert vardering("new", "post.xlsx", folder=folder).code == 0
    type_in(folder / "post.xlsx", SINGLE, ROWS)
    ended = vardering("recalc", "post.xlsx", folder=folder)
    assert ended.code == 0, ended.err
    rows = lines(folder / "post (omräknad).xlsx", "Resultat")
    return {str(row[0]): row[1:4] for row in reversed(rows) if len(row) >= 4}


KEY = told(TEXT, "Facit")


@pytest.mark.parametrize("name", KEY)
def test_the_reader_gets_the_figures_of_the_key(found: dict[str, tuple[object, ...]], name: str) -> None:
    assert found[name] == pytest.approx(KEY[name], abs=0.5)
