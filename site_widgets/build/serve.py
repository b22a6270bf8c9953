"""Serve a built site on this machine, at / or under a sub-path as GitHub Pages does.

    python -m site_widgets.build.serve build/site

SITE_BASE=/some-repo/ and PORT=8001 come from the environment.
"""

from __future__ import annotations

import gzip
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, ClassVar

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript",
    ".json": "application/json",
    ".mjs": "text/javascript",
    ".py": "text/x-python",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
    ".zip": "application/zip",
}
# What GitHub Pages compresses on the way; a zip is compressed already.
COMPRESSED = (".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml", ".wasm", ".py", ".txt")


@cache
def compressed(path: Path, changed: int) -> bytes:
    """A file as gzip, made once for each time it `changed`."""
    return gzip.compress(path.read_bytes(), 6)


class Handler(SimpleHTTPRequestHandler):
    """One built site under `base`, and the site's own "page not found" page."""

    protocol_version = "HTTP/1.1"
    extensions_map: ClassVar = {**SimpleHTTPRequestHandler.extensions_map, **TYPES}

    def __init__(self, *args: Any, base: str, compress: bool = False, max_age: int = 0, **kwargs: Any) -> None:
        self.base, self.compress, self.max_age = base, compress, max_age
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        """Send one file, compressed when the server was asked to."""
        path = Path(self.translate_path(self.path))
        # The address of a folder is that of its page.
        if self.path.endswith("/") and path.is_dir():
            path /= "index.html"
        if self.outside():
            self.redirect(self.base)
        elif self.compress and path.suffix in COMPRESSED and path.is_file():
            self.send_compressed(path)
        else:
            super().do_GET()

    def do_HEAD(self) -> None:
        """The same headers as a GET of an uncompressed file."""
        if self.outside():
            self.redirect(self.base)
        else:
            super().do_HEAD()

    def outside(self) -> bool:
        """Whether the address is the server's root while the site lies under a sub-path."""
        return self.base != "/" and self.path in ("/", self.base.rstrip("/"))

    def redirect(self, place: str) -> None:
        """Point the browser to `place`."""
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", place)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def send_compressed(self, path: Path) -> None:
        """Send a file as gzip."""
        data = compressed(path, path.stat().st_mtime_ns)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def translate_path(self, path: str) -> str:
        """The file for an address; outside the base there is none."""
        if not path.startswith(self.base):
            return super().translate_path("/no such page")
        return super().translate_path("/" + path.removeprefix(self.base))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own page for a missing one, the plain answer for anything else."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.exists() or self.command == "HEAD":
            return super().send_error(code, message, explain)
        data = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def end_headers(self) -> None:
        """Let the browser keep a file, and ask each time whether it is still good unless told otherwise."""
        self.send_header("Cache-Control", f"max-age={self.max_age}" if self.max_age else "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing for each request."""


class Server(ThreadingHTTPServer):
    """Answers many requests at once and stops without waiting for open ones."""

    daemon_threads = True
    # A page asks for dozens of files at once.
    request_queue_size = 128

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A reader who leaves early is no error; anything else is shown."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def server(
    folder: Path, base: str = "/", port: int = 0, kind: type[Handler] = Handler, **options: Any
) -> tuple[Server, str]:
    """A server for the site in `folder` on this machine, and its address; port 0 takes a free one."""
    base = f"/{base.strip('/')}/" if base.strip("/") else "/"
    site = Server(("127.0.0.1", port), partial(kind, directory=str(folder), base=base, **options))
    return site, f"http://127.0.0.1:{site.server_port}{base}"


@contextmanager
def serving(folder: Path, base: str = "/", **options: Any) -> Iterator[str]:
    """The address of the site in `folder`, served on a free port until the block ends."""
    site, address = server(folder, base, **options)
    Thread(target=site.serve_forever, daemon=True).start()
    try:
        yield address
    finally:
        site.shutdown()
        site.server_close()


def run(folder: Path) -> None:
    """Serve until interrupted."""
    base, port = os.environ.get("SITE_BASE", "/"), int(os.environ.get("PORT", "8000"))
    site, address = server(folder, base, port)
    print(f"The site is at {address} (Ctrl+C stops it)", flush=True)
    try:
        site.serve_forever()
    except KeyboardInterrupt:
        print()


if __name__ == "__main__":
    run(Path(sys.argv[1]))
