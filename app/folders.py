"""Where the files of the page lie: the scripts and styles that are sent, and the templates."""

from pathlib import Path

_HERE = Path(__file__).resolve().parent
ROOT = _HERE if (_HERE / "static").is_dir() else _HERE.parent  # installed, templates and static lie beside the modules
STATIC, TEMPLATES = ROOT / "static", ROOT / "templates"
