"""What a link holds, back as a problem and a place in its pass or run, as decode.js does it.

It comes from outside and is judged; what is not known here is replaced by the nearest that is, and named.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.links.pack_points import pack, unpack
from app.links.permalink import Content
from app.links.validate import Known, defaults, find, is_list, is_number, is_whole, validate
from app.schema import FAMILIES, HIDEABLE, LIMITS, NAMES, PANELS, PINNED, PLACE, USUAL

PINNED_RUN = "the pinned run"


@dataclass(frozen=True)
class Moment:
    """`problem`: all that makes the numbers. `at`: the place in its pass or run. `said`: what is not known here."""

    problem: Content
    at: Content
    said: list[str]

    @property
    def content(self) -> Content:
        """All of it, nothing left out, in the form that a link holds."""
        return {**self.problem, "at": self.at}


def restore(known: Known, charts: Sequence[str], content: Content) -> Moment | None:
    """The moment of a link's content, or None if it is none."""
    given = {**USUAL, **{name: value for name, value in content.items() if name != "at"}}
    given["X"], given["y"] = unpack(content.get("X"), content.get("y"))
    if given.get("origin") is None:
        given["origin"] = {"W": content.get("W"), "b": content.get("b")}
    problem, said = _nearest(known, given)
    found = validate(known, {name: problem.get(name) for name in NAMES})
    if not found:
        return None
    at = content.get("at")
    pin, unknown = _pinned(known, found, at.get("pin") if isinstance(at, dict) else None)
    place = _place(at, found, charts) | ({} if pin is None else {"pin": pin})
    return Moment(_plain(found | _window(given)), _plain(place), list(dict.fromkeys(said + unknown)))


def shorten(moment: Moment) -> Content:
    """The same moment as a link holds it: without what is as it always is, the points packed."""
    problem, at = _without(USUAL, moment.problem), _without(PLACE, moment.at)
    packed = pack(problem["X"], problem["y"])
    if "X" in at.get("pin", ()):
        at["pin"] = at["pin"] | pack(at["pin"]["X"], at["pin"]["y"])
    if problem["origin"] == {"W": problem["W"], "b": problem["b"]}:
        del problem["origin"]
    return problem | packed | {"at": at}


def canonical(content: Any) -> bytes:
    """One text for one content, whoever writes it: names in order, whole numbers without a point."""
    return json.dumps(_plain(content), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _without(usual: Content, given: Content) -> Content:
    return {name: value for name, value in given.items() if name not in usual or value != usual[name]}


def _nearest(known: Known, given: Content) -> tuple[Content, list[str]]:
    """The problem with known members in place of unknown ones, and the name of each, and of each knob not known."""
    problem, said = dict(given), list[str]()
    for name, family in (*FAMILIES.items(), ("data", "datasets")):
        stated = given.get(name)
        own: Content = stated if isinstance(stated, dict) else {}
        if name == "data" and own.get("kind") == "own":
            continue
        member = find(known[family], own.get("kind"))
        if member is None:
            said.append(_words(name, own.get("kind")))
            problem[name] = _substitute(known[family], name, given, own)
        else:
            names = {"kind", "seed", *(knob["name"] for knob in member["knobs"])}
            said += [_words(f"{name}.{knob}", own[knob]) for knob in own if knob not in names]
    return problem, said


def _substitute(family: list[dict[str, Any]], name: str, given: Content, own: Content) -> Content:
    """The usual one where nothing nearer is known; of losses one for as many columns of weights."""
    if name == "data":
        return {"kind": "own", "seed": 0 if own.get("seed") is None else own["seed"]}
    if name == "loss":
        one = isinstance(given.get("b"), list) and len(given["b"]) == 1
        return defaults(next(loss for loss in family if loss["binary"] == one))
    return defaults(find(family, "l2") or family[0])


def _pinned(known: Known, problem: Content, given: Any) -> tuple[Content | None, list[str]]:
    """How the pinned run's problem differs from that of the moment, None where none is; what is not known of it."""
    if not isinstance(given, dict):
        return None, [] if given is None else [PINNED_RUN]
    own = {name: given[name] for name in PINNED if name in given}
    if "X" in own:
        own["X"], own["y"] = unpack(own["X"], own.get("y"))
    whole = {**problem, **own, "preset": "", "variants": []}
    near, said = _nearest(known, whole | {"origin": {"W": whole["W"], "b": whole["b"]}})
    found = validate(known, near)
    if not found:
        return None, [PINNED_RUN]
    differs = {name for name in PINNED if canonical(found[name]) != canonical(problem[name])}
    differs |= {"X", "y"} if differs & {"X", "y"} else set()
    return {name: found[name] for name in PINNED if name in differs}, said


def _words(name: str, what: Any) -> str:
    return f"{name} “{what[: LIMITS.said]}”" if isinstance(what, str) else name


def _window(given: Content) -> Content:
    box, unit = given["box"], given["unit"]
    framed = is_list(box, 4, is_number) and box[0] < box[1] and box[2] < box[3]
    return {"box": box if framed else None, "unit": unit if is_number(unit) and unit > 0 else None}


def _place(given: Any, problem: Content, charts: Sequence[str]) -> Content:
    at = {**PLACE, **(given if isinstance(given, dict) else {})}
    cell, pair, hidden = at["cell"], at["parameters"], at["hide"] if isinstance(at["hide"], list) else []
    is_cell = isinstance(cell, list) and len(cell) == 3 and _is_id(cell[0])
    return {
        "mode": "train" if at["mode"] == "train" else "pass",
        "iteration": at["iteration"] if is_whole(at["iteration"], 0, problem["iterations"]) else 0,
        "step": at["step"] if _is_id(at["step"]) else None,
        "point": at["point"] if is_whole(at["point"], 0, len(problem["X"]) - 1) else None,
        "cell": cell if is_cell and all(is_whole(n, 0, LIMITS.cell) for n in cell[1:]) else None,
        "layout": "WX" if at["layout"] == "WX" else "XW",
        "chart": at["chart"] if isinstance(at["chart"], str) and at["chart"] in charts else PLACE["chart"],
        "log": at["log"] is True,
        "parameters": pair if is_list(pair, 2, _is_name) else None,
        "panel": at["panel"] if isinstance(at["panel"], str) and at["panel"] in PANELS else None,
        "hide": [name for name in HIDEABLE if name in hidden],
    }


def _is_id(value: Any) -> bool:
    """Of a step: which steps there are only the pass can tell."""
    return isinstance(value, str) and re.fullmatch(f"[A-Za-z0-9_]{{1,{LIMITS.id}}}", value) is not None


def _is_name(value: Any) -> bool:
    """Of a parameter, as the charts write it."""
    return isinstance(value, str) and re.fullmatch(f"[ -~]{{1,{LIMITS.parameter}}}", value) is not None
