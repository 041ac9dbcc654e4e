"""The page in a frame of somebody else's page, in a sandbox: its moment, its address, its messages."""

import functools
import http.server
import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Frame, Page, expect

from app.pages.shared import SANDBOX
from tests.browser.conftest import OpenPage
from tests.browser.lab import call, ready, rows
from tests.browser.test_accessibility import violations
from tests.links.frozen import FROZEN

Host = Callable[..., tuple[Page, Frame]]
IN_A_PASS = FROZEN["the first example, three steps in"]["link"]
IN_A_RUN = FROZEN["own points and weights in a run"]["link"]
# The host keeps every message, and a second frame may send some of its own.
PAGE = """<!doctype html><title>A lecture</title><body style="margin:0">
<iframe id="lab" sandbox="{sandbox}" src="{src}" style="border:0;width:100vw;height:100vh"></iframe>
<iframe id="other" srcdoc="" style="display:none"></iframe>
<script>var told = []; onmessage = ({{ data, source }}) => source === lab.contentWindow && told.push(data);
var ask = (wish) => lab.contentWindow.postMessage(wish, "*");</script>"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None: ...


@pytest.fixture
def host(open_page: OpenPage, server: str, tmp_path: Path) -> Iterator[Host]:
    """`host(query + fragment, sandbox=…, width=…, height=…)`: a page of another origin with the frame in it."""
    there = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(tmp_path)))
    threading.Thread(target=there.serve_forever, daemon=True).start()
    yield functools.partial(_open, open_page, server, tmp_path, there.server_port)
    there.shutdown()
    there.server_close()


def _open(
    open_page: OpenPage,
    server: str,
    folder: Path,
    port: int,
    asked: str,
    sandbox: str = "allow-scripts",
    **options: Any,
) -> tuple[Page, Frame]:
    (folder / "lecture.html").write_text(PAGE.format(sandbox=sandbox, src=f"{server}/embed{asked}"))
    page = open_page(f"http://127.0.0.1:{port}/lecture.html", **options)
    frame = page.query_selector("#lab").content_frame()  # type: ignore[union-attr]
    assert frame
    frame.wait_for_selector("html[data-ready=whole]", state="attached")
    return page, frame


def told(page: Page) -> Any:
    """The state of which the frame told last."""
    return page.evaluate("told.at(-1)?.state")


def until(page: Page, condition: str) -> None:
    page.wait_for_function(f"() => {{ const state = told.at(-1)?.state; return state && ({condition}); }}")


def test_a_sandboxed_frame_shows_the_very_moment(host: Host, open_page: OpenPage) -> None:
    _, frame = host(IN_A_PASS)
    whole = open_page(f"/{IN_A_PASS}")
    whole.wait_for_selector("html[data-ready=whole]", state="attached")
    expect(frame.locator("#sentence .kicker")).to_have_text("Forward 3 of 7 · hinge")
    texts = (
        "nodes => nodes.map(row => [...row.cells].map(cell => cell.querySelector('input')?.value ?? cell.innerText))"
    )
    for quantity in ("X", "M", "H"):
        framed, direct = (side.locator(f"[data-quantity='{quantity}'] tbody tr") for side in (frame, whole))
        assert framed.evaluate_all(texts) == direct.evaluate_all(texts)
    assert rows(whole, "H")
    assert frame.evaluate("origin") == "null"
    with pytest.raises(Exception, match="sandboxed"):
        frame.evaluate("localStorage.length")


def test_the_page_around_leads_the_frame_by_messages(host: Host) -> None:
    page, _ = host(IN_A_PASS)
    page.wait_for_function("() => told.some(({ hingelab }) => hingelab === 'ready')")
    assert told(page)["step"] == "H"
    page.evaluate("ask({ hingelab: 'step' })")
    until(page, "state.step === 'l'")
    page.evaluate("ask({ hingelab: 'back' })")
    until(page, "state.step === 'H'")
    page.evaluate("ask({ hingelab: 'go', mode: 'train', iteration: 42 })")
    until(page, "state.mode === 'train' && state.iteration === 42 && state.iterations === 200")
    page.evaluate("ask({ hingelab: 'play' })")
    until(page, "state.playing && state.iteration > 42")
    page.evaluate("ask({ hingelab: 'pause' })")
    until(page, "!state.playing")
    page.evaluate("ask({ hingelab: 'go', mode: 'pass', iteration: 1, step: 'dW' })")
    until(page, "state.mode === 'pass' && state.step === 'dW' && state.iteration === 1")
    assert told(page)["loss"] == pytest.approx(6, abs=0.5)


@pytest.mark.parametrize("odd", ["null", "7", "'step'", "{}", "{ hingelab: 'constructor' }", "{ hingelab: ['step'] }",
    "{ hingelab: 'go', mode: 'x', iteration: 1e99, step: {} }", "{ hingelab: 'go', iteration: -5 }"])  # fmt: skip
def test_an_odd_message_changes_nothing(host: Host, odd: str) -> None:
    page, frame = host(IN_A_PASS)
    page.evaluate(f"ask({odd})")
    page.evaluate("told.length = 0, ask({ hingelab: 'state' })")
    until(page, "state.mode === 'pass'")
    assert (told(page)["iteration"], told(page)["step"]) == (0, "H")
    expect(frame.locator("#notice")).to_be_hidden()


def test_only_the_page_around_is_listened_to(host: Host) -> None:
    page, frame = host(IN_A_PASS)
    page.evaluate("other.contentWindow.eval(\"parent.frames[0].postMessage({ hingelab: 'step' }, '*')\")")
    page.evaluate("told.length = 0, ask({ hingelab: 'state' })")
    until(page, "state.step")
    assert told(page)["step"] == "H"
    expect(frame.locator("#sentence .kicker")).to_contain_text("hinge")


def test_the_address_of_the_frame_says_what_it_shows(host: Host) -> None:
    page, frame = host(f"?hide=plane,transport,sun&theme=dark&controls=loss,%3Cb%3E&speed=4&from=M&to=l{IN_A_PASS}")
    expect(frame.locator(".plane-frame")).to_be_hidden()
    expect(frame.locator("#transport")).to_be_hidden()
    expect(frame.locator("#board")).to_be_visible()
    assert frame.locator("html").get_attribute("data-theme") == "dark"
    for wish, step in (("end", "l"), ("step", "l"), ("start", "M"), ("back", "M")):
        page.evaluate(f"ask({{ hingelab: '{wish}' }})")
        until(page, f"state.step === '{step}'")


def test_chosen_settings_stand_in_the_frame_and_work(host: Host) -> None:
    page, frame = host(f"?controls=loss&hide=board{IN_A_PASS}")
    assert frame.locator("#fields legend").all_inner_texts() == ["LOSS"]
    before = told(page)["loss"]
    frame.locator("#fields select").first.select_option(label="Crammer–Singer")
    until(page, f"state.loss < {before}")


def test_it_plays_by_itself_where_it_is_asked_to_and_stops_at_the_end_of_its_range(host: Host) -> None:
    page, _ = host(f"?autoplay&speed=4&to=data{IN_A_PASS}")
    until(page, "state.step === 'data' && !state.playing")
    still, _ = host(f"?autoplay{IN_A_RUN}", reduced_motion="reduce")
    assert told(still)["playing"] is False


def test_a_damaged_link_says_so_in_the_frame_too(host: Host) -> None:
    _, frame = host(IN_A_PASS[:-3] + "000")
    expect(frame.locator("#notice")).to_contain_text("This link is damaged")


def test_the_lab_itself_stands_in_no_frame(host: Host, server: str, complaints: list[str]) -> None:
    page, _ = host(IN_A_PASS)
    page.evaluate(f"other.removeAttribute('srcdoc'), other.src = '{server}/'")
    page.wait_for_function(
        "() => { try { other.contentDocument; return !other.contentDocument } catch { return true } }"
    )
    assert not page.frames[-1].url.startswith(server) or "data-ready" not in page.frames[-1].content()
    complaints.clear()


@pytest.mark.parametrize("size", [(360, 640), (800, 450)], ids=["phone", "slide"])
def test_the_frame_is_accessible(open_page: OpenPage, size: tuple[int, int]) -> None:
    page = open_page(f"/embed{IN_A_PASS}", *size)
    page.wait_for_selector("html[data-ready=whole]", state="attached")
    assert violations(page) == []
    page.keyboard.press("PageDown")
    expect(page.locator("#sentence .kicker")).to_contain_text("Forward 4")
    assert json.dumps(page.evaluate("document.documentElement.scrollWidth <= innerWidth")) == "true"


def test_the_code_that_is_given_out_lets_the_frame_open_the_lab(host: Host, open_page: OpenPage) -> None:
    source = ready(open_page())
    given = call(source, "links/share", "frameOf", "x")
    page, frame = host(IN_A_PASS, sandbox=SANDBOX)
    assert f'sandbox="{SANDBOX}"' in given
    with page.expect_popup() as popup:
        frame.get_by_role("link", name="Open in Hingelab").click()
    expect(ready(popup.value).locator("#sentence .kicker")).to_contain_text("Forward 3 of 7")
