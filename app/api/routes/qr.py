"""GET /links/{id}/qr.svg: the short address as a QR code, to be read off a projector."""

import io
from typing import Any

import segno
from fastapi import APIRouter, Request, Response

from app.api.describe import refusals
from app.api.routes.links import Id
from app.requests import address
from app.requests.jobs import run
from app.requests.links import found, path_of

router = APIRouter(tags=["links"])

SVG = "image/svg+xml"
SMALL = 3
"""The version up to which more correction is worth more squares: 29×29, which a camera reads from the last row."""

PLAIN: dict[str, Any] = {"omitsize": True, "xmldecl": False, "svgclass": None, "lineclass": None}

DRAWN: dict[int | str, dict[str, Any]] = {
    200: {"content": {SVG: {"schema": {"type": "string"}}}, "description": "The code, dark on white with its margin"}
}


@router.get("/links/{id}/qr.svg", operation_id="link_qr", response_class=Response,
            responses=DRAWN | refusals(400, 404, 410, 503))  # fmt: skip
async def get_qr(request: Request, id: Id) -> Response:
    """The address of a short link as a QR code: an SVG of any size, with what it says as a text beside it."""
    link = await found(request, id)
    drawn = await run(request, draw, address.base(request) + path_of(link.id))
    return Response(drawn, headers={"Cache-Control": "public, max-age=31536000, immutable"}, media_type=SVG)


def draw(text: str) -> bytes:
    """The QR code of a text, as SVG."""
    out = io.BytesIO()
    encode(text).save(out, "svg", dark="#000", light="#fff", border=4, title="QR code", desc=text, **PLAIN)
    return out.getvalue()


def encode(text: str) -> segno.QRCode:
    """With the most correction that a small code has room for; a long text has the smallest code there is."""
    for level in "HQM":
        code = segno.make_qr(text, error=level, boost_error=False)
        if int(code.version) <= SMALL:
            return code
    return segno.make_qr(text, error="L")
