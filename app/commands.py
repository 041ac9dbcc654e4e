"""The command line: what `hingelab` does with its arguments."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import closing, nullcontext
from pathlib import Path

from pydantic import ValidationError

from app import __version__
from app.settings import Settings, refused
from app.store import Full, Store, Unavailable
from app.store.transfer import exported, imported


def run(arguments: Sequence[str], serve: Callable[[str | None, int | None, bool], int]) -> int:
    """The exit code; without a command the application is served: `serve(host, port, open a browser?)`."""
    asked = _parser().parse_args(arguments)
    if not hasattr(asked, "work"):
        return serve(asked.host, asked.port, asked.open)
    try:
        settings = Settings()
    except ValidationError as error:
        print(*refused(error), sep="\n", file=sys.stderr)
        return 1
    with closing(Store.at(settings.database_url, settings.max_links)) as store:
        try:
            return asked.work(store, settings, asked)
        except Unavailable:
            print("The database cannot be used.", file=sys.stderr)
        except Full as full:
            print(f"{full} Only a part of the lines was taken in.", file=sys.stderr)
        except BrokenPipeError:  # who read has gone; nor is there anybody at the end, when the rest is flushed
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        except OSError as error:
            print(error, file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "hingelab", description="Serves Hingelab, a page in which a classifier's gradient is a machine to watch.",
        epilog="Every setting is an environment variable, HINGELAB_PORT for example; an option stands before it.",
    )  # fmt: skip
    parser.add_argument("--version", action="version", version=f"hingelab {__version__}")
    parser.add_argument("--host", help="listen on this address (127.0.0.1 unless HINGELAB_HOST says otherwise)")
    parser.add_argument("--port", type=int, help="listen on this port (8000 unless HINGELAB_PORT says otherwise)")
    parser.add_argument("--open", action="store_true", help="open the page in a browser")
    commands = parser.add_subparsers(metavar="links")
    links = commands.add_parser("links", help="carry the short links to another database")
    ways = links.add_subparsers(metavar="export|import", required=True)
    ways.add_parser("export", help="write all links, one a line, sorted by id").set_defaults(work=_export)
    importing = ways.add_parser("import", help="take links in; those that are there already stay as they are")
    importing.add_argument("file", nargs="?", type=Path, help="read this file instead of the standard input")
    importing.set_defaults(work=_import)
    return parser


def _export(store: Store, _: Settings, __: argparse.Namespace) -> int:
    for line in exported(store.links()):
        sys.stdout.buffer.write(line)
    sys.stdout.buffer.flush()
    return 0


def _import(store: Store, settings: Settings, asked: argparse.Namespace) -> int:
    def say(number: int, what: str) -> None:
        print(f"line {number}: {what}", file=sys.stderr)

    with asked.file.open("rb") if asked.file else nullcontext(sys.stdin.buffer) as lines:
        tally = imported(store, lines, settings.max_link_bytes, say)
    print(f"{tally.added} added, {tally.known} known already, {tally.refused} refused", file=sys.stderr)
    return 1 if tally.refused else 0
