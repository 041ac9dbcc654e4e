"""The `hingelab` command: serves the application. It configures nothing that `Settings` does not name."""

import uvicorn

from app.settings import Settings


def main() -> None:
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
