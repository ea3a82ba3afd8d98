"""Tokens as Entra ID makes them, signed with a key of our own."""

import time
from typing import Any, cast

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

from vardering.hosts.web.sign_in import EntraSignIn, Registration
from vardering.hosts.web.sign_in_keys import EntraKeys, KeysOutOfReach

TENANT, CLIENT, HOST = "11111111-aaaa", "22222222-bbbb", "vardering.kommun.se"
OURS = rsa.generate_private_key(public_exponent=65537, key_size=2048)
FOREIGN = rsa.generate_private_key(public_exponent=65537, key_size=2048)


class Keys:
    """Entra ID's keys: the one that belongs to ``OURS``, whatever the token says of itself."""

    def key_of(self, token: str) -> Any:
        jwt.get_unverified_header(token)
        return jwt.PyJWK(RSAAlgorithm.to_jwk(OURS.public_key(), as_dict=True), "RS256")


class SilentKeys:
    def key_of(self, token: str) -> Any:
        raise KeysOutOfReach


def our_key(name: str = "a") -> jwt.PyJWK:
    return jwt.PyJWK({**RSAAlgorithm.to_jwk(OURS.public_key(), as_dict=True), "kid": name}, "RS256")


def sign_in(role: str = "", keys: object = None) -> EntraSignIn:
    return EntraSignIn(Registration(TENANT, CLIENT, HOST, role), cast("EntraKeys", keys or Keys()))


def claims(**other: Any) -> dict[str, Any]:
    now = int(time.time())
    return {
        "aud": CLIENT,
        "iss": f"https://login.microsoftonline.com/{TENANT}/v2.0",
        "iat": now,
        "nbf": now,
        "exp": now + 86_400,
        "tid": TENANT,
        "oid": "33333333-cccc",
        "name": "Anna Ek",
        "scp": "access_as_user",
        **other,
    }


def named(key_name: str) -> str:
    """A token that is whole, and says which key it is signed with."""
    return jwt.encode(claims(), OURS, "RS256", {"kid": key_name})


def bearer(key: Any = OURS, algorithm: str = "RS256", without: str = "", **other: Any) -> str:
    said = {name: value for name, value in claims(**other).items() if name != without}
    return f"Bearer {jwt.encode(said, key, algorithm)}"
