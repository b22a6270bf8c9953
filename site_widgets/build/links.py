"""Check every local link of a built site: the file is there, and so is the anchor. Asks no other host.

python -m site_widgets.build.links build/site
"""

from __future__ import annotations

import sys
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

NAMED_BY = {"for", "aria-labelledby", "aria-describedby", "aria-controls"}


class Links(HTMLParser):
    """The ids of a page, the addresses it names and the ids that its attributes name."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: Counter[str] = Counter()
        self.addresses: set[str] = set()
        self.named: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collect from one element."""
        for name, value in attrs:
            if name == "id" and value:
                self.ids[value] += 1
            elif name in ("href", "src") and value is not None:
                self.addresses.add(value)
            elif name in NAMED_BY and value:
                self.named.update(value.split())


def target(site: Path, page: Path, address: str) -> Path | None:
    """The file that a local address on `page` leads to; None if it leads out of the site."""
    path = unquote(urlsplit(address).path)
    base = PurePosixPath("/") / page.relative_to(site).parent.as_posix()
    parts: list[str] = []
    for part in (base / path).parts[1:] if path else page.relative_to(site).parts:
        if part == ".." and not parts:
            return None
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    found = site.joinpath(*parts)
    return found / "index.html" if found.is_dir() else found


def page_faults(site: Path, page: Path, pages: dict[Path, Links]) -> list[str]:
    """What is wrong with the links and ids of one page."""
    links = pages[page]
    faults = [f'id="{name}" is there {count} times' for name, count in links.ids.items() if count > 1]
    faults += [f'names id="{name}", which is not there' for name in sorted(links.named - set(links.ids))]
    for address in sorted(links.addresses):
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            continue
        found = target(site, page, address)
        if found is None or not found.is_file():
            faults.append(f"{address} leads nowhere")
        elif parts.fragment and found in pages and unquote(parts.fragment) not in pages[found].ids:
            faults.append(f"{address} has no such place on its page")
    return faults


def check(site: Path) -> list[str]:
    """Every fault in the links of a site, with the page it is on."""
    pages = {path: Links(path.read_text("utf-8")) for path in sorted(site.rglob("*.html"))}
    return [f"{page.relative_to(site)}: {fault}" for page in pages for fault in page_faults(site, page, pages)]


def run(site: Path) -> None:
    """Check a site and stop if a link is broken."""
    if faults := check(site):
        sys.exit("Broken links:\n  " + "\n  ".join(faults))
    print(f"Links: all lead somewhere ({sum(1 for _ in site.rglob('*.html'))} pages)")


if __name__ == "__main__":
    run(Path(sys.argv[1]))
