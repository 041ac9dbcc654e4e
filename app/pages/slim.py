"""Scripts and style sheets as they are sent: without comments and indents, and otherwise to the letter.

What is a comment is told by a parser, not by a pattern: `//` may stand in a text, a text within another one.
"""

import re
from functools import lru_cache

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

_PARSER = Parser(Language(tree_sitter_javascript.language()))
_KEPT = {"string", "template_string", "regex"}
_BREAK = re.compile(rb"\s*\n\s*")
_SHEET = re.compile(r"""("[^"]*"|'[^']*')|/\*.*?\*/""", re.DOTALL)


@lru_cache(maxsize=512)
def slim(name: str, text: str) -> str:
    """The text of the file of that name, a script or a style sheet."""
    return _script(text.encode()).decode() if name.endswith(".js") else _sheet(text)


def _script(source: bytes) -> bytes:
    found = list[bytes]()
    loose, at = b"", 0
    for node in _spans(_PARSER.parse(source).root_node):
        loose += source[at : node.start_byte]
        at = node.end_byte
        if node.type in _KEPT:
            found += [_BREAK.sub(b"\n", loose), source[node.start_byte : at]]
            loose = b""
    return b"".join([*found, _BREAK.sub(b"\n", loose + source[at:])]).strip()


def _spans(root: Node) -> list[Node]:
    """The comments and the texts, in their order. What stands within a text is part of it."""
    found, waiting = list[Node](), [root]
    while waiting:
        node = waiting.pop()
        if node.type in _KEPT or node.type == "comment":
            found.append(node)
        else:
            waiting += node.children
    return sorted(found, key=lambda node: node.start_byte)


def _sheet(text: str) -> str:
    return re.sub(r"\s*\n\s*", "\n", _SHEET.sub(lambda found: found[1] or "", text)).strip()
