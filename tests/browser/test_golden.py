"""The browser reads every link as the server does: the same moment, or the same refusal."""

import json
import random
from typing import Any

from playwright.sync_api import Page

from app.links import canonical
from app.schema import PANELS
from tests.browser.conftest import OpenPage
from tests.links.golden import GOLDEN, digest, reading
from tests.links.test_golden import mutated

VIEW = "board"

READ = """async ([base, panels, links]) => {
  const [{ read }, { judged }] = await Promise.all(
    ["permalink", "story"].map((name) => import(`${base}links/${name}.js`)),
  );
  const start = JSON.parse(document.getElementById("start").textContent);
  const known = { figures: start.figures, panels, hideable: start.schema.hideable };
  const plain = ({ problem, at }) => ({ ...problem, at });
  const part = ({ text, ...moment }) => ({ text, moment: plain(moment) });
  const told = ({ story, at }) => ({ story: story.map(part), ...(at && { at }) });
  const contentOf = (found) => found && (found.story ? told(found) : plain(found));
  const one = async (link) => {
    let [why, content] = [null, null];
    try {
      content = await read(link);
      why = content ? null : "none";
    } catch (error) {
      if (!error.why) throw error;
      ({ why, content } = error);
    }
    const found = content && judged(start.catalogue, content, known);
    return { why, content: contentOf(found), said: found?.said ?? [] };
  };
  return Promise.all(links.map(async (link) => JSON.stringify(await one(link))));
}"""


def read_all(page: Page, links: list[str]) -> list[dict[str, Any]]:
    address = page.locator("script[type=module]").get_attribute("src") or ""
    answers = page.evaluate(READ, [address.removesuffix("main.js"), PANELS, links])
    return [json.loads(answer) for answer in answers]


def test_every_golden_link_is_read_as_on_the_server(open_page: OpenPage) -> None:
    found = read_all(open_page(), [golden["link"] for golden in GOLDEN])
    wrong = [
        (golden["name"], read_as["why"], canonical(read_as)[:300])
        for golden, read_as in zip(GOLDEN, found, strict=True)
        if (read_as["why"], digest(read_as)) != (golden["why"], golden["digest"])
    ]
    assert wrong == []


def test_mutated_links_are_refused_alike(open_page: OpenPage) -> None:
    chance = random.Random(5)
    good = [golden["link"] for golden in GOLDEN if golden["why"] is None and len(golden["link"]) < 1000]
    links = [mutated(chance, chance.choice(good)) for _ in range(2000)]
    for link, read_as in zip(links, read_all(open_page(), links), strict=True):
        assert canonical(read_as) == canonical(reading(link)), link
