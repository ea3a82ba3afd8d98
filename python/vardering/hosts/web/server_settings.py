"""How the server is to run, as it was asked to: checked before it starts."""

from ipaddress import ip_address
from urllib.parse import urlsplit
from uuid import UUID

from vardering.base.faults import CallError
from vardering.base.light_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """Where the server listens, the address that people reach it by, and who may use it.

    ``address`` has no slash at its end. Without ``tenant`` and ``client`` nobody signs in, which only a server that
    listens to its own machine may be. ``at_once`` is the number of clicks that run at a time.
    """

    host: str
    port: int
    address: str
    tenant: str = ""
    client: str = ""
    role: str = ""
    at_once: int = 2

    @property
    def signs_in(self) -> bool:
        """Whether people sign in."""
        return bool(self.tenant and self.client)

    @property
    def public_host(self) -> str:
        """The host name, with its port where the address has one, that people reach the server by."""
        return urlsplit(self.address).netloc


def checked(settings: ServerSettings, *, without_sign_in: bool) -> ServerSettings:
    """The same settings, where the server may start with them.

    Raises ``CallError`` "server-without-sign-in" where others could reach it without signing in, through a proxy
    too, or where that was not asked for, "server-entra-id" for an id that no token would bear,
    "server-address" for an address that no Excel takes.
    """
    parts = urlsplit(settings.address)
    # An address that others use says that something passes them on to this machine.
    others = [host for host in (settings.host, parts.hostname) if host and not _is_own_machine(host)]
    if not settings.signs_in and (others or not without_sign_in):
        raise CallError("server-without-sign-in", host=[*others, settings.host][0])
    for name, number in (("--tenant", settings.tenant), ("--client", settings.client)):
        if settings.signs_in and not _is_entra_id(number):
            raise CallError("server-entra-id", option=name, value=number)
    plain = not (parts.path or parts.query or parts.fragment or parts.username)
    safe = parts.scheme == "https" or (parts.scheme == "http" and _is_own_machine(parts.hostname or ""))
    if not (plain and safe and parts.hostname):
        raise CallError("server-address", address=settings.address)
    return settings


def _is_entra_id(text: str) -> bool:
    """Whether a text is an id as Entra ID writes them, 8-4-4-4-12 hexadecimal digits."""
    try:
        return str(UUID(text)) == text.lower()
    except ValueError:
        return False


def _is_own_machine(host: str) -> bool:
    """Whether only programs on this machine reach what listens there."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
