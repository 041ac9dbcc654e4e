"""Static files under an address that changes with their content, compressed once and kept."""

import hashlib
import mimetypes
import posixpath
import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from importlib.resources import files
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from app.pages.encodings import Compressed
from app.pages.slim import slim

PLOTLY = "plotly.min.js"
FACES, FACES_AT_ONCE = "fonts/fonts.css", "fonts/at_once.css"
"""The faces of a page that waits for them, and of one that takes them only where they are there at once: a long text
would break its lines elsewhere when they come late."""
FOREVER = "public, max-age=31536000, immutable"
_IMPORT = re.compile(r'^(?:import|export) [^"();]*from "(\.[^"]+)"', re.MULTILINE)  # not import(): that is for later
TYPES = {".js": "text/javascript", ".woff2": "font/woff2"}  # a machine's own list may know another, or none
_MADE_BY = files("app.pages").joinpath("slim.py").read_bytes()  # another way to make it is another address
COMPRESSIBLE = ("text/", "application/json", "image/svg+xml", "application/manifest+json")


class Asset:
    """One file: what stands in it, the bytes that are sent of it, their type, and the same bytes compressed.

    Of scripts and styles everything is sent that a browser needs: comments, types and indents stay behind. That is done
    when one is first asked for: all of them together would hold up the start.
    """

    def __init__(self, name: str, source: bytes) -> None:
        self.name, self.source = name, source
        self.digest = hashlib.sha256(source + _MADE_BY if _is_own(name) else source).hexdigest()[:16]
        guessed = mimetypes.guess_type(name)[0] or "application/octet-stream"
        self.media_type = TYPES.get(PurePosixPath(name).suffix, guessed)

    @cached_property
    def plain(self) -> bytes:
        return slim(self.name, self.source.decode()).encode() if _is_own(self.name) else self.source

    @cached_property
    def _compressed(self) -> Compressed | None:
        return Compressed(self.plain) if self.media_type.startswith(COMPRESSIBLE) else None

    def response(self, headers: Headers) -> Response:
        encoding, sent = self._compressed.best(headers) if self._compressed else ("", self.plain)
        tag = f'"{self.digest}{encoding and f"-{encoding}"}"'
        about = {"Cache-Control": FOREVER, "ETag": tag, "Vary": "Accept-Encoding"}
        if tag in headers.get("if-none-match", ""):
            return Response(status_code=304, headers=about)
        about |= {"Content-Encoding": encoding} if encoding else {}
        return Response(sent, headers=about, media_type=self.media_type)


def _is_own(name: str) -> bool:
    return name.endswith((".js", ".css")) and not name.endswith(".min.js")


class Assets:
    """
    An ASGI application for the files of a folder, and Plotly's bundle from its package, below one content hash.
    `joined`: files that are served as one, by the one's name; a page is there sooner when it has few to ask for.
    """

    def __init__(self, folder: Path, joined: Mapping[str, Iterable[str]] = MappingProxyType({})) -> None:
        sources = {path.relative_to(folder).as_posix(): path.read_bytes() for path in _visible(folder)}
        sources[FACES_AT_ONCE] = sources[FACES].replace(b"font-display: block", b"font-display: optional")
        sources |= {name: b"\n".join(sources[part] for part in parts) for name, parts in joined.items()}
        sources[PLOTLY] = (files("plotly") / "package_data" / PLOTLY).read_bytes()
        self.assets = {name: Asset(name, content) for name, content in sources.items()}
        listing = "".join(f"{name}:{asset.digest}\n" for name, asset in sorted(self.assets.items()))
        self.hash = hashlib.sha256(listing.encode()).hexdigest()[:12]

    def url(self, name: str) -> str:
        """The address of a file of the folder. Raises KeyError if there is none: a template's mistake."""
        self.assets[name]
        return f"/static/{self.hash}/{name}"

    def text(self, name: str) -> str:
        """What a file of the folder says. Raises KeyError if there is none."""
        return self.assets[name].source.decode()

    def base64(self, name: str) -> str:
        """A file of the folder, for an address that holds it. Raises KeyError if there is none."""
        return b64encode(self.assets[name].source).decode()

    def modules(self, name: str = "main.js") -> list[str]:
        """That script module and all that it imports at once, so that a page can load them ahead of their imports."""
        found, waiting = dict[str, None](), [name]
        while waiting:
            if (name := waiting.pop()) not in found:
                found[name] = None
                folder = PurePosixPath(name).parent
                imports = _IMPORT.findall(self.text(name))
                waiting += [posixpath.normpath(folder / target) for target in imports]
        return sorted(found)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            raise HTTPException(405, headers={"Allow": "GET, HEAD"})
        asset = self._found(scope["path"].removeprefix(scope.get("root_path", "")))
        await asset.response(Headers(scope=scope))(scope, receive, send)

    def _found(self, path: str) -> Asset:
        # A look into a dictionary: no path is ever joined, so none can lead out of the folder.
        _, _, rest = path.partition("/")
        version, _, name = rest.partition("/")
        asset = self.assets.get(name) if version == self.hash else None
        if asset is None:
            raise HTTPException(404)
        return asset


def _visible(folder: Path) -> Iterator[Path]:
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.startswith("."))
    return (path for path in found if not path.name.endswith((".d.ts", ".py")))  # for whoever writes the page
