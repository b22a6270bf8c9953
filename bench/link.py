"""A network of a given speed, made in the server.

The browser's own throttling slows the page and not its worker, which does most of the downloading.
"""

import threading
import time
from collections import Counter

from site_widgets.build.serve import Handler

CHUNK = 16_384


class Link:
    """Shares one line of `megabits` a second between all requests, each answered `delay` seconds late."""

    def __init__(self, megabits=None, delay=0.0):
        self.rate = megabits and megabits * 1e6 / 8
        self.delay = delay
        self.bytes = Counter()
        self._free_at = 0.0
        self._lock = threading.Lock()

    def wait_for(self, size):
        """Wait until `size` more bytes have fitted through the line."""
        if not self.rate:
            return
        with self._lock:
            now = time.monotonic()
            self._free_at = max(self._free_at, now) + size / self.rate
            wait = self._free_at - now
        time.sleep(wait)


class Measured:
    """A response body that goes through the link and is counted."""

    def __init__(self, file, link, handler):
        self.file, self.link, self.handler = file, link, handler

    def write(self, data):
        for start in range(0, len(data), CHUNK):
            part = data[start : start + CHUNK]
            self.link.wait_for(len(part))
            self.file.write(part)
            self.link.bytes[getattr(self.handler, "path", "")] += len(part)
        return len(data)

    def __getattr__(self, name):
        return getattr(self.file, name)


class LinkHandler(Handler):
    """Serves through a link, compressed and with the time to keep that GitHub Pages gives."""

    def __init__(self, *args, link, **kwargs):
        self.link = link
        super().__init__(*args, compress=True, max_age=600, **kwargs)

    def setup(self):
        super().setup()
        self.wfile = Measured(self.wfile, self.link, self)

    def do_GET(self):  # noqa: N802
        time.sleep(self.link.delay)
        super().do_GET()
