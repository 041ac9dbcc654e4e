"""The QR code of a short link: what it says, how sturdy it is, and that no host is believed blindly."""

import socket
from pathlib import Path
from xml.etree import ElementTree

import httpx
import pytest

from app.api.routes.qr import encode
from app.settings import Settings
from tests.api.conftest import bearer, moment, refused
from tests.conftest import serving

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def made(client: httpx.Client) -> dict[str, str]:
    body = {"content": moment(7400), "title": "<b>&\"'"}
    found: dict[str, str] = client.post("/api/v1/links", json=body).json()
    return found


def code_of(id: str) -> str:
    return f"/api/v1/links/{id}/qr.svg"


def said(answer: httpx.Response) -> str:
    """The text beside the code."""
    assert answer.status_code == 200, answer.text
    return str(ElementTree.fromstring(answer.text).findtext(f"{SVG}desc"))


def test_the_code_leads_to_the_page_and_says_so(client: httpx.Client, made: dict[str, str]) -> None:
    answer = client.get(code_of(made["id"].lower()))
    assert answer.headers["content-type"] == "image/svg+xml"
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert said(answer) == f"{str(client.base_url).rstrip('/')}{made['path']}"
    assert "<title>QR code</title>" in answer.text


def test_the_code_is_dark_on_white_with_a_margin_of_four(client: httpx.Client, made: dict[str, str]) -> None:
    drawn = ElementTree.fromstring(client.get(code_of(made["id"])).text)
    assert drawn.get("viewBox") == "0 0 37 37"
    ground, squares = drawn.findall(f"{SVG}path")
    assert (ground.get("fill"), ground.get("d")) == ("#fff", "M0 0h37v37h-37z")
    assert squares.get("stroke") == "#000"
    assert squares.get("d", "").startswith("M4 4.5h7")  # the corner that a camera looks for


# Version 3 holds 53, 42, 32 or 24 bytes, from the least correction to the most; version 4 holds 78 or 62.
@pytest.mark.parametrize(
    ("length", "version", "error"),
    [
        (20, 3, "H"), (24, 3, "H"), (25, 3, "Q"), (32, 3, "Q"), (33, 3, "M"), (42, 3, "M"), (43, 3, "L"), (53, 3, "L"),
        (54, 4, "M"), (62, 4, "M"), (63, 4, "L"),
    ],
)  # fmt: skip
def test_a_small_code_has_the_most_correction_that_it_has_room_for(length: int, version: int, error: str) -> None:
    code = encode("https://hingelab.example/s/0123456789abcdefghijklmnopqrstuvwxyz-"[:length])
    assert (code.version, code.error) == (version, error)


def test_a_public_address_is_what_it_says_whatever_host_is_asked_for(tmp_path: Path) -> None:
    settings = Settings(database_url=f"sqlite:///{tmp_path}/links.db", public_address="https://hingelab.example/lab/")
    with serving(settings) as base:
        made = httpx.post(f"{base}/api/v1/links", json={"content": moment()}).json()
        for host in ("elsewhere.example", "<>"):
            answer = httpx.get(base + code_of(made["id"]), headers={"Host": host})
            assert said(answer) == f"https://hingelab.example/lab/s/{made['id']}"


@pytest.mark.parametrize(
    "host", ["hingelab.example", "HINGELAB.example.:8080", "my_host", "127.0.0.1:1", "[::1]", "[fe80::1]:65535", "x"]
)
def test_the_host_asked_for_is_what_it_says(client: httpx.Client, made: dict[str, str], host: str) -> None:
    answer = client.get(code_of(made["id"]), headers={"Host": host})
    assert said(answer) == f"http://{host}{made['path']}"


HOSTILE = [
    b"", b" ", b"<script>", b'"><svg onload=alert(1)>', b"a b", b"a/b", b"a?b", b"a#b", b"user@host", b"h:port", b"h:",
    b"h:123456", b"[::1", b"::1", b"h\xc3\xa9", b"\xff", b"-h", b".", b"a" * 300, b"h,i", b"h&amp;", b"%41", b"[h]",
]  # fmt: skip


@pytest.mark.parametrize("host", HOSTILE)
def test_a_host_that_is_none_is_refused_and_not_repeated(
    client: httpx.Client, made: dict[str, str], host: bytes
) -> None:
    with socket.create_connection((client.base_url.host, client.base_url.port or 80), timeout=20) as connection:
        head = b"GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n" % (code_of(made["id"]).encode(), host)
        connection.sendall(head)
        received = b"".join(iter(lambda: connection.recv(65536), b""))
    assert received.startswith(b"HTTP/1.1 400 ")
    assert b"svg" not in received.split(b"\r\n\r\n", 1)[1]


def test_a_link_that_is_not_there_has_no_code(client: httpx.Client) -> None:
    refused(client.get(code_of("0123456789")), 404)
    made = client.post("/api/v1/links", json={"content": moment(7401)}).json()
    client.delete(f"/api/v1/links/{made['id']}", headers=bearer(made["key"]))
    refused(client.get(code_of(made["id"])), 410)
