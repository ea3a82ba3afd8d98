"""The ribbon's buttons, declared once: the ribbons, the VBA callbacks and the task pane are built from here.

A button starts a command of the registry, or one of those that only Excel has. What a command needs besides the open
workbook is asked for when it runs. A new button is an entry here, a drawing and a line in ``hosts/buttons/runners``.
"""

from collections.abc import Mapping
from enum import StrEnum

from vardering.base.faults import CallError
from vardering.base.light_dataclasses import dataclass, field


class Group(StrEnum):
    """The groups of the ribbon tab, in order."""

    CASE = "Kalkyl"
    ANALYSIS = "Analys"
    REALISATION = "Effekthemtagning"
    DECISION = "Beslut"
    PORTFOLIO = "Portfölj"
    HELP = "Hjälp"


@dataclass(frozen=True, slots=True)
class Button:
    """A button. ``key_tip`` is at most three capital letters, ``icon`` the name of a drawing.

    ``preset`` holds options of the command that the button decides. A ``large`` button shows its icon at 32 pixels.
    """

    name: str
    command: str
    group: Group
    label: str
    tip: str
    key_tip: str
    icon: str
    large: bool = False
    preset: Mapping[str, str] = field(default_factory=dict)


EXCEL_ONLY = ("undo", "about")
"""Commands that the command line has no use for."""

WITHOUT_BOOK = ("new", "survey", "handbook", "about")
"""Commands that read nothing in the open workbook: they run where none is open, and wait for none to be read."""

TAB_LABEL = "Värdering"
TAB_KEY_TIP = "V"

BUTTONS: tuple[Button, ...] = (
    Button(
        "NyKalkyl",
        "new",
        Group.CASE,
        "Ny kalkyl",
        "Skapar en ny arbetsbok för en full kalkyl. Den öppna arbetsboken ändras inte.",
        "NK",
        "new",
    ),
    Button(
        "NyForenklad",
        "new",
        Group.CASE,
        "Ny förenklad",
        "Skapar en ny arbetsbok för en förenklad bedömning, som senare kan utökas till en full kalkyl.",
        "NF",
        "new_simple",
        preset={"simple": "1"},
    ),
    Button(
        "Utoka",
        "extend",
        Group.CASE,
        "Utöka till full kalkyl",
        "Gör en full kalkyl av den öppna förenklade bedömningen. Den förenklade lämnas som den är.",
        "UT",
        "extend",
    ),
    Button(
        "Uppgradera",
        "upgrade",
        Group.CASE,
        "Uppgradera",
        "För över en arbetsbok från en äldre mall till den senaste. Den öppna arbetsboken lämnas som den är.",
        "UG",
        "upgrade",
    ),
    Button(
        "Kontrollera",
        "check",
        Group.CASE,
        "Kontrollera",
        "Visar allt som är fel eller tveksamt i den öppna arbetsboken. Inget skrivs.",
        "K",
        "check",
        large=True,
    ),
    Button(
        "RaknaOm",
        "recalc",
        Group.CASE,
        "Räkna om",
        "Kontrollerar indata, räknar och skriver resultaten i den öppna arbetsboken.",
        "R",
        "recalc",
        large=True,
    ),
    Button(
        "Angra",
        "undo",
        Group.CASE,
        "Ångra senaste körning",
        "Tar tillbaka det som senast skrevs i den öppna arbetsboken, om inget av det har ändrats sedan dess.",
        "Z",
        "undo",
    ),
    Button(
        "Simulera",
        "simulate",
        Group.ANALYSIS,
        "Simulera",
        "Räknar om och drar tusentals utfall mellan låg och hög på varje rad. Inställningarna står på Parametrar.",
        "SI",
        "simulate",
        large=True,
    ),
    Button(
        "Jamfor",
        "diff",
        Group.ANALYSIS,
        "Jämför",
        "Jämför en tidigare version med den öppna arbetsboken och visar vad som flyttade nettonuvärdet.",
        "J",
        "diff",
    ),
    Button(
        "UppdateraPlan",
        "plan",
        Group.REALISATION,
        "Uppdatera planen",
        "Skapar eller uppdaterar effekthemtagningsplanen. Det som någon har skrivit rörs aldrig.",
        "PL",
        "plan",
        large=True,
    ),
    Button(
        "FaststallPlan",
        "freeze",
        Group.REALISATION,
        "Fastställ planen",
        "Skriver in planen som beslutad, med beslutets paragraf och datum. Tidigare beslut står kvar.",
        "FP",
        "freeze",
    ),
    Button(
        "Uppfoljning",
        "follow-up",
        Group.REALISATION,
        "Uppföljning",
        "Jämför det som är mätt och betalat med det som är lovat, per i dag. Det som någon har skrivit rörs aldrig.",
        "UF",
        "follow_up",
        large=True,
    ),
    Button(
        "SkapaFormular",
        "forms",
        Group.REALISATION,
        "Skapa formulär",
        "Sparar ett formulär för mätvärden åt varje effektägare i en mapp.",
        "SF",
        "form",
    ),
    Button(
        "HamtaMatvarden",
        "collect",
        Group.REALISATION,
        "Hämta mätvärden",
        "Läser in mätvärden och kostnader från ifyllda formulär och kopior. Filerna ändras inte.",
        "MV",
        "collect",
    ),
    Button(
        "InforBeslutspunkt",
        "check",
        Group.DECISION,
        "Kontrollera inför beslutspunkt",
        "Visar vad en beslutspunkt kräver och vad som saknas. Inget skrivs.",
        "BP",
        "gate",
        preset={"gate": ""},
    ),
    Button(
        "Beslutsunderlag",
        "brief",
        Group.DECISION,
        "Beslutsunderlag",
        "Skriver beslutsunderlaget som ett Word-dokument. Den öppna arbetsboken ändras inte.",
        "BU",
        "brief",
    ),
    Button(
        "NyPortfolj",
        "portfolio",
        Group.PORTFOLIO,
        "Ny portfölj",
        "Läser alla kalkyler i en mapp och samlar dem i en ny portfölj. Den öppna arbetsboken ändras inte.",
        "NP",
        "portfolio",
        preset={"output": ""},
    ),
    Button(
        "UppdateraPortfolj",
        "portfolio",
        Group.PORTFOLIO,
        "Uppdatera portföljen",
        "Läser kalkylerna i en mapp igen och uppdaterar den öppna portföljen. Det som ni har skrivit står kvar.",
        "PF",
        "collect",
    ),
    Button(
        "Mognadsenkat",
        "survey",
        Group.PORTFOLIO,
        "Ny mognadsenkät",
        "Skapar enkäten som var och en fyller i. Den öppna arbetsboken ändras inte.",
        "ME",
        "survey",
    ),
    Button(
        "SammanstallMognad",
        "maturity",
        Group.PORTFOLIO,
        "Sammanställ mognadsanalys",
        "Sammanställer enkätsvaren i en mapp utan att någon pekas ut. En öppen sammanställning blir tidigare omgång.",
        "MS",
        "maturity",
    ),
    Button(
        "Handbok",
        "handbook",
        Group.HELP,
        "Handbok",
        "Öppnar handboken för modellen och verktyget.",
        "H",
        "handbook",
    ),
    Button(
        "Om",
        "about",
        Group.HELP,
        "Om och diagnostik",
        "Visar vad som är rätt och fel med installationen, vilken version den har och var loggen finns.",
        "O",
        "about",
    ),
)
"""In the order they stand within their groups."""


def button_named(name: str) -> Button:
    """The declared button with this name. Raises ``CallError`` "button-unknown"."""
    for button in BUTTONS:
        if button.name == name:
            return button
    raise CallError("button-unknown", name=name)
