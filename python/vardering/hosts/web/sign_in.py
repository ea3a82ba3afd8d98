"""Who is signed in: the token that Excel gets from Entra ID, judged by Entra ID's own keys."""

from functools import partial
from typing import Any, Protocol

import anyio.to_thread
import jwt

from vardering.base.faults import CallError
from vardering.base.light_dataclasses import dataclass
from vardering.hosts.settings import account_name
from vardering.hosts.web.sign_in_keys import EntraKeys, KeysOutOfReach, entra_keys

AUTHORITY = "https://login.microsoftonline.com"
OLDER_ISSUER = "https://sts.windows.net"
SCOPE = "access_as_user"
"""What Excel asks for on behalf of the person who is signed in to it."""
LONGEST_TOKEN = 16_000
LONGEST_NAME = 200
_BEARER = "Bearer "


class SignIn(Protocol):
    """Tells who sends a request."""

    is_required: bool

    async def user_of(self, authorization: str) -> str:
        """The person's name. Raises ``CallError`` "sign-in-needed", "sign-in-refused", "sign-in-out-of-reach"."""
        ...


class NoSignIn:
    """Whoever reaches the server is the person who started it: only for a server that nobody else can reach."""

    is_required = False

    async def user_of(self, authorization: str) -> str:  # noqa: ARG002
        """The account's name."""
        return account_name()


@dataclass(frozen=True, slots=True)
class Registration:
    """The add-in in Entra ID: the organisation's id, the add-in's id, its host name, and a role that is required."""

    tenant: str
    client: str
    host: str
    role: str = ""

    @property
    def resource(self) -> str:
        """What the manifest calls the add-in when Excel asks for a token."""
        return f"api://{self.host}/{self.client}"


class EntraSignIn:
    """Tokens of one organisation for this add-in: signature, audience, issuer, time, scope and role are checked.

    Authority: Microsoft, "Claims validation" and "Overview of tokens", Microsoft identity platform.
    """

    is_required = True

    def __init__(self, registration: Registration, keys: EntraKeys | None = None) -> None:
        self._registration = registration
        self._keys = keys or entra_keys(f"{AUTHORITY}/{registration.tenant}/discovery/v2.0/keys")

    async def user_of(self, authorization: str) -> str:
        """The person's name in the token."""
        if not authorization.startswith(_BEARER) or len(authorization) > LONGEST_TOKEN:
            raise CallError("sign-in-needed")
        claims = await anyio.to_thread.run_sync(partial(self._claims, authorization.removeprefix(_BEARER)))
        if SCOPE not in str(claims.get("scp", "")).split():
            raise CallError("sign-in-refused")
        if self._registration.role and self._registration.role not in claims.get("roles", []):
            raise CallError("sign-in-refused")
        name = str(claims.get("name") or claims.get("preferred_username") or claims["oid"])
        return "".join(sign for sign in name if sign.isprintable())[:LONGEST_NAME]

    def _claims(self, token: str) -> dict[str, Any]:
        """What a token says when it holds."""
        mine = self._registration
        try:
            claims = jwt.decode(
                token,
                self._keys.key_of(token),
                algorithms=["RS256"],
                audience=[mine.client, mine.resource],
                issuer=[f"{AUTHORITY}/{mine.tenant}/v2.0", f"{OLDER_ISSUER}/{mine.tenant}/"],
                leeway=60,
                options={"require": ["exp", "iat", "nbf", "aud", "iss", "tid", "oid"]},
            )
        except KeysOutOfReach as silence:
            raise CallError("sign-in-out-of-reach") from silence
        except (jwt.PyJWTError, ValueError, RecursionError) as doubt:
            raise CallError("sign-in-needed") from doubt
        if claims["tid"] != mine.tenant:
            raise CallError("sign-in-needed")
        return claims
