"""The plane of an iteration as a PNG file."""

from app.exports.source import ExportSource
from app.pictures import alone, png


def plane_png(source: ExportSource) -> bytes:
    return png(alone(source.here, source.iteration, source.width, source.theme, source.scene))
