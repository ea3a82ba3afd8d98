"""The ribbon tab as Office reads it: customUI, built from the declared buttons."""

from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

from vardering.commands.buttons import TAB_KEY_TIP, TAB_LABEL, Button, Group

NAMESPACE = "http://schemas.microsoft.com/office/2009/07/customui"
TAB_ID = "vmTab"


def callback_of(button: Button) -> str:
    """The VBA procedure that a button calls."""
    return f"Vm{button.name}"


def ribbon_xml(buttons: Sequence[Button]) -> str:
    """The customUI part with one group for every group that has buttons."""
    groups = "".join(_group(group, members) for group, members in shown_groups(buttons))
    tab = f'<tab id="{TAB_ID}" label={quoteattr(TAB_LABEL)} keytip={quoteattr(TAB_KEY_TIP)}>{groups}</tab>'
    body = f"<ribbon><tabs>{tab}</tabs></ribbon>"
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<customUI xmlns="{NAMESPACE}">{body}</customUI>'


def shown_groups(buttons: Sequence[Button]) -> list[tuple[Group, list[Button]]]:
    """The groups that have buttons, in order, each with its own."""
    members = {group: [button for button in buttons if button.group is group] for group in Group}
    return [(group, found) for group, found in members.items() if found]


def _group(group: Group, members: Sequence[Button]) -> str:
    body = "".join(map(_button, members))
    return f'<group id="vmGroup{group.name.title()}" label={quoteattr(group.value)}>{body}</group>'


def _button(button: Button) -> str:
    attributes = {
        "id": f"vmButton{button.name}",
        "label": button.label,
        "image": button.icon,
        "size": "large" if button.large else "normal",
        "onAction": callback_of(button),
        "screentip": button.label,
        "supertip": button.tip,
        "keytip": button.key_tip,
    }
    return f"<button {' '.join(f'{name}={quoteattr(value)}' for name, value in attributes.items())}/>"
