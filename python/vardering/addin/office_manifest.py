"""The manifest by which Excel on the web, on Mac and on Windows knows the web add-in: its page, tab and buttons.

Elements stand in the order of Microsoft's schema ([MS-OWEMXML]). The built file names no server: a server
puts its own address in where it hands the manifest out. A group may hold as many buttons as it needs: the
six that early versions of Excel set as a limit are from before the shared runtime, without which nothing runs here.
"""

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from vardering import __version__
from vardering.addin.ribbon_xml import shown_groups
from vardering.commands.buttons import TAB_LABEL, Button, Group
from vardering.texts import pane_texts as words

ADD_IN_ID = "2f6c1d6e-8f0b-4c0e-9a55-6d2b7a1f3c84"
"""Never changes: by it Excel knows a new version for the same add-in."""
PLACEHOLDER = "https://vardering.example"
PAGE = "pane.html"
ICON_PIXELS = (16, 32, 80)
PRODUCT_ICON = "vardering"
PAGE_ID, SHOW_ID = "Pane.Url", "VisaFonstret"
_APP = "http://schemas.microsoft.com/office/appforoffice/1.1"
_TYPES = "http://schemas.microsoft.com/office/officeappbasictypes/1.0"
_OVERRIDES = "http://schemas.microsoft.com/office/taskpaneappversionoverrides"
_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"


def office_manifest(buttons: Sequence[Button]) -> str:
    """The manifest with a placeholder for the server's address."""
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
            f'<OfficeApp xmlns="{_APP}" xmlns:xsi="{_INSTANCE}" xmlns:bt="{_TYPES}" xsi:type="TaskPaneApp">',
            *_head(),
            f'<VersionOverrides xmlns="{_OVERRIDES}" xsi:type="VersionOverridesV1_0">',
            *_host(buttons),
            *_resources(buttons),
            "</VersionOverrides>",
            "</OfficeApp>",
            "",
        ]
    )


def four_parts(version: str) -> str:
    """A version as Excel compares them.

    >>> four_parts("1.1.0"), four_parts("2.0")
    ('1.1.0.0', '2.0.0.0')
    """
    return ".".join([*version.split("."), "0", "0", "0"][:4])


def _head() -> list[str]:
    return [
        f"<Id>{ADD_IN_ID}</Id>",
        f"<Version>{four_parts(__version__)}</Version>",
        f"<ProviderName>{escape(words.PROVIDER)}</ProviderName>",
        "<DefaultLocale>sv-SE</DefaultLocale>",
        _valued("DisplayName", words.TITLE),
        _valued("Description", words.DESCRIPTION),
        _valued("IconUrl", _address(icon_file(PRODUCT_ICON, 32))),
        _valued("HighResolutionIconUrl", _address(icon_file(PRODUCT_ICON, 80))),
        _valued("SupportUrl", _address("handbok/handbok.html")),
        '<Hosts>\n<Host Name="Workbook"/>\n</Hosts>',
        '<Requirements>\n<Sets DefaultMinVersion="1.1">',
        '<Set Name="SharedRuntime" MinVersion="1.1"/>\n<Set Name="ExcelApi" MinVersion="1.13"/>',
        "</Sets>\n</Requirements>",
        f"<DefaultSettings>\n{_valued('SourceLocation', _address(PAGE))}\n</DefaultSettings>",
        "<Permissions>ReadWriteDocument</Permissions>",
    ]


def _host(buttons: Sequence[Button]) -> list[str]:
    groups = [_group(group, members) for group, members in shown_groups(buttons)]
    return [
        '<Hosts>\n<Host xsi:type="Workbook">',
        f'<Runtimes>\n<Runtime resid="{PAGE_ID}" lifetime="long"/>\n</Runtimes>',
        f'<DesktopFormFactor>\n<FunctionFile resid="{PAGE_ID}"/>',
        '<ExtensionPoint xsi:type="PrimaryCommandSurface">\n<CustomTab id="Vm.Tab">',
        *groups,
        '<Label resid="Tab.Label"/>',
        "</CustomTab>\n</ExtensionPoint>\n</DesktopFormFactor>\n</Host>\n</Hosts>",
    ]


def _group(group: Group, members: Sequence[Button]) -> str:
    show = [_control(SHOW_ID, PRODUCT_ICON, _SHOW_ACTION)] if group is Group.HELP else []
    controls = [_control(button.name, button.icon, _action(button)) for button in members]
    return "\n".join(
        [
            f'<Group id="Vm.Group.{group.name.title()}">',
            f'<Label resid="{group.name.title()}.Group"/>',
            _icon(members[0].icon),
            *controls,
            *show,
            "</Group>",
        ]
    )


_PANE = f'<TaskpaneId>Vm.Pane</TaskpaneId>\n<SourceLocation resid="{PAGE_ID}"/>'
_SHOW_ACTION = f'<Action xsi:type="ShowTaskpane">\n{_PANE}\n</Action>'


def _action(button: Button) -> str:
    return f'<Action xsi:type="ExecuteFunction">\n<FunctionName>{button.name}</FunctionName>\n</Action>'


def _control(name: str, icon: str, action: str) -> str:
    tip = f'<Title resid="{name}.Label"/>\n<Description resid="{name}.Tip"/>'
    return "\n".join(
        [
            f'<Control xsi:type="Button" id="Vm.Button.{name}">',
            f'<Label resid="{name}.Label"/>',
            f"<Supertip>\n{tip}\n</Supertip>",
            _icon(icon),
            action,
            "</Control>",
        ]
    )


def _icon(icon: str) -> str:
    images = "\n".join(f'<bt:Image size="{pixels}" resid="{icon}.{pixels}"/>' for pixels in ICON_PIXELS)
    return f"<Icon>\n{images}\n</Icon>"


def _resources(buttons: Sequence[Button]) -> list[str]:
    icons = sorted({PRODUCT_ICON, *(button.icon for button in buttons)})
    images = {f"{icon}.{pixels}": _address(icon_file(icon, pixels)) for icon in icons for pixels in ICON_PIXELS}
    groups = {f"{group.name.title()}.Group": group.value for group, _ in shown_groups(buttons)}
    labels = {f"{button.name}.Label": button.label for button in buttons}
    tips = {f"{button.name}.Tip": button.tip for button in buttons}
    return [
        "<Resources>",
        *_listed("Images", "Image", images),
        *_listed("Urls", "Url", {PAGE_ID: _address(PAGE)}),
        *_listed(
            "ShortStrings", "String", {"Tab.Label": TAB_LABEL, **groups, **labels, f"{SHOW_ID}.Label": words.SHOW_PANE}
        ),
        *_listed("LongStrings", "String", {**tips, f"{SHOW_ID}.Tip": words.SHOW_PANE_TIP}),
        "</Resources>",
    ]


def _listed(block: str, element: str, values: dict[str, str]) -> list[str]:
    lines = [f'<bt:{element} id="{name}" DefaultValue={quoteattr(value)}/>' for name, value in values.items()]
    return [f"<bt:{block}>", *lines, f"</bt:{block}>"]


def icon_file(icon: str, pixels: int) -> str:
    """The picture of a drawing in the web folder."""
    return f"icons/{icon}-{pixels}.png"


def _address(file: str) -> str:
    return f"{PLACEHOLDER}/{file}"


def _valued(element: str, value: str) -> str:
    return f"<{element} DefaultValue={quoteattr(value)}/>"
