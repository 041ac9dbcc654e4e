"""Starts the server, or says in a sentence why it cannot start."""

import errno
import os
import socket
import sys
import threading
import time
import webbrowser
from contextlib import closing, suppress

import uvicorn
from pydantic import ValidationError

from app.settings import Settings, refused
from app.store import PROBE, Store, Unavailable

PATIENCE = 30.0  # seconds to wait for the server before the browser is opened


def serve(host: str | None = None, port: int | None = None, browse: bool = False) -> int:
    """The exit code. What is given stands before the environment; `browse` opens the page in a browser."""
    given = {"HINGELAB_HOST": host, "HINGELAB_PORT": port}
    os.environ.update({name: str(value) for name, value in given.items() if value is not None})
    try:
        settings = Settings()
    except ValidationError as error:
        return _say(*refused(error))
    host, port = settings.host, settings.port
    if why := taken(host, port):
        return _say(why)
    port = port or free(host)
    if why := without_links(settings):
        _say(why)
    near = "127.0.0.1" if host in ("0.0.0.0", "::", "") else host
    address = f"http://{f'[{near}]' if ':' in near else near}:{port}"
    print(f"Hingelab is at {address} (Ctrl+C ends it)", flush=True)
    if browse:
        threading.Thread(target=_open, args=(address, near, port), daemon=True).start()
    uvicorn.run(
        "app.main:create_app",
        factory=True,
        host=host,
        port=port,
        reload=settings.reload,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_keep_alive=15,
        timeout_graceful_shutdown=5,  # a client that never reads must not hold the shutdown
    )
    return 0


def taken(host: str, port: int) -> str | None:
    """Why nothing can listen there, or None."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            if os.name == "posix":  # elsewhere this would allow to take the port of another
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except socket.gaierror:
        return f"“{host}” is no address of this machine. Listen on 127.0.0.1, or on 0.0.0.0 for every network."
    except OSError as error:
        other = f"Choose another one: HINGELAB_PORT={port + 1 if port < 65535 else 8000}, or hingelab --port."
        if error.errno == errno.EADDRINUSE:
            return f"Port {port} of {host} is taken by another program. {other}"
        if error.errno in (errno.EACCES, errno.EPERM):
            return f"This user may not listen on port {port}. {other}"
        if error.errno == errno.EADDRNOTAVAIL:
            return f"“{host}” is no address of this machine. Listen on 127.0.0.1, or on 0.0.0.0 for every network."
        return f"Nothing can listen on port {port} of {host}: {error.strerror}."
    return None


def free(host: str) -> int:
    """A port that nothing listens on now, for the port 0."""
    with socket.create_server((host, 0), family=socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        return int(probe.getsockname()[1])


def without_links(settings: Settings) -> str | None:
    """Why there will be no short links, or None; its reason stands in the log. All else works without them."""
    with closing(Store.at(settings.database_url, settings.max_links)) as store:
        try:
            store.get(PROBE)
        except Unavailable:
            elsewhere = "HINGELAB_DATABASE_URL says where else, for example sqlite:////var/lib/hingelab/links.db"
            return f"No short links can be kept or opened for that reason; everything else works. {elsewhere}"
    return None


def _open(address: str, host: str, port: int) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with suppress(OSError), socket.create_connection((host, port), timeout=1):
            webbrowser.open(address)
            return
        time.sleep(0.1)


def _say(*sentences: str) -> int:
    for sentence in sentences:
        print(sentence, file=sys.stderr, flush=True)
    return 1
