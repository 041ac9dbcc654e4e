"""All texts of the page in English, by their ids, from the sources: what another language translates.

`python -m tests.texts.catalogue` writes docs/texts.en.json again; a test holds that it is that of the sources.
"""

import json
from collections.abc import Iterator

from tests.texts import program, scripts, templates
from tests.texts.found import ROOT, Found

PATH = ROOT / "docs" / "texts.en.json"


def found() -> Iterator[Found]:
    for path in scripts.SCRIPTS:
        yield from scripts.texts(path)
    for path in templates.PAGES:
        yield from templates.texts(path)
    for path in program.MODULES:
        yield from program.texts(path)
    yield from program.of_registries()


def english() -> dict[str, str]:
    return dict(sorted((each.id, each.english) for each in found()))


def text() -> str:
    return json.dumps(english(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    PATH.write_text(text())
