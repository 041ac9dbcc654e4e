"""A request as programs in three languages, and JSON as it is set on a page. static/manual/samples.js does the same."""

import json
from typing import Any

WIDTH = 64
JSON = {True: "true", False: "false", None: "null"}
PYTHON = {True: "True", False: "False", None: "None"}
SIX = 6
"""Digits of a number in an answer that is shown; the answer itself has them all."""

Words = dict[bool | None, str]


def pretty(value: Any, indent: str = "", words: Words = JSON) -> str:
    """JSON, or a literal of Python, with whatever fits on a line on one line."""
    line = _on_a_line(value, words)
    if len(indent) + len(line) <= WIDTH or not isinstance(value, dict | list) or not value:
        return line
    inner = indent + "  "
    if isinstance(value, dict):
        rows = [f"{inner}{_text(key)}: {pretty(item, inner, words)}" for key, item in value.items()]
        return "{\n" + ",\n".join(rows) + f"\n{indent}}}"
    return "[\n" + ",\n".join(inner + pretty(item, inner, words) for item in value) + f"\n{indent}]"


def _on_a_line(value: Any, words: Words) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_text(key)}: {_on_a_line(item, words)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_on_a_line(item, words) for item in value) + "]"
    if value is None or isinstance(value, bool):
        return words[value]
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return _text(value)


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def rounded(value: Any) -> Any:
    """The same with six digits of every number."""
    if isinstance(value, dict):
        return {key: rounded(item) for key, item in value.items()}
    if isinstance(value, list):
        return list(map(rounded, value))
    return float(f"{value:.{SIX}g}") if isinstance(value, float) else value


def samples(address: str, url: str, body: Any, is_file: bool) -> list[tuple[str, str, str]]:
    """(name, title, text) of each language; `is_file`: the answer is to be saved, not read as JSON."""
    sent = body is not None
    written = (
        ("curl", "curl", _curl(address + url, body) if sent else f"curl {_quoted(address + url)}"),
        ("python", "Python", _python(address + url, body, is_file)),
        ("javascript", "JavaScript", _javascript(address + url, body, is_file)),
    )
    return list(written)


def _quoted(text: str) -> str:
    """For a shell."""
    return "'" + text.replace("'", "'\"'\"'") + "'"


def _curl(url: str, body: Any) -> str:
    return f"curl {_quoted(url)} \\\n  -H 'Content-Type: application/json' \\\n  -d {_quoted(pretty(body))}"


def _python(url: str, body: Any, is_file: bool) -> str:
    imports = "from urllib.request import urlopen" if body is None else "from urllib.request import Request, urlopen"
    lines = [imports, ""] if is_file and body is None else ["import json", imports, ""]
    asked = f'"{url}"'
    if body is not None:
        sent = f'request = Request("{url}", json.dumps(body).encode(), {{"Content-Type": "application/json"}})'
        lines += [f"body = {pretty(body, words=PYTHON)}", sent]
        asked = "request"
    lines.append(f"content = urlopen({asked}).read()" if is_file else f"answer = json.load(urlopen({asked}))")
    return "\n".join([*lines, "print(len(content))" if is_file else "print(answer)"])


def _javascript(url: str, body: Any, is_file: bool) -> str:
    if body is None:
        lines = [f'const response = await fetch("{url}");']
    else:
        lines = [
            f"const body = {pretty(body)};",
            f'const response = await fetch("{url}", {{',
            '  method: "POST",',
            '  headers: { "Content-Type": "application/json" },',
            "  body: JSON.stringify(body),",
            "});",
        ]
    return "\n".join([*lines, f"console.log(await response.{'blob' if is_file else 'json'}());"])
