"""Which faces a page is set in, glyph by glyph, as Chromium tells it."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from PIL import ImageFont
from playwright.sync_api import CDPSession, Error, Page

FOLDER = Path(__file__).parents[2] / "static" / "fonts"
TEXT = 3  # the type of a node
WALKS = 20
UNSEEN = {"SCRIPT", "STYLE", "TITLE", "NOSCRIPT", "TEMPLATE", "DESC"}
MISSING = "\uffff"  # no face has it: its glyph is the box that stands for what is missing


class Used(NamedTuple):
    """A face that the machine or the page has, and whether it is the page's own."""

    family: str
    own: bool


def faces(page: Page, selector: str = "html") -> dict[Used, list[str]]:
    """The faces in which what is shown below the first match is set, each with the texts that have glyphs of it."""
    page.evaluate("document.fonts.ready")
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    try:
        for _ in range(WALKS):
            with suppress(Error):  # a node that was there is gone: the page has been drawn again meanwhile
                return _walk(session, selector)
        return _walk(session, selector)
    finally:
        session.detach()


def _walk(session: CDPSession, selector: str) -> dict[Used, list[str]]:
    root = session.send("DOM.getDocument", {"depth": -1, "pierce": True})["root"]
    first = session.send("DOM.querySelector", {"nodeId": root["nodeId"], "selector": selector})["nodeId"]
    node = next(node for node in _below(root) if node["nodeId"] == first)
    found: dict[Used, list[str]] = defaultdict(list)
    seen: dict[str, set[str]] = defaultdict(set)
    for text, style, number in _texts(node):
        letters = set(text) - seen[style]
        fonts = letters and session.send("CSS.getPlatformFontsForNode", {"nodeId": number})["fonts"]
        for font in fonts or ():
            found[Used(font["familyName"].removesuffix(" Light"), font["isCustomFont"])].append(text)
        if fonts:  # what is hidden has none, and may be shown elsewhere
            seen[style] |= letters
    return dict(found)


def foreign(found: dict[Used, list[str]]) -> dict[str, set[str]]:
    """What of it is not set in a face of the page: the texts, by the family they are set in."""
    return {used.family: set(texts) for used, texts in found.items() if not used.own}


def lacking(found: dict[Used, list[str]]) -> set[str]:
    """The characters that none of the page's faces has, and that a machine without fonts would show as boxes."""
    letters = {letter for texts in found.values() for text in texts for letter in text if letter.isprintable()}
    return {letter for letter in letters if not _in_a_face(letter)}


def _below(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield node
    for key in ("children", "shadowRoots", "pseudoElements"):
        for child in node.get(key, ()):
            yield from _below(child)


def _texts(node: dict[str, Any], path: str = "") -> Iterator[tuple[str, str, int]]:
    """Each text below it, what its style depends on, and the number of its node.

    A letter in one style is asked for once: the cells of the board are many.
    """
    if node["nodeName"] in UNSEEN:
        return
    path += f"/{node['nodeName']} {node.get('attributes', [])}"
    for pseudo in node.get("pseudoElements", ()):
        yield f"::{pseudo['pseudoType']} of {node['nodeName']}", f"{path}::{pseudo['pseudoType']}", pseudo["nodeId"]
    for child in (*node.get("children", ()), *node.get("shadowRoots", ())):
        if child["nodeType"] != TEXT:
            yield from _texts(child, path)
        elif child["nodeValue"].strip():
            yield child["nodeValue"], path, child["nodeId"]


@cache
def _in_a_face(letter: str) -> bool:
    return letter.isspace() or any(_shown(face, letter) != _shown(face, MISSING) for face in FOLDER.glob("*.woff2"))


@cache
def _shown(face: Path, letter: str) -> tuple[tuple[int, int], bytes]:
    mask = ImageFont.truetype(face, 40, layout_engine=ImageFont.Layout.BASIC).getmask(letter)
    return mask.size, bytes(mask)
