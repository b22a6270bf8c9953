"""Read one built page: its inline scripts, and what the site's rules do not allow on it."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

# Attributes that make a browser fetch, by element. A plain link fetches nothing until the reader follows it.
FETCHED = {
    "script": ("src",),
    "img": ("src", "srcset"),
    "iframe": ("src",),
    "source": ("src", "srcset"),
    "video": ("src", "poster"),
    "audio": ("src",),
    "track": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "input": ("src",),
    "form": ("action",),
    "use": ("href", "xlink:href"),
    "image": ("href", "xlink:href"),
}
# Links that say something about the page and are never fetched.
NOT_FETCHED = {"canonical", "alternate", "author", "license", "next", "prev"}
SCRIPT_TYPES = {"", "text/javascript", "module"}
POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{hashes}; worker-src 'self' blob:; "
    "connect-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; manifest-src 'self'; "
    "base-uri 'self'; form-action 'none'; object-src 'none'"
)
OUR_TAG = re.compile(r'\s*<meta http-equiv="Content-Security-Policy"[^>]*>')
# The encoding has to be within the first bytes of a page, so it may come before the policy.
HEAD = re.compile(r"<head[^>]*>(\s*<meta charset=[^>]*>)?", re.IGNORECASE)
EARLY_TAGS = re.compile(r"\s*<!-- early -->.*?<!-- /early -->", re.DOTALL)
NOINDEX = re.compile(r'\s*<meta name="?robots"? content="?noindex"?\s*/?>')


class Page(HTMLParser):
    """The inline scripts and the faults of one page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self.faults: list[str] = []
        self._script: list[str] | None = None
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what this element would fetch or run."""
        given = {name: value or "" for name, value in attrs}
        fetched = FETCHED.get(tag, ())
        if tag == "link" and not NOT_FETCHED & set(given.get("rel", "").lower().split()):
            fetched = ("href",)
        for name in fetched:
            for part in given.get(name, "").split(",") if name == "srcset" else [given.get(name, "")]:
                if foreign(part):
                    self.faults.append(f'<{tag} {name}="{part.strip()}"> calls another host')
        self.faults += [f"<{tag}> has an inline {name}" for name in given if name.startswith("on")]
        if "style" in given:
            self.faults.append(f"<{tag}> has an inline style")
        if any(value.lower().lstrip().startswith("javascript:") for value in given.values()):
            self.faults.append(f"<{tag}> has a javascript: address")
        if tag == "style":
            self.faults.append("<style> in the page")
        if tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
            self.faults.append("<meta http-equiv=refresh> in the page")
        if tag == "script" and "src" not in given and given.get("type", "").lower() in SCRIPT_TYPES:
            self._script = []

    def handle_data(self, data: str) -> None:
        """Collect the text of an inline script."""
        if self._script is not None:
            self._script.append(data)

    def handle_endtag(self, tag: str) -> None:
        """Close an inline script."""
        if tag == "script" and self._script is not None:
            self.scripts.append("".join(self._script))
            self._script = None

    def handle_comment(self, data: str) -> None:
        """A directive that is still here was not expanded."""
        if data.strip().startswith("cse:"):
            self.faults.append(f"<!--{data}--> was not expanded")


def foreign(address: str) -> bool:
    """Whether an address leads to another host."""
    parts = urlsplit(address.strip())
    return bool(parts.netloc) or parts.scheme in ("http", "https", "ftp", "ws", "wss")


def script_hash(script: str) -> str:
    """The hash by which a Content-Security-Policy allows one inline script."""
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def policy(scripts: set[str]) -> str:
    """The Content-Security-Policy of every page, allowing these inline scripts."""
    return POLICY.format(hashes="".join(f" '{value}'" for value in sorted(map(script_hash, scripts))))


def with_policy(html: str, content: str) -> str:
    """The page with the policy first in its head, in place of one from an earlier run."""
    tag = f'\n<meta http-equiv="Content-Security-Policy" content="{content}">'
    return HEAD.sub(lambda head: head[0] + tag, OUR_TAG.sub("", html), count=1)


def with_robots(html: str, listed: bool) -> str:
    """The page asking search engines to leave it out, unless the site is to be `listed`."""
    html = NOINDEX.sub("", html)
    return html if listed else HEAD.sub(lambda head: head[0] + '\n<meta name="robots" content="noindex">', html, 1)


def needs_python(html: str) -> bool:
    """Whether a page has the form of an instrument or the paperwork, and so starts Python."""
    return " data-instrument=" in html or has_paper(html)


def has_paper(html: str) -> bool:
    """Whether a page has a form of the paperwork or the case file."""
    return " data-paper=" in html


def with_early_start(html: str, root: str, script: str, pyscript: list[str]) -> str:
    """The page asking at once for what Python needs, if it has a form; `root` leads to the site's root.

    A script and no links: where scripts are off, nothing of Python is fetched.
    """
    html = EARLY_TAGS.sub("", html)
    if not needs_python(html):
        return html
    paper = " data-paper" if has_paper(html) else ""
    tag = f'<script data-root="{root}" data-pyscript="{" ".join(pyscript)}"{paper}>{script}</script>'
    return HEAD.sub(lambda head: f"{head[0]}\n<!-- early -->{tag}<!-- /early -->", html, count=1)
