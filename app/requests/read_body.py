"""Reads a request's body, counted and timed while it arrives."""

import asyncio

from fastapi import Request

from app.requests.refusal import Refusal


async def read_body(request: Request) -> bytes:
    """The whole body. Raises Refusal: 415, 413 (as soon as the bytes are too many, chunked or not), 408."""
    settings = request.app.state.settings
    _check_media_type(request.headers.get("content-type"))
    if _declared(request.headers.get("content-length")) > settings.max_body_bytes:
        raise _too_large(settings.max_body_bytes)
    try:
        async with asyncio.timeout(settings.max_body_seconds):
            return await _counted(request, settings.max_body_bytes)
    except TimeoutError:
        seconds = settings.max_body_seconds
        detail = f"The body did not arrive within {seconds:g} seconds; send it faster, or send less."
        raise Refusal(408, "too-slow", detail, headers={"Connection": "close"}) from None


async def _counted(request: Request, limit: int) -> bytes:
    chunks: list[bytes] = []
    size, more = 0, True
    while more:
        message = await request.receive()
        if message["type"] == "http.disconnect":
            raise Refusal(400, "http-error", "The connection was closed before the body was complete; send all of it.")
        chunks.append(message.get("body", b""))
        size += len(chunks[-1])
        more = message.get("more_body", False)
        if size > limit:
            raise _too_large(limit)
    return chunks[0] if len(chunks) == 1 else b"".join(chunks)


def _too_large(limit: int) -> Refusal:
    # The rest of the body is still under way and nobody will read it: the connection cannot be used again.
    detail = f"The body is larger than {limit:,} bytes; send fewer points or fewer digits."
    return Refusal(413, "too-large", detail, headers={"Connection": "close"})


def _declared(length: str | None) -> int:
    return int(length) if length and length.isdecimal() and len(length) < 20 else 0


def _check_media_type(header: str | None) -> None:
    media_type, _, parameters = (header or "application/json").partition(";")
    charset = parameters.strip().lower().replace('"', "").replace(" ", "")
    if media_type.strip().lower() != "application/json":
        detail = "Send the body as application/json."
        raise Refusal(415, "media-type", detail, headers={"Accept": "application/json"})
    if charset.startswith("charset=") and charset not in ("charset=utf-8", "charset=utf8"):
        raise Refusal(415, "media-type", "Send the body in UTF-8; JSON has no other encoding.")
