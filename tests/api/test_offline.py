"""The page to take along: everything is in it, nothing asks for more, and hostile moments stay text."""

import base64
import json
import re
import zlib
from typing import Any

import httpx
import pytest

from app.links import write
from tests.links.golden import GOLDEN, reading

GOOD = next(g for g in GOLDEN if g["name"] == "preset nine_points")["link"]
PATH = "/api/v1/export/page.html"


def taken(client: httpx.Client, link: str) -> str:
    answer = client.post(PATH, json={"link": link}, timeout=60)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-disposition"] == 'attachment; filename="hingelab-page.html"'
    return answer.text


def scripts(text: str) -> dict[str, str]:
    found = json.loads(re.search(r'<script type="importmap">(.*?)</script>', text)[1])["imports"]  # type: ignore[index]
    return {name: base64.b64decode(address.partition(",")[2]).decode() for name, address in found.items()}


def block(text: str, name: str) -> Any:
    return json.loads(re.search(rf'id="{name}">(.*?)</script>', text)[1])  # type: ignore[index]


def unpacked(text: str) -> Any:
    return json.loads(zlib.decompress(base64.b64decode(text), -15))


@pytest.fixture(scope="module")
def page(client: httpx.Client) -> str:
    return taken(client, GOOD)


def test_every_script_that_is_imported_is_in_the_file(page: str) -> None:
    there = scripts(page)
    for name, text in there.items():
        wanted = re.findall(r'(?:from |import\()"([^"]+)"', text)
        assert set(wanted) <= there.keys(), name
    assert 'getElementById("recorded")' in there["server/api.js"]  # it stands in for the server
    assert "main.js" not in there


def test_nothing_in_the_file_leads_elsewhere(page: str) -> None:
    outside = re.sub(r"<script.*?</script>|<style>.*?</style>", "", page, flags=re.DOTALL)
    assert re.findall(r'(?:src|href)="(?!#|/"|data:)[^"]*"', outside) == []
    assert "default-src 'none'" in page
    assert "connect-src" not in page


def test_it_holds_the_very_answers_of_the_server(client: httpx.Client, page: str) -> None:
    moment, recorded = block(page, "moment"), block(page, "recorded")
    assert moment["content"] == reading(GOOD)["content"]
    assert moment["home"].startswith(str(client.base_url).rstrip("/") + "/#1.")
    run = unpacked(recorded["run"])
    assert len(run["totals"]) == len(recorded["passes"]) == 201 == recorded["last"] + 1
    problem = {name: moment["content"][name] for name in ("X", "y", "W", "b", "loss", "penalty", "optimizer")}
    asked = problem | {"classes": 3, "iteration": 7, "point": 0}
    assert unpacked(recorded["passes"]["7"]) == client.post("/api/v1/pass", json=asked).json()


def test_a_story_or_a_damaged_link_is_refused_by_a_sentence(client: httpx.Client) -> None:
    story = next(g for g in GOLDEN if g["name"] == "story 1")["link"]
    refusals = ((story, "one by one"), (GOOD[:-1], "damaged"), ("#board", "no link"), ("", "no link"))
    for link, said in refusals:
        answer = client.post(PATH, json={"link": link})
        assert answer.status_code == 422
        assert answer.json()["errors"][0]["pointer"] == ("" if link == story else "/link")
        assert said in answer.json()["detail"]


def test_a_run_that_diverges_is_taken_as_far_as_it_goes(client: httpx.Client) -> None:
    content = reading(GOOD)["content"] | {"optimizer": {"kind": "sgd", "learning_rate": 100}}
    content["penalty"] = {"kind": "l2", "strength": 100, "convention": "full", "penalize_bias": False}
    recorded = block(taken(client, write(content)), "recorded")
    end = unpacked(recorded["run"])["diverged_at"]
    assert 0 < end < 200
    assert recorded["last"] in (end - 1, end)


@pytest.mark.parametrize("golden", [g for g in GOLDEN if g["why"] is None][::12], ids=lambda g: g["name"])
def test_any_moment_can_be_taken_along_or_is_refused(client: httpx.Client, golden: dict[str, Any]) -> None:
    content = reading(golden["link"])["content"]
    if content is None or "story" in content:
        link = golden["link"]
    else:
        link = write(content | {"iterations": 10, "at": content["at"] | {"iteration": 0}})
    answer = client.post(PATH, json={"link": link}, timeout=60)
    assert answer.status_code in (200, 422)
    assert answer.status_code == 422 or "</html>" in answer.text
