"""Entra ID's keys, fetched when they are needed and never as often as somebody who sends odd tokens may want."""

import threading
import time
from collections.abc import Callable, Mapping, Sequence

import jwt

SECONDS_FRESH = 3600.0
SECONDS_USED = 24 * 3600.0
"""Entra ID rolls its keys over with days to spare; keys that nobody could renew for a day are used no longer."""
SECONDS_BETWEEN = 30.0


class KeysOutOfReach(Exception):  # noqa: N818 – Entra ID's silence, not the token's fault
    """Entra ID does not give its keys."""


class EntraKeys:
    """The keys that an organisation's tokens are signed with.

    ``fetch`` gives them; it is asked for a key that is not known, and once an hour, but never twice in half a minute.
    """

    def __init__(self, fetch: Callable[[], Sequence[jwt.PyJWK]], clock: Callable[[], float] = time.monotonic) -> None:
        self._fetch = fetch
        self._clock = clock
        self._keys: Mapping[str, jwt.PyJWK] = {}
        self._fetched = float("-inf")
        self._tried = float("-inf")
        self._lock = threading.Lock()

    def key_of(self, token: str) -> jwt.PyJWK:
        """The key that a token says it is signed with. Raises ``KeysOutOfReach``, ``PyJWTError`` for no such key."""
        name = str(jwt.get_unverified_header(token).get("kid"))
        # One asks; those who can do without the answer do not wait for it.
        if self._is_due(name) and self._lock.acquire(blocking=not self._keys):
            try:
                if self._is_due(name):
                    self._renew()
            finally:
                self._lock.release()
        if self._clock() - self._fetched > SECONDS_USED:
            raise KeysOutOfReach
        if name not in self._keys:
            raise jwt.InvalidTokenError("no such key")
        return self._keys[name]

    def _is_due(self, name: str) -> bool:
        now = self._clock()
        is_wanted = name not in self._keys or now - self._fetched > SECONDS_FRESH
        return is_wanted and now - self._tried > SECONDS_BETWEEN

    def _renew(self) -> None:
        try:
            keys = {str(key.key_id): key for key in self._fetch()}
        except (jwt.PyJWTError, OSError, ValueError):
            # The network, or what came over it: the keys that are there are used for a while.
            return
        finally:
            self._tried = self._clock()
        self._keys, self._fetched = keys, self._clock()


def entra_keys(address: str) -> EntraKeys:
    """The keys at an address."""
    client = jwt.PyJWKClient(address, timeout=10)
    return EntraKeys(lambda: client.get_signing_keys(refresh=True))
