"""The texts of the scripts, read from their syntax trees, and what looks like one but has no id."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

from tests.texts.found import ROOT, Found

STATIC = ROOT / "static"
HERE = STATIC / "dom" / "text.js"
SCRIPTS = sorted(path for path in STATIC.rglob("*.js"))
_PARSER = Parser(Language(tree_sitter_javascript.language()))

CALLS = {"tr", "rich"}
SEEN = {"textContent", "title", "placeholder", "alt", "text", "label", "short", "aria-label", "aria-roledescription"}
"""Properties and attributes that people see or hear."""
MAKERS = {"make": 2, "classed": 2, "element": 2}
"""Functions from whose argument of this number on people see what they are given."""
SAYERS = {"say", "act", "button", "toggle"}
"""Those of which people see the first argument."""
UNSEEN = {"class", "className", "look", "d", "style", "sandbox"}
PLAIN = {
    *("querySelector", "querySelectorAll", "closest", "matches", "matchMedia", "find", "part", "words"),
    *("isolated", "Error", "TextDecoder", "$"),
}
"""Functions that take selectors or names, not texts."""
_TWO_WORDS = re.compile(r"[A-Za-z’]{2,}[,;:.”!?)]* +[“(]?[A-Za-z]{2,}")
_CODE = re.compile(r"[#>=]|\[\w|[\w ][.:]\w|\w\(|^[.:]\w")  # selectors and style sheets
_WORD = re.compile(r"[A-Za-z]{2,}")
_WRAPS = {"ternary_expression", "binary_expression", "parenthesized_expression", "template_substitution", "array"}
_WRAPS |= {"template_string", "spread_element"}


@cache
def tree(path: Path) -> Node:
    return _PARSER.parse(path.read_bytes()).root_node


def walk(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from walk(child)


def written(node: Node) -> str:
    return (node.text or b"").decode()


def arguments(call: Node) -> list[Node]:
    found = call.child_by_field_name("arguments")
    return [] if found is None else [n for n in found.named_children if n.type != "comment"]


def name_of(call: Node) -> str:
    called = call.child_by_field_name("function") or call.child_by_field_name("constructor")
    return "" if called is None else written(called).rpartition(".")[2]


def literal(node: Node) -> str:
    """A string, or several that are put together. Raises ValueError for anything else."""
    if node.type == "string":
        inner = "".join(written(child) for child in node.named_children)
        return re.sub(r"\\u([0-9a-fA-F]{4})|\\(.)", lambda m: chr(int(m[1], 16)) if m[1] else m[2], inner)
    if node.type == "binary_expression" and node.named_child_count == 2:
        return "".join(map(literal, node.named_children))
    raise ValueError(f"{written(node)} is no literal: a text stands whole where it is used")


def texts(path: Path) -> Iterator[Found]:
    for node in walk(tree(path)):
        if node.type == "call_expression" and name_of(node) in CALLS:
            given = arguments(node)
            if path == HERE and given[0].type == "identifier":
                continue  # where `tr` is made of `rich`
            place = f"{path.relative_to(ROOT)}:{node.start_point[0] + 1}"
            yield Found(place, literal(given[0]), literal(given[1]), _names(given[2:]))


def _names(holes: list[Node]) -> frozenset[str] | None:
    if not holes:
        return frozenset()
    if holes[0].type != "object" or any(child.type == "spread_element" for child in holes[0].named_children):
        return None  # put together elsewhere
    keys = (child.child_by_field_name("key") or child for child in holes[0].named_children if child.type != "comment")
    return frozenset(map(written, keys))


def unmarked(path: Path) -> Iterator[tuple[int, str]]:
    """Strings that look like a text for people and stand in no call of `tr` or `rich`: their line and letters."""
    for node in walk(tree(path)):
        if node.type in ("string", "template_string") and not _is_import(node) and not _has_id(node):
            text = "".join(written(child) for child in node.children if child.type == "string_fragment")
            place = _place(node)
            if (place == "seen" and _WORD.search(text)) or (
                not place and _TWO_WORDS.search(text) and not _CODE.search(text)
            ):
                yield node.start_point[0] + 1, text.strip()


def _is_import(node: Node) -> bool:
    parent = node.parent
    return parent is not None and parent.type in ("import_statement", "export_statement")


def _has_id(node: Node) -> bool:
    """Is it the id of a text, or its English?"""
    while (parent := node.parent) is not None:
        if parent.type == "arguments" and parent.parent is not None and name_of(parent.parent) in CALLS:
            return node in arguments(parent.parent)[:2]
        if parent.type not in ("binary_expression",):
            return False
        node = parent
    return False


def _place(node: Node) -> str:
    """Where a value goes: "seen" by people, "plain" text for programs, or "" for what is not known."""
    while node.parent is not None and node.parent.type in _WRAPS:
        if node.parent.type == "binary_expression" and written(node.parent.children[1]) in ("===", "!==", "in"):
            return "plain"
        if node.parent.type == "ternary_expression" and node.parent.children[0] == node:
            return "plain"
        node = node.parent
    parent = node.parent
    if parent is None:
        return ""
    if parent.type == "pair":
        return _named(written(parent.children[0]).strip("\"'")) if parent.children[0] != node else "plain"
    if parent.type in ("assignment_expression", "augmented_assignment_expression"):
        return _named(written(parent.children[0]).rpartition(".")[2])
    if parent.type == "arguments" and parent.parent is not None:
        return _argument(parent.parent, arguments(parent.parent).index(node))
    return ""


def _named(name: str) -> str:
    return "seen" if name in SEEN else "plain" if name in UNSEEN else ""


def _argument(call: Node, k: int) -> str:
    name, given = name_of(call), arguments(call)
    if name in ("setAttribute", "set") and k and given[k - 1].type == "string":
        return _named(literal(given[k - 1]))
    if name in PLAIN or (name == "classed" and k < 2):
        return "plain"
    if name in ("append", "replaceChildren", "prepend"):
        return "seen"
    if name in SAYERS and written(call.child_by_field_name("function") or call) != "classList.toggle":
        return "seen" if k == 0 and not written(call).count("classList") else ""
    return "seen" if name in MAKERS and k >= MAKERS[name] else ""
