"""The plane of an iteration as a PNG file."""

from app.exports.view import View
from app.pictures import alone, png


def plane_png(view: View) -> bytes:
    return png(alone(view.here, view.iteration, view.width, view.theme, view.scene))
