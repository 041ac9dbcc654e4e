"""Three people at the same page: one with a mouse, one with the keyboard alone, one with fingers that never drag.

Each can press a control, write into a field, choose in a select and set a slider, in the way that is theirs.
"""

from playwright.sync_api import Locator, Page, expect

FAR = 250  # presses of Tab after which a control counts as out of reach


def middle(target: Locator) -> tuple[float, float]:
    target.evaluate("each => each.scrollIntoViewIfNeeded()")  # Playwright gives up on what is drawn anew meanwhile
    box = target.bounding_box()
    assert box, "not to be seen"
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def point(page: Page, i: int) -> Locator:
    return page.locator(f"svg.plane [data-point='{i}']")


class Mouse:
    """Presses, drags, and types only what has to be typed."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, control: Locator) -> None:
        self.page.mouse.click(*middle(control))

    def write(self, field: Locator, text: str) -> None:
        self.page.mouse.click(*middle(field), click_count=3)
        self.page.keyboard.insert_text(text)
        self.page.mouse.click(*middle(self.page.locator("#heading")))  # leaves the field

    def choose(self, select: Locator, label: str) -> None:
        select.scroll_into_view_if_needed()
        select.select_option(label=label)  # the list that opens is the system's own

    def scrub(self, slider: Locator, share: float) -> None:
        box = slider.bounding_box()
        assert box
        y = box["y"] + box["height"] / 2
        self._drag((box["x"] + 4, y), (box["x"] + share * box["width"], y))

    def add_point(self, k: int) -> None:
        self.press(self.page.locator(".chips").get_by_role("button", name=f"class {k}"))
        frame = self.page.locator("svg.plane").bounding_box()
        assert frame
        self.page.mouse.click(frame["x"] + 0.6 * frame["width"], frame["y"] + 0.06 * frame["height"])

    def move_point(self, i: int) -> None:
        x, y = middle(point(self.page, i).locator(".hit"))
        self._drag((x, y), (x + 45, y - 30))

    def class_of_point(self, i: int, k: int) -> None:
        self.press(point(self.page, i).locator(".hit"))
        self.choose(self.page.get_by_role("combobox", name="Class of this point"), f"class {k}")

    def move_line(self) -> None:
        x, y = middle(self.page.locator("svg.plane .arrows .k0 path"))
        self._drag((x, y), (x + 25, y + 20))

    def undo(self) -> None:
        self.press(self.page.get_by_role("button", name="Undo", exact=True))

    def _drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        self.page.mouse.move(*start)
        self.page.mouse.down()
        self.page.mouse.move((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
        self.page.mouse.move(*end)
        self.page.mouse.up()


class Keyboard:
    """Never touches anything but keys; what Tab does not reach is out of reach."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, control: Locator) -> None:
        self._reach(control)
        self.page.keyboard.press("Enter")

    def write(self, field: Locator, text: str) -> None:
        self._reach(field)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(text)
        if field.evaluate("field => field.tagName") == "INPUT":
            self.page.keyboard.press("Enter")

    def choose(self, select: Locator, label: str) -> None:
        self._reach(select)
        self.page.keyboard.type(label)

    def scrub(self, slider: Locator, share: float) -> None:
        self._reach(slider)
        self.page.keyboard.press("End")
        for _ in range(round((1 - share) * 10)):
            self.page.keyboard.press("PageDown")

    def add_point(self, k: int) -> None:
        self.press(self.page.locator(".chips").get_by_role("button", name=f"class {k}"))
        self.press(self.page.get_by_role("button", name="New point"))

    def move_point(self, i: int) -> None:
        self._point(i)
        self.page.keyboard.press("ArrowUp")
        self.page.keyboard.press("Shift+ArrowRight")

    def class_of_point(self, i: int, k: int) -> None:
        self._point(i)
        self.page.keyboard.press(str(k))

    def move_line(self) -> None:
        self._reach(self.page.locator("[data-weight='W,0,0']"))
        self.page.keyboard.press("ArrowUp")

    def undo(self) -> None:
        self.page.keyboard.press("Control+z")

    def _point(self, i: int) -> None:
        now = self.page.locator("svg.plane [data-point][tabindex='0']")
        self._reach(now)
        at = int(now.get_attribute("data-point") or 0)
        for _ in range(abs(i - at)):
            self.page.keyboard.press("." if i > at else ",")
        expect(point(self.page, i)).to_be_focused()

    def _reach(self, target: Locator) -> None:
        """The shorter way first: back for what stands before, as somebody would go who sees the page."""
        back = target.evaluate(
            "node => Boolean(document.activeElement.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING)"
        )
        for key in ("Shift+Tab", "Tab") if back else ("Tab", "Shift+Tab"):
            for _ in range(FAR):
                if target.evaluate("node => node === document.activeElement"):
                    return
                self.page.keyboard.press(key)
        raise AssertionError(f"Tab does not reach {target}")


class Touch:
    """Taps and never drags; the letters come from the keyboard on the screen."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, control: Locator) -> None:
        if not control.is_visible():  # on a phone it is in the list of panels or in the drawer of the settings
            in_list = control.count() and control.evaluate("node => Boolean(node.closest('#more-items'))")
            self.page.locator("#more-toggle").tap() if in_list else self._settings(True)
        control.tap()
        self._settings(False)

    def write(self, field: Locator, text: str) -> None:
        field.tap()
        field.select_text()
        self.page.keyboard.insert_text(text)
        field.blur()

    def choose(self, select: Locator, label: str) -> None:
        select.scroll_into_view_if_needed()
        select.select_option(label=label)

    def scrub(self, slider: Locator, share: float) -> None:
        slider.scroll_into_view_if_needed()
        box = slider.bounding_box()
        assert box
        self.page.touchscreen.tap(box["x"] + share * box["width"], box["y"] + box["height"] / 2)

    def add_point(self, k: int) -> None:
        self.press(self.page.locator(".chips").get_by_role("button", name=f"class {k}"))
        self.press(self.page.get_by_role("button", name="New point"))

    def move_point(self, i: int) -> None:
        point(self.page, i).tap()
        self.press(self.page.get_by_role("button", name="Move the point up"))

    def class_of_point(self, i: int, k: int) -> None:
        point(self.page, i).tap()
        self.choose(self.page.get_by_role("combobox", name="Class of this point"), f"class {k}")

    def move_line(self) -> None:
        self.write(self.page.locator("[data-weight='b,0,0']"), "0,25")

    def undo(self) -> None:
        self.press(self.page.get_by_role("button", name="Undo", exact=True))

    def _settings(self, wanted: bool) -> None:
        toggle = self.page.locator("#settings-toggle")
        if toggle.is_visible() and (toggle.get_attribute("aria-expanded") == "true") is not wanted:
            toggle.tap()
            expect(self.page.locator("#controls")).to_be_visible(visible=wanted)


Way = Mouse | Keyboard | Touch
