"""What pages do that a reader cannot see: requests, words on the console, things stored."""

from __future__ import annotations

from urllib.parse import urlsplit

STORED = """async () => {
    const databases = await indexedDB.databases();
    return {
        cookies: document.cookie,
        local: { ...localStorage },
        session: { ...sessionStorage },
        databases: databases.map(({ name }) => name),
        caches: await caches.keys(),
        workers: (await navigator.serviceWorker.getRegistrations()).length,
        name: window.name,
        history: history.state,
    };
}"""
NOTHING_STORED = {
    "cookies": "",
    "local": {},
    "session": {},
    "databases": [],
    "caches": [],
    "workers": 0,
    "name": "",
    "history": None,
}


class Notes:
    """Every request and every console line of a context's pages and workers, from their first byte."""

    def __init__(self, context, address):
        self.host = urlsplit(address).netloc
        self.asked: list[str] = []
        self.said: list[str] = []
        context.on("request", lambda request: self.asked.append(request.url))
        context.on("console", lambda message: self.said.append(f"{message.type}: {message.text}"))
        context.on("weberror", lambda error: self.said.append(f"uncaught: {error.error}"))

    @property
    def from_network(self) -> list[str]:
        """The requests that left the browser: a page's own `blob:` and `data:` addresses do not."""
        return [url for url in self.asked if urlsplit(url).scheme not in ("blob", "data", "about")]

    @property
    def foreign(self) -> list[str]:
        """The requests to any host but the site's own."""
        return [url for url in self.from_network if urlsplit(url).netloc != self.host]


def stored(page) -> dict:
    """What the page's site has stored in this browser."""
    return page.evaluate(STORED)
