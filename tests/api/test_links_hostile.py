"""Hostile bodies, ids and keys for short links: never a 5xx, and nothing of them is repeated."""

import json
from typing import Any

import httpx
import pytest

from tests.api.conftest import bearer, moment, refused
from tests.links.frozen import FROZEN

LONG = next(iter(FROZEN.values()))["link"]
SECRET = "correct-horse-battery-staple"
BODIES: list[tuple[Any, str, str]] = [
    ([SECRET], "", "invalid-link"), (SECRET, "", "invalid-link"), (1, "", "invalid-link"),
    ({}, "", "invalid-link"), ({"title": SECRET}, "", "invalid-link"),
    ({"link": "#1.", "content": {}}, "", "invalid-link"), ({"link": None, "content": None}, "", "invalid-link"),
    ({"content": {}, "more": SECRET}, "/more", "invalid-link"), ({"content": SECRET}, "/content", "invalid-link"),
    ({"content": []}, "/content", "invalid-link"), ({"content": 1e308}, "/content", "invalid-link"),
    ({"content": {}, "title": [SECRET]}, "/title", "invalid-link"),
    ({"content": {}, "title": "x" * 81}, "/title", "invalid-link"),
    ({"content": {}, "title": f"{SECRET}\n{SECRET}"}, "/title", "invalid-link"),
    ({"content": {}, "title": f"{SECRET}\u202e"}, "/title", "invalid-link"),
    ({"content": {}, "title": "\0"}, "/title", "invalid-link"),
    ({"link": 1}, "/link", "invalid-link"), ({"link": ""}, "/link", "invalid-link"),
    ({"link": SECRET}, "/link", "invalid-link"), ({"link": f"#1.{SECRET}.00000000"}, "/link", "invalid-link"),
    ({"link": LONG[:-1]}, "/link", "invalid-link"), ({"link": LONG + "\n"}, "/link", "invalid-link"),
    ({"link": LONG.replace("#1", "#2")}, "/link", "invalid-link"),
    ({"link": LONG.replace("Z", "Y", 1)}, "/link", "invalid-link"),
    ({"link": "#1." + "A" * 10**6}, "/link", "invalid-link"),
    ({"content": moment(X=[[1 / 3, n / 7] for n in range(2000)], y=[0] * 2000)}, "", "over-limit"),
    ({"content": {}}, "/content", "invalid-link"), ({"content": {"X": [], "y": []}}, "/content", "invalid-link"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "pointer", "kind"), BODIES)
def test_a_bad_body_is_refused_where_it_is_wrong(client: httpx.Client, body: Any, pointer: str, kind: str) -> None:
    answer = client.post("/api/v1/links", json=body)
    problem = refused(answer, 422)
    assert [fault["pointer"] for fault in problem["errors"]] == [pointer]
    assert problem["type"].endswith(kind)
    assert SECRET not in answer.text


@pytest.mark.parametrize(
    "sent",
    [
        b"", b"{", b'{"content": {"a": NaN}}', b'{"content": {"a": 1e999}}', b'{"content": {"a": 1, "a": 2}}',
        b'{"content": {"\\ud800": 1}}', b'{"content": ' + b'{"a": ' * 100 + b"1" + b"}" * 101, b"\xff",
    ],
)  # fmt: skip
def test_a_body_that_is_no_strict_json_is_refused(client: httpx.Client, sent: bytes) -> None:
    refused(client.post("/api/v1/links", content=sent), 400)


NUMBERS = ["0", "-0.0", "0.1", "1e-320", "1e308", "1E400", "9" * 18, "9" * 19, "9" * 20, "9" * 200, "-" + "9" * 30]


@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_of_any_size_is_kept_or_replaced_or_refused(client: httpx.Client, number: str) -> None:
    content = json.dumps(moment(7103)).replace('"unit": null', f'"unit": {number}')
    answer = client.post("/api/v1/links", content=f'{{"content": {content}}}')
    if answer.status_code not in (200, 201):
        refused(answer, 400)
        return
    kept = client.get(f"/api/v1/links/{answer.json()['id']}").json()["content"]["unit"]
    assert kept == (float(number) if 0 < float(number) <= 1e9 else None)


HOSTILE = [
    "0123456789", "x", "-", "%00", "%0a", "..%2f..%2fetc", "'%20OR%201=1--", "%s%s%s", "0" * 53, "0" * 2000, "%ff%fe",
    "%d9%a0" * 10, "<script>alert(1)</script>", SECRET, "{id}", "null",
]  # fmt: skip


@pytest.mark.parametrize("id", HOSTILE)
def test_an_id_that_is_none_is_not_found_and_not_repeated(client: httpx.Client, id: str) -> None:
    for answer in (
        client.get(f"/api/v1/links/{id}"),
        client.delete(f"/api/v1/links/{id}", headers=bearer("key")),
        client.get(f"/api/v1/links/{id}/qr.svg"),
    ):
        refused(answer, 404)
        assert SECRET not in answer.text
        assert "script" not in answer.text


@pytest.mark.parametrize("key", [b"x" * 8_000, "schlüssel".encode("latin-1"), b"\xff\xfe", b"a b c", b"%00", b"' --"])
def test_a_key_that_is_none_does_not_fit(client: httpx.Client, key: bytes) -> None:
    id = client.post("/api/v1/links", json={"content": moment(7200 + len(key) % 99)}).json()["id"]
    answer = client.delete(f"/api/v1/links/{id}", headers={b"authorization": b"Bearer " + key})
    refused(answer, 403)
    assert client.get(f"/api/v1/links/{id}").status_code == 200


@pytest.mark.parametrize("host", ["[", "[::1", "a b", "<script>", "h:port", ""])
def test_a_host_that_is_none_does_not_matter_where_it_is_not_told(client: httpx.Client, host: str) -> None:
    made = client.post("/api/v1/links", json={"content": moment(7300)}, headers={"Host": host})
    assert made.status_code in (200, 201)
    assert client.get(f"/api/v1/links/{made.json()['id']}", headers={"Host": host}).status_code == 200
