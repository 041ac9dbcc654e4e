"""Security headers on every answer, as plain ASGI: nothing is buffered."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

_RULES = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",  # MathML and SVG carry style attributes
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "font-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
)


def _headers(ancestors: str, resource: str) -> list[tuple[bytes, bytes]]:
    return [
        (b"content-security-policy", "; ".join((*_RULES, f"frame-ancestors {ancestors}")).encode()),
        (b"x-content-type-options", b"nosniff"),
        (b"referrer-policy", b"no-referrer"),
        (b"permissions-policy", b"camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        (b"cross-origin-opener-policy", b"same-origin"),
        (b"cross-origin-resource-policy", resource.encode()),
    ]


USUAL = _headers("'none'", "same-origin")
PUBLIC = _headers("'none'", "cross-origin")
FRAMED = _headers("*", "cross-origin")


def headers_of(path: str) -> list[tuple[bytes, bytes]]:
    """Only /embed may stand in a frame; one in a sandbox has no origin and still loads scripts and sheets."""
    if path == "/embed" or path.startswith("/embed/"):
        return FRAMED
    return PUBLIC if path.startswith(("/static/", "/s/")) else USUAL


class SecurityHeaders:
    """Adds the headers of its path to every HTTP answer of `app`."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        headers = headers_of(scope["path"])

        async def secured(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *headers]
            await send(message)

        await self.app(scope, receive, secured)
