"""Static files: kept for ever under their content's hash, compressed, and nothing beside them."""

import gzip
import importlib.util
import re
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.api.conftest import refused


def asset(client: httpx.Client, name: str) -> str:
    """The address of a static file, with the hash as the documentation page has it."""
    (version,) = set(re.findall(r"/static/(\w+)/css/docs\.css", client.get("/docs").text))
    return f"/static/{version}/{name}"


def test_static_files_are_kept_for_ever_and_confirmed_by_tag(client: httpx.Client) -> None:
    url = asset(client, "css/docs.css")
    first = client.get(url)
    assert first.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert first.headers["content-type"].startswith("text/css")
    assert first.headers["content-encoding"] == "br"
    again = client.get(url, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.head(url).headers["content-length"] == first.headers["content-length"]
    assert client.head(url).content == b""


def test_a_client_without_brotli_gets_gzip_and_without_both_the_plain_file(client: httpx.Client) -> None:
    url = asset(client, "css/docs.css")
    zipped = client.get(url, headers={"Accept-Encoding": "gzip"})
    assert zipped.headers["content-encoding"] == "gzip"
    assert zipped.text == client.get(url).text
    plain = client.get(url, headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert plain.text == client.get(url).text
    assert plain.headers["etag"] != client.get(url).headers["etag"]


@pytest.mark.parametrize("name", ["main.js", "css/lab.css"])
def test_comments_and_indents_are_not_sent(client: httpx.Client, name: str) -> None:
    sent = client.get(asset(client, name)).text
    assert "\n  " not in sent
    assert "/*" not in sent
    assert not re.search(r"^//|[^:]//", sent, re.MULTILINE)


def test_plotly_comes_out_of_its_own_package(client: httpx.Client) -> None:
    spec = importlib.util.find_spec("plotly")
    assert spec is not None
    assert spec.origin is not None
    bundle = Path(spec.origin).parent / "package_data" / "plotly.min.js"
    response = client.get(asset(client, "plotly.min.js"))
    assert response.headers["content-type"].startswith("text/javascript")
    assert response.content == bundle.read_bytes()
    assert int(response.headers["content-length"]) < len(bundle.read_bytes()) / 2


@pytest.mark.parametrize(
    "name",
    [
        "css/none.css",
        "",
        "css",
        "../app/main.py",
        "css/../../app/main.py",
        "..%2f..%2fapp%2fmain.py",
        "%2e%2e/main.py",
        "/etc/passwd",
    ],
)
def test_no_static_address_leads_out_of_the_folder(client: httpx.Client, name: str) -> None:
    response = client.get(httpx.URL(str(client.base_url) + asset(client, "")[:-1] + "/" + name))
    refused(response, 404)


def test_large_answers_are_compressed_on_request(client: httpx.Client, nine: dict[str, Any]) -> None:
    with client.stream("POST", "/api/v1/train", json=nine) as response:
        raw = b"".join(response.iter_raw())
    assert response.headers["content-encoding"] == "gzip"
    assert b'"totals"' in gzip.decompress(raw)
    assert (
        "content-encoding"
        not in client.post("/api/v1/train", json=nine, headers={"Accept-Encoding": "identity"}).headers
    )
