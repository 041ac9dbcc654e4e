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
    "server": {"dom"},
    "state": {"dom"},
    "links": {"dom", "state"},
    "picture": {"dom", "state"},
    "player": {"dom", "state"},
    "plane": {"dom", "state", "picture"},
    "board": {"dom", "state"},
    "charts": {"dom", "state"},
    "controls": {"dom", "state"},
    "lab": {"dom", "state", "links", "server"},
    "story": {"dom", "state", "links", "lab", "panels/share"},
    "present": {"dom", "state", "links", "story", "controls"},
    "shell": {"dom", "state", "links", "lab", "plane", "story"},
    "lead": {"dom", "state", "lab", "player"},
    "manual": {"dom", "links", "server", "state", "board"},
}
# A panel knows these and, where it has a view of its own to show, what stands here.
PANEL = {"dom", "state", "links", "board"}
MORE = {"panels/compare": {"charts", "controls", "plane"}, "panels/story": {"panels/share"}}
WIRING = {
    "main.js",
    "main_frame.js",
    "main_late.js",
    "main_charts.js",
    "main_leads.js",
    "embed.js",
    "manual.js",
    "panels/index.js",
}
FROM_BOARD = {"panels": {"board/refs.js"}, "manual": {"board/matrix.js"}}


def imports(script: str) -> list[str]:
    """The scripts that one imports, at once or later."""
    found = re.findall(r'(?:from |import\()"(\.[^"]+)"', (STATIC / script).read_text())
    scripts = [target for target in found if not target.endswith(".d.ts")]  # types are only for whoever reads
    return [posixpath.normpath(posixpath.join(posixpath.dirname(script), target)) for target in scripts]


def room(script: str) -> str:
    return posixpath.dirname(script)


def known(of: str) -> set[str]:
    """The rooms that the scripts of a room may know."""
    return PANEL | MORE.get(of, set()) if of.startswith("panels/") else ALLOWED[of]


@pytest.mark.parametrize("script", [script for script in SCRIPTS if script not in WIRING])
def test_a_script_knows_only_the_rooms_that_it_may(script: str) -> None:
    for target in imports(script):
        assert (STATIC / target).is_file(), f"{target} is not there"
        if room(target) != room(script) and not (room(target) == "server" and script.endswith("/request.js")):
            assert room(target) in known(room(script)), f"{room(script)} must not know {target}"
        if room(target) == "board" and room(script) != "board":
            assert target in FROM_BOARD[room(script).partition("/")[0]]


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
    rooms = {room(script) for script in SCRIPTS}
    assert {name for name in rooms if not name.startswith("panels/")} == {*ALLOWED, "", "panels"}
    assert rooms >= MORE.keys()


@pytest.mark.parametrize("sheet", sorted(path.relative_to(STATIC).as_posix() for path in STATIC.rglob("*.css")))
def test_no_style_sheet_asks_the_whole_page_what_is_in_it(sheet: str) -> None:
    """Whatever changes in the page would have all of it styled again, at every frame; `dom/mark.js` marks the root."""
    asked = re.compile(r"(?:^|[ >,(])(?::root|html|body|\.lab|\.embed|main)(?:[.:\[][^ {]*?)?:has\(", re.MULTILINE)
    assert asked.findall((STATIC / sheet).read_text()) == []
