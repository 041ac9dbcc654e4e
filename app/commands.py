"""The command line: what `hingelab` does with its arguments. It configures nothing that `Settings` does not name."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import closing, nullcontext
from pathlib import Path

from app.settings import Settings
from app.store import Full, Store, Unavailable
from app.store.transfer import exported, imported


def run(arguments: Sequence[str], serve: Callable[[], None]) -> int:
    """The exit code; without arguments the application is served."""
    asked = _parser().parse_args(arguments)
    if not hasattr(asked, "work"):
        serve()
        return 0
    settings = Settings()
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
    parser = argparse.ArgumentParser("hingelab", description="Serves Hingelab, where the HINGELAB_* variables say.")
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
