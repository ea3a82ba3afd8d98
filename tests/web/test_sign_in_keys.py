"""Entra ID's keys: fetched when they are needed, kept through a short silence, never fetched for each odd token."""

import json
import threading
import urllib.request
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import jwt
import pytest

from vardering.hosts.web.sign_in_keys import SECONDS_BETWEEN, SECONDS_FRESH, SECONDS_USED, EntraKeys, entra_keys
from vardering.hosts.web.sign_in_keys import KeysOutOfReach as Silent
from web.tokens import OURS, named, our_key


class Entra:
    """Entra ID and the time: which keys it has, whether it answers, how often it was asked."""

    def __init__(self, *keys: str) -> None:
        self.named = list(keys)
        self.stop: Exception | None = None
        self.asked = 0
        self.now = 0.0
        self.keys = EntraKeys(self.fetch, lambda: self.now)

    def fetch(self) -> list[jwt.PyJWK]:
        self.asked += 1
        if self.stop is not None:
            raise self.stop
        return [our_key(name) for name in self.named]


def test_keys_are_fetched_once_an_hour() -> None:
    entra = Entra("a")
    for now in (0, 1, SECONDS_FRESH - 1):
        entra.now = now
        assert entra.keys.key_of(named("a")).key_id == "a"
    assert entra.asked == 1
    entra.now = SECONDS_FRESH + 1
    entra.keys.key_of(named("a"))
    assert entra.asked == 2


def test_a_new_key_is_found_and_odd_tokens_fetch_nothing() -> None:
    entra = Entra("a")
    entra.keys.key_of(named("a"))
    for number in range(50):
        with pytest.raises(jwt.PyJWTError):
            entra.keys.key_of(named(f"odd{number}"))
    assert entra.asked == 1
    entra.named.append("b")
    entra.now = SECONDS_BETWEEN + 1
    assert entra.keys.key_of(named("b")).key_id == "b"


@pytest.mark.parametrize("stop", [jwt.PyJWKSetError("none"), ConnectionResetError(), json.JSONDecodeError("", "", 0)])
def test_through_a_silence_keys_are_used_for_a_day_and_no_longer(stop: Exception) -> None:
    entra = Entra("a")
    entra.keys.key_of(named("a"))
    entra.stop = stop
    entra.now = SECONDS_USED - 1
    assert entra.keys.key_of(named("a")).key_id == "a"
    entra.now = SECONDS_USED + 1
    with pytest.raises(Silent):
        entra.keys.key_of(named("a"))


def test_entra_that_never_answered_is_asked_seldom() -> None:
    entra = Entra()
    entra.stop = TimeoutError()
    for _ in range(5):
        with pytest.raises(Silent):
            entra.keys.key_of(named("a"))
    assert entra.asked == 1


def test_who_knows_a_key_does_not_wait_for_one_who_asks() -> None:
    entra = Entra("a")
    entra.keys.key_of(named("a"))
    entra.now = SECONDS_FRESH + 1
    with entra.keys._lock:
        assert entra.keys.key_of(named("a")).key_id == "a"
    assert entra.asked == 1


def test_who_waited_for_the_first_keys_asks_for_none(monkeypatch: pytest.MonkeyPatch) -> None:
    entra = Entra("a")
    looked = iter([True, False])
    monkeypatch.setattr(entra.keys, "_is_due", lambda _: next(looked))
    with pytest.raises(Silent):
        entra.keys.key_of(named("a"))
    assert entra.asked == 0


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, list[bytes]]]:
    """A server that says what it is told, and its address."""
    parts = [b""]

    class Said(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(parts[0])

        def log_message(self, *_: object) -> None: ...

    monkeypatch.setattr(urllib.request, "getproxies", dict)
    with HTTPServer(("127.0.0.1", 0), Said) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", parts
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    "content", [b"", b"<html>", b"[]", b"{}", b'{"keys": []}', b'{"keys": [{"kty": "RSA"}]}', b"\xff"]
)
def test_whatever_else_than_keys_comes_is_silence(said: tuple[str, list[bytes]], content: bytes) -> None:
    address, parts = said
    parts[0] = content
    with pytest.raises(Silent):
        entra_keys(address).key_of(named("a"))


def test_keys_come_over_the_network(said: tuple[str, list[bytes]]) -> None:
    address, parts = said
    key = jwt.algorithms.RSAAlgorithm.to_jwk(OURS.public_key(), as_dict=True)
    parts[0] = json.dumps({"keys": [{**key, "kid": "a", "use": "sig"}]}).encode()
    assert entra_keys(address).key_of(named("a")).key_id == "a"
