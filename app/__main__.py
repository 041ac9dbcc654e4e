"""The `hingelab` command: serves the application, or does what its arguments say."""

import sys

from app.commands import run
from app.serve import serve


def main() -> None:
    sys.exit(run(sys.argv[1:], serve))


if __name__ == "__main__":
    main()
