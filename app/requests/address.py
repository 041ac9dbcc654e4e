"""The address under which people reach this server."""

import re

from fastapi import Request

from app.requests.refusal import Refusal

_HOST = re.compile(r"(?:[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,252}[A-Za-z0-9_.])?|\[[0-9A-Fa-f:.]{2,45}\])(?::[0-9]{1,5})?")


def base(request: Request) -> str:
    """Scheme and host: the public address if it is set, else the one asked for. Raises Refusal: 400."""
    if public := request.app.state.settings.public_address:
        return str(public).rstrip("/")
    host = request.headers.get("host", "")
    if not _HOST.fullmatch(host):
        raise Refusal(400, "http-error", "The header Host names no host; send the name or number of this server.")
    return f"{request.scope['scheme']}://{host}"
