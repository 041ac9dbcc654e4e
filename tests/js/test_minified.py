"""What is sent of a script does what the script does: the tests of the page's modules hold for it too."""

import shutil
import subprocess
from pathlib import Path

from app.pages.assets import minified
from tests.js.deno import DENO, ENVIRONMENT, OPTIONS, ROOT


def test_minified_scripts_do_the_same(tmp_path: Path) -> None:
    for source in (ROOT / "static").rglob("*.js"):
        target = tmp_path / source.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(minified(source.name, source.read_text()))
    for folder in ("js", "links"):
        shutil.copytree(ROOT / "tests" / folder, tmp_path / "tests" / folder)
    command = [str(DENO), "test", *OPTIONS[:-1], "--allow-read", "tests/js"]
    done = subprocess.run(command, cwd=tmp_path, env=ENVIRONMENT, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout
    assert " 0 passed" not in done.stdout


def test_texts_within_texts_are_left_as_they_are() -> None:
    script = 'export const said = (a, b) => `${a ? `${a} − ${b} = ` : "no  sum "}${a - b} and  that`;'
    assert "`${a} − ${b} = `" in minified("said.js", script)
    assert '"no  sum "' in minified("said.js", script)
    assert " and  that`" in minified("said.js", script)
