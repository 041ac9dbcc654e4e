"""The one Jinja environment of all pages."""

from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.templating import Jinja2Templates

from app import __version__


def templates(folder: Path, **functions: Callable[[str], str]) -> Jinja2Templates:
    """The templates of a folder, which may call `functions`: `asset(name)` for a static file, `mathml(tex)`."""
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(functions, version=__version__)
    return Jinja2Templates(env=environment)
