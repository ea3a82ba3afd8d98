"""A server that others can reach does not start without sign-in, and gives Excel an address that it can use."""

import pytest

from vardering.base.faults import CallError
from vardering.hosts.web.main import main, parser, settings_of
from vardering.hosts.web.server_settings import ServerSettings

TENANT, CLIENT = "11111111-aaaa-4aaa-8aaa-111111111111", "22222222-bbbb-4bbb-8bbb-222222222222"
ENTRA = ("--tenant", TENANT, "--client", CLIENT)


def settings(*arguments: str) -> ServerSettings:
    return settings_of(parser().parse_args(arguments))


def refusal(*arguments: str) -> str:
    with pytest.raises(CallError) as caught:
        settings(*arguments)
    return caught.value.fault.code


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost"])
def test_a_trial_on_ones_own_machine_needs_no_sign_in(host: str) -> None:
    address = "http://localhost:8443"
    assert not settings("--host", host, "--address", address, "--without-sign-in").signs_in


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--without-sign-in",),
        ("--without-sign-in", "--host", "0.0.0.0"),
        ("--without-sign-in", "--host", "10.1.2.3"),
        ("--without-sign-in", "--host", "vardering.kommun.se"),
        ("--tenant", "t"),
        ("--client", "c", "--host", "::"),
    ],
)
def test_nobody_else_may_reach_a_server_without_sign_in(arguments: tuple[str, ...]) -> None:
    assert refusal("--address", "https://vardering.kommun.se", *arguments) == "server-without-sign-in"


@pytest.mark.parametrize(
    "address",
    [
        "vardering.kommun.se",
        "http://vardering.kommun.se",
        "https://",
        "https://vardering.kommun.se/",
        "https://vardering.kommun.se/pane",
        "https://anna@vardering.kommun.se",
        "ftp://vardering.kommun.se",
    ],
)
def test_an_address_that_excel_does_not_take_is_refused(address: str) -> None:
    assert refusal(*ENTRA, "--address", address) == "server-address"


@pytest.mark.parametrize("entered", ["kommun.se", "t", TENANT.replace("-", ""), f"{{{TENANT}}}"])
def test_an_id_that_no_token_would_bear_is_refused(entered: str) -> None:
    address = ("--address", "https://vardering.kommun.se")
    assert refusal("--tenant", entered, "--client", CLIENT, *address) == "server-entra-id"
    assert refusal("--tenant", TENANT, "--client", entered, *address) == "server-entra-id"


def test_a_server_with_sign_in_listens_where_it_is_told() -> None:
    given = settings(*ENTRA, "--host", "0.0.0.0", "--address", "https://vardering.kommun.se", "--role", "Kalkyl")
    assert given.signs_in
    assert (given.public_host, given.role) == ("vardering.kommun.se", "Kalkyl")
    assert settings(*ENTRA, "--clicks", "0").at_once == 1


def test_the_command_says_why_it_does_not_start(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--host", "0.0.0.0"]) == 2
    assert "startar inte utan inloggning på adressen 0.0.0.0" in capsys.readouterr().err
