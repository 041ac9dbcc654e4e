"""The stage on a phone."""

from tests.browser.conftest import OpenPage
from tests.browser.lab import SIZES, ready
from tests.browser.stories import heads
from tests.browser.test_present import expect_stage, present


def test_a_phone_has_no_empty_room_under_the_sentence_and_nothing_moves_from_step_to_step(
    open_page: OpenPage, server: str
) -> None:
    width, height = SIZES["phone"]
    page = ready(open_page(width=width, height=height, has_touch=True, is_mobile=True, reduced_motion="reduce"))
    present(page)
    measure = """() => {
      const [all, formula, numbers, why] = ["", " .formula", " .numbers", " .why"]
        .map(part => document.querySelector(`#sentence${part}`).getBoundingClientRect());
      return {
        height: Math.round(all.height), empty: all.bottom - why.bottom,
        out: Math.max(...[formula, numbers].flatMap(box => [all.left - box.left, box.right - all.right])),
      };
    }"""
    heights = []
    for k, head in enumerate(heads(server).values()):
        expect_stage(page, f"{k} / 18", head)
        found = page.evaluate(measure)
        assert found["empty"] <= 24, (head, found)  # a line of the text, for a step that has one more
        assert found["out"] <= 0, (head, found)
        heights.append(found["height"])
        page.keyboard.press("PageDown")
    usual = heights[0]
    assert [k for k, each in enumerate(heights) if each != usual] == [13]  # the longest account there is
