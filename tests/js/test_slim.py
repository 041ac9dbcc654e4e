"""What is sent of a script does what the script does: the tests of the page's modules hold for it too."""

import shutil
import subprocess
from pathlib import Path

from app.pages.slim import slim
from tests.js.deno import DENO, ENVIRONMENT, OPTIONS, ROOT


def test_what_is_sent_does_the_same(tmp_path: Path) -> None:
    for source in (ROOT / "static").rglob("*.js"):
        target = tmp_path / source.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(slim(source.name, source.read_text()))
    for folder in ("js", "links"):
        shutil.copytree(ROOT / "tests" / folder, tmp_path / "tests" / folder)
    command = [str(DENO), "test", *OPTIONS[:-1], "--allow-read", "tests/js"]
    done = subprocess.run(command, cwd=tmp_path, env=ENVIRONMENT, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout
    assert " 0 passed" not in done.stdout


SCRIPT = """
// a comment
export const said = (a, b) => `${a ? `${a} − ${b} = ` : "no  // sum "}${a - b}
  and /* that */`; /* and
  another */
export const found = /\\/\\/ "x/.test("//"); // the end
"""

SENT = """export const said = (a, b) => `${a ? `${a} − ${b} = ` : "no  // sum "}${a - b}
  and /* that */`;
export const found = /\\/\\/ "x/.test("//");"""


def test_comments_and_indents_go_and_every_text_stays_as_it_is() -> None:
    assert slim("said.js", SCRIPT) == SENT
    assert slim("a.css", 'a { /* no\n */ content: "/* yes */"; }\n  b {}') == 'a {  content: "/* yes */"; }\nb {}'
