"""The plane of an iteration as an SVG file."""

from app.exports.source import ExportSource
from app.pictures import alone, svg


def plane_svg(source: ExportSource) -> bytes:
    return svg(alone(source.here, source.iteration, source.width, source.theme, source.scene)).encode()
