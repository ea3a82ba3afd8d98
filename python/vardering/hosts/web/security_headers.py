"""What a browser may do with the server's pages: run our own scripts and Microsoft's, be framed by Excel, no more."""

from collections.abc import Mapping, Sequence

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

OFFICE_SCRIPTS = "https://appsforoffice.microsoft.com"
EXCEL_FRAMES = (
    "https://*.officeapps.live.com",
    "https://*.office.com",
    "https://*.sharepoint.com",
    "https://*.cloud.microsoft",
    "https://*.microsoft365.com",
)
"""Where Excel on the web shows an add-in."""

HEADERS: Mapping[str, str] = {
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
"""Of OWASP's secure headers those that an add-in bears: Excel on the web loads it from another origin, in a frame."""


def content_policy(own_styles: Sequence[str]) -> str:
    """The content security policy; ``own_styles`` are hashes of the styles that stand within our own pages."""
    return "; ".join(
        [
            "default-src 'self'",
            f"script-src 'self' {OFFICE_SCRIPTS}",
            f"connect-src 'self' {OFFICE_SCRIPTS}",
            " ".join(["style-src 'self'", *own_styles]),
            "img-src 'self' data:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            f"frame-ancestors 'self' {' '.join(EXCEL_FRAMES)}",
        ]
    )


class SecurityHeaders:
    """Puts the headers on every response."""

    def __init__(self, app: ASGIApp, own_styles: Sequence[str] = ()) -> None:
        self._app = app
        self._headers = {**HEADERS, "Content-Security-Policy": content_policy(own_styles)}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and its response back with the headers."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers[name] = value
                # Asked again each time, or a pane of an earlier version would run against a later server.
                headers.setdefault("Cache-Control", "no-cache")
            await send(message)

        await self._app(scope, receive, send_with_headers)
