"""The walls between the rooms of static/, read from the imports of the scripts: who may know whom."""

import posixpath
import re
from pathlib import Path

import pytest

STATIC = Path(__file__).resolve().parents[1] / "static"
SCRIPTS = sorted(path.relative_to(STATIC).as_posix() for path in STATIC.rglob("*.js"))

# What the scripts of each room may import besides their own room. Only what wires the page is in no room.
ALLOWED = {
    "dom": set[str](),
    "server": set(),
    "state": {"dom"},
    "links": {"dom", "state"},
    "player": {"dom", "state"},
    "plane": {"dom", "state"},
    "board": {"dom", "state"},
    "charts": {"dom", "state"},
    "controls": {"dom", "state"},
    "lab": {"dom", "state", "links", "server"},
    "story": {"dom", "state", "links", "lab", "panels/share"},
    "panels/why": {"dom", "state", "board"},
    "panels/check": {"dom", "state", "board"},
    "panels/compare": {"dom", "state", "charts", "controls", "plane"},
    "panels/code": {"dom", "state"},
    "panels/score": {"dom", "state", "board"},
    "panels/data": {"dom", "state", "links"},
    "panels/share": {"dom", "state", "links"},
    "panels/export": {"dom", "state", "links"},
    "panels/story": {"dom", "state", "panels/share"},
    "present": {"dom", "state", "links", "story", "controls"},
    "shell": {"dom", "state", "links", "lab", "plane", "story"},
}
WIRING = {"main.js", "main_late.js", "embed.js", "panels/index.js"}
FROM_BOARD = {"board/refs.js"}


def imports(script: str) -> list[str]:
    """The scripts that one imports, at once or later."""
    found = re.findall(r'(?:from |import\()"(\.[^"]+\.js)"', (STATIC / script).read_text())
    return [posixpath.normpath(posixpath.join(posixpath.dirname(script), target)) for target in found]


def room(script: str) -> str:
    return posixpath.dirname(script)


@pytest.mark.parametrize("script", [script for script in SCRIPTS if script not in WIRING])
def test_a_script_knows_only_the_rooms_that_it_may(script: str) -> None:
    for target in imports(script):
        assert (STATIC / target).is_file(), f"{target} is not there"
        if room(target) != room(script) and not (room(target) == "server" and script.endswith("/request.js")):
            assert room(target) in ALLOWED[room(script)], f"{room(script)} must not know {target}"
        if room(script).startswith("panels/") and room(target) == "board":
            assert target in FROM_BOARD


@pytest.mark.parametrize("script", SCRIPTS)
def test_only_what_wires_the_page_knows_the_panels(script: str) -> None:
    if script in WIRING:
        assert room(script) in ("", "panels")
        return
    panels = {room(target) for target in imports(script) if target.startswith("panels/")} - {room(script)}
    assert panels <= {"panels/share"}, "a short link can be made of a story too"


def test_no_two_rooms_know_each_other() -> None:
    arrows = {(room(script), room(target)) for script in SCRIPTS if script not in WIRING for target in imports(script)}
    both = {(a, b) for a, b in arrows if a != b and (b, a) in arrows}
    assert not both


def test_every_room_is_there() -> None:
    assert {room(script) for script in SCRIPTS} == {*ALLOWED, "", "panels"}
