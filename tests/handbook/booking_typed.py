"""What was typed for the larger exercise: a full case and a simplified one."""

from datetime import date

from handbook.booking_by_hand import ASSISTANT, MISSED, VISITS
from handbook.typed_cells import Rows, Values
from vardering.base.cells import CellValue

OFFICE: Values = {"År": 2026.0, "Källa": "Ekonomikontoret", "Status": "egen"}


def conditions(sheet: str) -> Rows:
    """The rates and the assistants' hour cost, on the sheet where the workbook has them."""
    return {
        (sheet, "Kalkylränta"): {"Värde": 3.5, **OFFICE},
        (sheet, "Internränta"): {"Värde": 2.5, **OFFICE},
        (sheet, ""): {
            "Personalkategori": "Assistent",
            "Timkostnad kr": ASSISTANT,
            "År": 2026.0,
            "Källa": "Lönesystemet 2026",
            "Egen personal": "ja",
        },
    }


CASH: dict[str, CellValue] = {"Perspektiv": "kommunen", "Slag": "finansiell"}
OWN_TIME: dict[str, CellValue] = {"Perspektiv": "kommunen", "Slag": "omfördelning"}
ONCE: dict[str, CellValue] = {"Tidsprofil": "engång", "Från år": 2027.0, "Källa": "Projektplanen"}
YEARLY: dict[str, CellValue] = {"Tidsprofil": "jämn", "Från år": 2028.0, "Källa": "Offert", "Antal trolig": 1.0}
TRAINED: dict[str, CellValue] = {
    **OWN_TIME,
    **ONCE,
    "Benämning": "Utbildning",
    "Antal trolig": 480.0,
    "Personalkategori": "Biståndsbedömare",
}


def effect(option: str, name: str, cells: Values) -> Values:
    every: Values = {
        "Vad förändras": name,
        "Alternativ": option,
        "Förändringstyp": "reducera",
        "Tidsprofil": "upptrappning",
        "Från år": 2028.0,
        "Upptrappning antal år": 3.0,
        "Nyttjandegrad procent": 80.0,
        "Effektägare": "Enhetschef",
        "Mätetal": "Minuter per bokning",
        "Källa": "Mätning i mars 2026",
    }
    return {**every, **cells}


def minutes(category: str, before: float, after: float) -> dict[str, CellValue]:
    return OWN_TIME | {
        "Värderas som": "arbetstid",
        "Volym trolig": float(VISITS),
        "Före": before,
        "Efter": after,
        "Tidsenhet": "minuter",
        "Personalkategori": category,
    }


def pieces(volume: float, price: float) -> dict[str, CellValue]:
    return {"Värderas som": "styckvärde", "Volym trolig": volume, "Före": 1.0, "Efter": 0.0, "Enhetsvärde kr": price}


SOCIETAL: dict[str, CellValue] = {"Perspektiv": "brukare och invånare", "Slag": "samhällsekonomisk"}
SINGLE: Values = {
    "Förändringens namn": "Digital tidbok",
    "Startår": 2027.0,
    "Kalkyltid i år": 6.0,
    "Prisnivå år": 2026.0,
    "Planerat överlämnande": date(2028, 1, 1),
}
ROWS: Rows = {
    ("Start", "B"): {"Namn": "Köpt tidbok"},
    ("Start", "C"): {"Namn": "Utbyggt system"},
    **conditions("Parametrar"),
    ("Parametrar", "Prisindex"): {"Värde": 2.0, **OFFICE},
    ("Utveckling", "U1"): {
        **CASH,
        **ONCE,
        "Benämning": "Leverantören",
        "Alternativ": "B",
        "Typ": "konsult",
        "Bokförs som": "investering",
        "Antal låg": 800_000.0,
        "Antal trolig": 900_000.0,
        "Antal hög": 1_200_000.0,
        "Pris per enhet kr": 1.0,
        "Bekräftat av controller": "ja",
        "Tas i bruk": date(2028, 1, 1),
        "Avskrivningstid år": 5.0,
    },
    ("Utveckling", "U2"): {
        **CASH,
        **ONCE,
        "Benämning": "Konsulter",
        "Alternativ": "C",
        "Typ": "konsult",
        "Bokförs som": "drift",
        "Antal trolig": 1.0,
        "Pris per enhet kr": 300_000.0,
    },
    ("Utveckling", "U3"): {
        **OWN_TIME,
        **ONCE,
        "Benämning": "Egna utvecklare",
        "Alternativ": "C",
        "Typ": "intern tid",
        "Bokförs som": "drift",
        "Antal trolig": 1_000.0,
        "Personalkategori": "Verksamhetsutvecklare",
    },
    ("Omställning", "O1"): {**TRAINED, "Alternativ": "B"},
    ("Omställning", "O2"): {**TRAINED, "Alternativ": "C"},
    ("Drift", "D1"): {**CASH, **YEARLY, "Benämning": "Licens", "Alternativ": "B", "Pris per enhet kr": 250_000.0},
    ("Drift", "D2"): {**CASH, **YEARLY, "Benämning": "Drift", "Alternativ": "C", "Pris per enhet kr": 90_000.0},
    ("Effekter", "E1"): effect("B", "Biståndsbedömaren bokar snabbare", minutes("Biståndsbedömare", 15, 5)),
    ("Effekter", "E2"): effect("B", "Assistenten bokar snabbare", minutes("Assistent", 6, 1)),
    ("Effekter", "E3"): effect("B", "Inga kallelser på papper", CASH | pieces(VISITS, 14)),
    ("Effekter", "E4"): effect("B", "Färre glömda besök", SOCIETAL | pieces(MISSED, 300)),
    ("Effekter", "E5"): effect("C", "Biståndsbedömaren bokar snabbare", minutes("Biståndsbedömare", 15, 9)),
    ("Effekter", "E6"): effect("C", "Assistenten bokar snabbare", minutes("Assistent", 6, 5)),
    ("Effekter", "E7"): effect("C", "Inga kallelser på papper", CASH | pieces(VISITS, 14)),
}
SIMPLE: Values = {
    "Förändringens namn": "Digital tidbok",
    "Startår": 2027.0,
    "Kalkyltid i år": 6.0,
    "Extern engångskostnad kr": 900_000.0,
    "Omställning kr": 199_200.0,
    "Drift och förvaltning kr per år": 250_000.0,
    "Är den externa kostnaden en investering": "ja",
}
QUICKER: dict[str, CellValue] = {"Tidsenhet": "minuter"}
SIMPLE_ROWS: Rows = {
    **conditions("Förenklad"),
    **{
        ("Förenklad", place): {"Vad förändras": name, "Slag": kind, "Volym": volume, "Från år": 2028.0, **cells}
        for place, name, kind, volume, cells in (
            (
                "E1",
                "Tid",
                "omfördelning",
                19_200.0,
                QUICKER | {"Personalkategori": "Biståndsbedömare", "Före": 15.0, "Efter": 5.0},
            ),
            (
                "E2",
                "Tid",
                "omfördelning",
                19_200.0,
                QUICKER | {"Personalkategori": "Assistent", "Före": 6.0, "Efter": 1.0},
            ),
            ("E3", "Brev", "finansiell", 19_200.0, {"Enhetsvärde kr": 14.0, "Före": 1.0, "Efter": 0.0}),
            ("E4", "Besök", "samhällsekonomisk", 760.0, {"Enhetsvärde kr": 300.0, "Före": 1.0, "Efter": 0.0}),
        )
    },
}
