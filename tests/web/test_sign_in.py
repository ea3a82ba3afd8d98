"""Who is let in: tokens of this organisation for this add-in, whole and in time, and nobody else's."""

import asyncio
import base64
import time

import pytest

from vardering.base.faults import CallError
from vardering.hosts.settings import account_name
from vardering.hosts.web.sign_in import NoSignIn
from web.tokens import CLIENT, FOREIGN, HOST, TENANT, SilentKeys, bearer, sign_in


def deep(levels: int) -> str:
    """What a token begins with whose head is nested deeper than anything reads."""
    return base64.urlsafe_b64encode(b"[" * levels).decode().rstrip("=")


def user_of(authorization: str, role: str = "") -> str:
    return asyncio.run(sign_in(role).user_of(authorization))


@pytest.mark.parametrize(
    ("token", "user"),
    [
        (bearer(), "Anna Ek"),
        (bearer(aud=f"api://{HOST}/{CLIENT}"), "Anna Ek"),
        (bearer(iss=f"https://sts.windows.net/{TENANT}/"), "Anna Ek"),
        (bearer(scp="openid access_as_user"), "Anna Ek"),
        (bearer(without="name", preferred_username="anna.ek@kommun.se"), "anna.ek@kommun.se"),
        (bearer(without="name"), "33333333-cccc"),
        (bearer(name="Anna\nbutton=Om\x00 Ek"), "Annabutton=Om Ek"),
        (bearer(name="A" * 500), "A" * 200),
    ],
)
def test_a_token_for_this_add_in_says_who_it_is(token: str, user: str) -> None:
    assert user_of(token) == user


@pytest.mark.parametrize(
    "token",
    [
        "",
        "Basic YW5uYTpla",
        "Bearer ",
        "Bearer abc",
        bearer(key=FOREIGN),
        bearer(key="hemlighet" * 8, algorithm="HS256"),
        bearer(key=None, algorithm="none"),
        bearer(aud="another-add-in"),
        bearer(tid="99999999-dddd"),
        f"Bearer {deep(5_000)}.e30.e30",
        f"Bearer {'a' * 20_000}",
        bearer(iss="https://login.microsoftonline.com/another/v2.0"),
        bearer(exp=int(time.time()) - 120),
        bearer(nbf=int(time.time()) + 86_400),
        *(bearer(without=name) for name in ("aud", "iss", "exp", "nbf", "iat", "tid", "oid")),
    ],
)
def test_any_other_token_is_no_sign_in(token: str) -> None:
    with pytest.raises(CallError) as refusal:
        user_of(token)
    assert refusal.value.fault.code == "sign-in-needed"


@pytest.mark.parametrize(
    ("token", "role"),
    [
        (bearer(without="scp"), ""),
        (bearer(scp="openid"), ""),
        (bearer(), "Kalkyl"),
        (bearer(roles=["Annat"]), "Kalkyl"),
    ],
)
def test_a_person_without_the_right_is_turned_down(token: str, role: str) -> None:
    with pytest.raises(CallError) as refusal:
        user_of(token, role)
    assert refusal.value.fault.code == "sign-in-refused"


def test_a_person_with_the_role_is_let_in() -> None:
    assert user_of(bearer(roles=["Annat", "Kalkyl"]), "Kalkyl") == "Anna Ek"


def test_silence_from_entra_is_said() -> None:
    with pytest.raises(CallError) as refusal:
        asyncio.run(sign_in(keys=SilentKeys()).user_of(bearer()))
    assert refusal.value.fault.code == "sign-in-out-of-reach"


def test_without_sign_in_it_is_the_one_who_started_the_server() -> None:
    assert asyncio.run(NoSignIn().user_of("")) == account_name()
