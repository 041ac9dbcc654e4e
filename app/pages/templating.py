"""The one Jinja environment of all pages."""

from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.templating import Jinja2Templates

from app import __version__
from app.requests.texts import texts_of
from app.settings import Settings


def templates(folder: Path, settings: Settings, **functions: Callable[[str], str]) -> Jinja2Templates:
    """The templates of a folder, which may call `functions`: `asset(name)` for a static file, `mathml(tex)`.

    `tr(id, English, **holes)` is a text in the language of the settings; what they are given is put into it too.
    """
    texts = texts_of(settings)
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=texts.said,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(functions, version=__version__, tr=texts.markup, language=texts.language)
    return Jinja2Templates(env=environment)
