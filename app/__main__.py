"""The `hingelab` command: serves the application, or does what its arguments say. It knows none of them."""

import sys

import uvicorn

from app.commands import run
from app.settings import Settings


def main() -> None:
    sys.exit(run(sys.argv[1:], serve))


def serve() -> None:
    settings = Settings()
    uvicorn.run(
        "app.main:create_app",
        factory=True,
        host=settings.host,
        port=settings.port,
        reload=settings.reload,
        access_log=False,
        server_header=False,
        timeout_keep_alive=15,
        timeout_graceful_shutdown=5,  # a client that never reads must not hold the shutdown
    )


if __name__ == "__main__":
    main()
