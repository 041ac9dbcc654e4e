"""One file that plays a moment with no server: the page for frames, its scripts, and the answers that it will ask for.

The scripts stand in it as they are served, each under its name in an import map; only what asks the server is another
one, which looks the answers up.
"""

import base64
import posixpath
import re
import zlib
from functools import partial
from pathlib import PurePosixPath
from typing import Any

from fastapi import APIRouter, Request, Response

from app.links import Moment, Story, shortened, write
from app.pages import lab
from app.pages.about import about
from app.pages.assets import Assets
from app.pages.slim import slim
from app.requests import passes, runs
from app.requests.address import base
from app.requests.answers import encoded
from app.requests.jobs import run
from app.requests.links import sent_moment
from app.requests.moments import asked_of, unfit
from app.requests.problem_from_body import problem_from
from app.requests.read_body import read_body
from app.requests.refusal import Refusal
from app.requests.schemas import Wanted
from app.requests.texts import texts_of
from app.settings import Settings

router = APIRouter(include_in_schema=False)

NAME = "hingelab-page.html"
_IMPORT = re.compile(r'((?:^(?:import|export) [^"();]*from |import\()")(\.[^"]+)"', re.MULTILINE)
_NAMED = re.compile(r'((?:^(?:import|export) [^"();]*from |import\()")([^".][^"]*)"', re.MULTILINE)
_FACE = re.compile(r'url\("\.\./(fonts/[^"]+)"\)')
_INSTEAD = {"server/api.js": "server/api_offline.js"}
POINTS = 60  # up to so many have the formulas of all their cells at the iteration of the moment


@router.post("/export/page.html")
async def post_page(request: Request) -> Response:
    """The moment as one HTML file, which plays its pass and its run from a disk, with no server and no network.

    It holds the passes of the iterations from 0 on, as many as `max_file_bytes` allows, and the whole run.
    """
    sent = await read_body(request)
    return await run(request, respond, sent, request.app.state, base(request))


def respond(sent: bytes, state: Any, home: str) -> Response:
    moment, title = sent_moment(sent, state.settings)
    if isinstance(moment, Story):
        raise unfit("", "This is a story; take its moments along one by one.")
    content = lab.first_page(state.settings) | {
        "sheet": sheet(state.assets),
        "theme": state.assets.text("shell/first_theme.js"),
        "modules": lab.script_safe({"imports": modules(state.assets)}),
        "recorded": lab.script_safe(recorded(moment, state.settings)),
        "moment": lab.script_safe({"content": moment.content, "home": home + "/" + write(shortened(moment))}),
        "title": about(moment.content, title, texts_of(state.settings)).title,
    }
    text = state.templates.env.get_template("offline.html").render(content)
    return Response(text, media_type="text/html", headers={"Content-Disposition": f'attachment; filename="{NAME}"'})


def sheet(assets: Assets) -> str:
    """The styles of the page, with the faces that they ask for in them."""

    def held(face: re.Match[str]) -> str:
        return f'url("data:font/woff2;base64,{assets.base64(face[1])}")'

    return _FACE.sub(held, slim("embed.css", assets.text("css/embed.css")))


def modules(assets: Assets) -> dict[str, str]:
    """Each script by its name, as an address that holds it; `./a.js` becomes the name of that file."""
    found, waiting = dict[str, str](), ["embed.js"]
    while waiting:
        if (name := waiting.pop()) not in found:
            there = partial(_named, PurePosixPath(name).parent)
            text = _IMPORT.sub(there, assets.text(_INSTEAD.get(name, name)))
            waiting += [target for _, target in _NAMED.findall(text)]
            found[name] = "data:text/javascript;base64," + base64.b64encode(slim(name, text).encode()).decode()
    return found


def _named(folder: PurePosixPath, found: re.Match[str]) -> str:
    return f'{found[1]}{posixpath.normpath(folder / found[2])}"'


def recorded(moment: Moment, settings: Settings) -> dict[str, Any]:
    """What the page asks for, iteration by iteration, until the file is as large as it may be."""
    asked, here, iterations = asked_of(moment, settings), moment.at["iteration"], moment.problem["iterations"]
    problem, view, written = problem_from(asked, settings), asked.view(), moment.at["layout"]
    texts = texts_of(settings)
    run = packed(encoded(texts.all(runs.answer_of(problem, iterations, settings, view))))
    there = dict[str, str]()
    room = settings.max_file_bytes - len(run)
    wanted = Wanted(point=moment.at["point"] or 0, formulas=written)
    for iteration in (here, *(t for t in range(iterations + 1) if t != here)):
        try:
            answer = packed(encoded(texts.all(passes.answer_of(problem, iteration, wanted, settings, view))))
        except Refusal:
            break  # the run diverged before
        room -= len(answer)
        if room < 0:
            break
        there[str(iteration)] = answer
    cells = dict[str, str]()
    for point in range(min(POINTS, len(problem.X))):
        found = passes.cells_of(problem, here, Wanted(point=point, formulas=written), settings)
        cells[str(point)] = packed(encoded(found))
    return {"run": run, "passes": there, "cells": {str(here): cells}, "last": max(map(int, there), default=0)}


def packed(answer: bytes) -> str:
    """Deflated, in base64."""
    squeeze = zlib.compressobj(6, zlib.DEFLATED, -15)
    return base64.b64encode(squeeze.compress(answer) + squeeze.flush()).decode()
