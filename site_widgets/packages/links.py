"""Links of the site, for a page that stands alone: to a file beside it where there is one, else just words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..build.finish_page import foreign
from ..build.markup import Html
from ..build.place import ROOT

LINK = re.compile(r"<a\b(?P<given>[^>]*)>(?P<words>.*?)</a>", re.DOTALL)
HREF = re.compile(r'\bhref="(?P<address>[^"]*)"')
NEW_TAB = re.compile(r' target="_blank"| rel="noopener"|<span class="visually-hidden"> \(opens in a new tab\)</span>')
KEPT = re.compile(r'\s(?:class|id)="[^"]*"')


def alone(html: str, beside: Mapping[str, str]) -> Html:
    """The HTML without a link that leads out of the package. `beside` gives the file for an address of the site.

    A link to another host keeps its words and shows where it led, so that a reader can type it.
    """
    return Html(LINK.sub(lambda found: _link(found, beside), html))


def _link(found: re.Match[str], beside: Mapping[str, str]) -> str:
    given, words = found["given"], found["words"]
    href = HREF.search(given)
    address = href["address"] if href else ""
    page, hash_, anchor = address.partition("#")
    file = beside.get(address) or beside.get(page)
    if file:
        to = file if address in beside or not anchor else f"{file}{hash_}{anchor}"
        return NEW_TAB.sub("", "<a" + given.replace(f'"{address}"', f'"{to}"') + f">{words}</a>")
    if address.startswith(ROOT):
        return f"<span{''.join(KEPT.findall(given))}>{NEW_TAB.sub('', words)}</span>"
    if foreign(address):
        return f"{NEW_TAB.sub('', words)} ({address.partition('://')[2].rstrip('/')})"
    return found[0]
