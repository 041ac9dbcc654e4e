"""The plane of an iteration as an SVG file."""

from app.exports.view import View
from app.pictures import alone, svg


def plane_svg(view: View) -> bytes:
    return svg(alone(view.here, view.iteration, view.width, view.theme, view.scene)).encode()
