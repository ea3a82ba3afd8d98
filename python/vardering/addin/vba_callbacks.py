"""The VBA module that the ribbon calls: one procedure a button, each a single call of the runner."""

from collections.abc import Sequence

from vardering.addin.ribbon_xml import callback_of
from vardering.commands.buttons import Button

CALLBACKS_MODULE = "Knappar"
_HEAD = "Option Explicit\n\n' Built from the declared buttons.\n"


def callbacks_source(buttons: Sequence[Button]) -> str:
    """The module's code: every button passes its own name, and the runner does the rest."""
    return _HEAD + "".join(_procedure(button) for button in buttons)


def _procedure(button: Button) -> str:
    return (
        f"\nPublic Sub {callback_of(button)}(ByVal control As IRibbonControl)\n"
        f'    RunCommand "{button.name}"\nEnd Sub\n'
    )
