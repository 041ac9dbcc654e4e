"""The page of a short link, its picture, its frame: the very moment, and nothing reflected."""

import html
import io
import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import httpx
import pytest
from PIL import Image

from app.settings import Settings
from tests.api.conftest import bearer, refused
from tests.conftest import serving
from tests.links.golden import GOLDEN, reading

GOOD = next(g for g in GOLDEN if g["name"] == "preset nine_points")["link"]
TITLE = """Why −2? </script><script>alert("1")</script> & 'so' 為什麼"""
MOMENTS = [g for g in GOLDEN if g["why"] is None and reading(g["link"])["content"]]


def made(client: httpx.Client, link: str = GOOD, **more: Any) -> dict[str, Any]:
    answer = client.post("/api/v1/links", json={"link": link, **more})
    assert answer.status_code in (200, 201), answer.text
    found: dict[str, Any] = answer.json()
    return found


@pytest.fixture(scope="module")
def path(client: httpx.Client) -> str:
    return str(made(client, title=TITLE)["path"])


def test_the_page_holds_the_moment_and_its_title_as_text(client: httpx.Client, path: str) -> None:
    page = client.get(path)
    assert page.status_code == 200
    assert (page.headers["x-robots-tag"], page.headers["cache-control"]) == ("noindex", "no-cache")
    moment = json.loads(re.search(r'id="moment">(.*?)</script>', page.text)[1])  # type: ignore[index]
    assert moment["title"] == TITLE
    assert moment["content"] == reading(GOOD)["content"]
    assert "<script>alert" not in page.text
    assert f"<title>{html.escape(TITLE, quote=False)}" in page.text.replace("&#34;", '"').replace("&#39;", "'")
    for name in ("og:title", "og:description", "og:image", "og:image:alt", "og:url"):
        assert f'<meta property="{name}" content="' in page.text
    assert f'content="{client.base_url}{path}.png"'.replace("//s", "/s") in page.text


def test_it_is_the_same_page_compressed_or_not_and_for_any_way_to_write_its_id(client: httpx.Client, path: str) -> None:
    plain = client.get(path, headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    id = path.removeprefix("/s/")
    for way in (path, path.lower(), f"/s/{id[:3]}-{id[3:]}", f"/s/{id[:5]} {id[5:]}"):
        assert client.get(way).text == plain.text
    head = client.head(path, headers={"Accept-Encoding": "identity"})
    assert (head.status_code, head.content) == (200, b"")


def test_its_picture_is_drawn_and_says_what_it_shows(client: httpx.Client, path: str) -> None:
    answer = client.get(f"{path}.png")
    assert answer.headers["content-type"] == "image/png"
    assert Image.open(io.BytesIO(answer.content)).size == (1200, 630)
    assert len(answer.content) <= 150_000
    assert client.get(f"{path}.png").content == answer.content
    drawing = client.get(f"{path}.svg")
    assert drawing.headers["content-type"].startswith("image/svg+xml")
    root = ElementTree.fromstring(drawing.text)
    assert root.get("viewBox") == "0 0 1200 630"
    assert not re.search(r"<script|href|on\w+=", drawing.text)


def test_a_frame_of_it_may_stand_anywhere(client: httpx.Client, path: str) -> None:
    page = client.get(path.replace("/s/", "/embed/"))
    assert page.status_code == 200
    assert "frame-ancestors *" in page.headers["content-security-policy"]
    assert "frame-ancestors 'none'" in client.get(path).headers["content-security-policy"]
    assert json.loads(re.search(r'id="moment">(.*?)</script>', page.text)[1])["title"] == TITLE  # type: ignore[index]


def test_other_programs_are_told_how_to_show_it(client: httpx.Client, path: str) -> None:
    address = f"{str(client.base_url).rstrip('/')}{path}"
    told = client.get("/oembed", params={"url": address, "maxwidth": 600, "format": "json"}).json()
    assert (told["type"], told["version"], told["title"], told["width"]) == ("rich", "1.0", TITLE, 600)
    assert f'src="{address.replace("/s/", "/embed/")}"' in told["html"]
    assert 'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"' in told["html"]
    assert f"{address}.png" == told["thumbnail_url"]


@pytest.mark.parametrize(
    ("asked", "given"), [((200, 100), (200, 100)), ((9999, 9999), (1920, 1080)), ((-5, 0), (1, 1))]
)
def test_a_frame_is_no_larger_than_asked_for(
    client: httpx.Client, path: str, asked: tuple[int, int], given: tuple[int, int]
) -> None:
    sizes = dict(zip(("maxwidth", "maxheight"), asked, strict=True))
    told = client.get("/oembed", params={"url": f"{client.base_url}".rstrip("/") + path, **sizes}).json()
    assert (told["width"], told["height"]) == given
    assert f'width="{given[0]}" height="{given[1]}"' in told["html"]


@pytest.mark.parametrize(
    "url", ["", "x", "http://evil.example/s/0123456789", "{}/s/", "{}/s/<script>", "{}/", "javascript:1"]
)
def test_what_is_no_link_of_this_server_is_not_shown(client: httpx.Client, url: str) -> None:
    asked = client.get("/oembed", params={"url": url.format(str(client.base_url).rstrip("/"))})
    assert refused(asked, 404)
    assert "script" not in asked.text


@pytest.mark.parametrize(
    "id", ["0123456789", "x", "<script>alert(1)</script>", "%00", "..%2f..%2fetc", "a" * 5000, "🙂", "ü"]
)
def test_an_id_that_there_is_not_has_a_page_that_says_so(client: httpx.Client, id: str) -> None:
    for place in ("/s/", "/embed/"):
        page = client.get(f"{place}{id}")
        assert page.status_code == 404
        assert "alert(" not in page.text
    assert client.get(f"/s/{id}.png").status_code == 404


def test_what_was_deleted_is_gone_everywhere(client: httpx.Client) -> None:
    link = made(client, title="to be deleted")
    path = link["path"]
    assert client.get(f"{path}.png").status_code == 200
    assert client.delete(f"/api/v1/links/{link['id']}", headers=bearer(link["key"])).status_code == 204
    for where in (path, f"{path}.png", f"{path}.svg", path.replace("/s/", "/embed/")):
        answer = client.get(where)
        assert answer.status_code == 410
        assert "to be deleted" not in answer.text
    assert "This link was deleted" in client.get(path).text


@pytest.mark.parametrize("host", ["evil.example", 'a"onload="x', "<b>", "a b", "evil.example/x", "[::1", "a" * 300])
def test_a_false_host_leads_nowhere(client: httpx.Client, path: str, host: str) -> None:
    answer = client.get(path, headers={"Host": host}, follow_redirects=False)
    assert answer.status_code in (200, 400)
    assert "location" not in answer.headers
    if answer.status_code == 200:
        assert re.fullmatch(r"[\w.]+", host)  # only what can be a host is written into the page
    assert "<b>" not in answer.text or "&lt;b&gt;" in answer.text or host != "<b>"


@pytest.mark.parametrize("golden", MOMENTS[::9], ids=lambda golden: golden["name"])
def test_any_moment_has_a_page_and_a_picture(client: httpx.Client, golden: dict[str, Any]) -> None:
    path = made(client, golden["link"])["path"]
    assert client.get(path).status_code == 200
    picture = client.get(f"{path}.png")
    assert picture.status_code in (200, 422), picture.text[:200]  # what the page could not compute either
    assert len(picture.content) <= 150_000


def test_without_a_database_the_page_of_a_link_says_so_to_people(tmp_path: Path) -> None:
    with serving(Settings(database_url=f"sqlite:///{tmp_path}/no/such/folder/links.db")) as base:
        for place in ("/s/0123456789", "/embed/0123456789"):
            page = httpx.get(f"{base}{place}")
            assert page.status_code == 503
            assert page.headers["content-type"].startswith("text/html")
            assert "The database of the short links does not answer" in page.text
