"""The ribbon's buttons, declared once: the ribbon, its VBA callbacks and later the task pane are built from here.

A button starts a command of the registry. What a command needs besides the open workbook is asked for when it runs.
"""

from collections.abc import Mapping
from enum import StrEnum

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
        "U",
        "extend",
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
)
"""In the order they stand within their groups."""
