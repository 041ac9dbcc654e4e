"""The plane through a run as a GIF file."""

from app.exports.source import ExportSource
from app.pictures import film


def run_gif(source: ExportSource) -> bytes:
    return film(source.here, source.whole_run, source.theme, source.scene, source.frames)
