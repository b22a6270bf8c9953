"""The frame of a package's page: the site's styles, the same urgent help, and what a learning system is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import cse_core

from ..build.finish_page import Page, policy, with_policy
from ..build.markup import Html, Part, element, join
from ..build.place import with_addresses
from .assets import PLACE

# The styles of every page, on top of which comes what its body needs.
FRAME = (
    "site/tokens.css",
    "site/site.css",
    "site/page-furniture.css",
    "site/components.css",
    "site/forms.css",
    "site/tables.css",
    "site/print.css",
    "packages/packages.css",
)
URGENT = Path(__file__).parents[1] / "theme/partials/urgent-help.html"
URGENT_PART = re.compile(r'<aside class="urgent".*?</aside>', re.DOTALL)
TO_THE_SITE = re.compile(r' <a href="\{\{[^"]*">[^<]*</a>')
WHAT_IT_IS = re.compile(r'aria-label="What this site is">\s*<p[^>]*>(?P<words>[^{<]*)')
# Said at the top; the script shows the one that holds.
KEEPS_NOTHING = (
    "No learning system has opened this page, so nothing is sent, and nothing is kept when you close it. "
    "You can use it all the same."
)
ENDED = "The learning system has your result. You can close this page now."


def page(title: str, told: str, body: Part, styles: Iterable[str] = (), script: str = "") -> bytes:
    """A whole page. `told` says what a learning system is told; without a script there is none to tell it."""
    sheets = [element("link", rel="stylesheet", href=f"{PLACE}/{path}") for path in (*FRAME, *styles)]
    runs = element("script", type="module", src=f"{PLACE}/{script}") if script else None
    head = element(
        "head",
        Html('<meta charset="utf-8">'),
        Html('<meta name="viewport" content="width=device-width,initial-scale=1">'),
        Html('<meta name="referrer" content="no-referrer">'),
        Html('<meta name="color-scheme" content="light dark">'),
        element("title", title),
        # Else the browser asks the host for one.
        element("link", rel="icon", href="data:,"),
        sheets,
        runs,
    )
    urgent, what = _furniture()
    main = element(
        "main",
        element(
            "article", element("h1", title, id="top"), _told(told) if script else None, body, cls="content md-typeset"
        ),
        id="main",
        cls="package site-width",
        tabindex=-1,
    )
    foot = element(
        "footer", element("p", what, f" Edition {cse_core.__version__}."), cls="site-foot package-foot site-width"
    )
    skip = element("a", "Skip to main content", href="#main", cls="package-skip")
    html = with_addresses(str(element("html", head, element("body", skip, urgent, main, foot), lang="en-GB")), "")
    return _checked(title, f"<!doctype html>\n{with_policy(html, policy(set()))}\n")


def _told(told: str) -> Html:
    def line(key: str, words: str) -> Html:
        return element("p", words, data_told=key, hidden=True)

    lines = (line("yes", f"A learning system has opened this page. {told}"), line("no", KEEPS_NOTHING))
    return join(
        element("div", lines, cls="inset no-print"),
        element("p", role="status", data_told="ended", data_words=ENDED, cls="no-print"),
    )


def _furniture() -> tuple[Html, str]:
    """Urgent help and what this is, in the very words of the site's pages."""
    text = URGENT.read_text("utf-8")
    urgent, what = URGENT_PART.search(text), WHAT_IT_IS.search(text)
    if not urgent or not what:
        raise ValueError(f"{URGENT.name} no longer has the words that a package shows.")
    # A package has no other page of the site to lead to.
    return Html(TO_THE_SITE.sub("", urgent[0])), what["words"].strip()


def _checked(title: str, html: str) -> bytes:
    """The page, refused where it would fetch from another host, or where something of the site is left in it."""
    faults: Sequence[str] = Page(html).faults
    if "cse-root:" in html:
        faults = [*faults, "an address of the site is left"]
    if faults:
        raise ValueError(f"The page {title!r} is not fit for a package: {'; '.join(faults)}")
    return html.encode()
