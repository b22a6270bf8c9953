"""Build the site again with Zensical, finish it the same way, and compare the two.

    python -m site_widgets.build.compare build/site build/zensical

Zensical is what the site will move to when Material for MkDocs ends. It reads the same mkdocs.yml and
silently ignores what it does not know, so what matters is compared: pages, headings, anchors, forms, links.
"""

from __future__ import annotations

import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

from site_widgets.build.finish import finish

CONFIG = Path("mkdocs.yml")
# Beside mkdocs.yml, because every path in it is read from where the file lies.
COPY = Path("mkdocs.zensical.yml")
FIELD_ATTRIBUTES = ("type", "name", "value", "checked", "id", "form", "data-instrument")
FIELDS = {"form", "fieldset", "input", "select", "option", "textarea", "button", "output"}
HEADINGS = {"h1", "h2", "h3"}


class Outline(HTMLParser):
    """The headings, form fields and links of a page's text, in order, and its anchors."""

    def __init__(self, html: str, address: str = "") -> None:
        super().__init__()
        self._address = address
        self.headings: list[str] = []
        self.fields: list[tuple[str | None, ...]] = []
        self.links: list[str] = []
        self.anchors: set[str] = set()
        self._heading = False
        self._text = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a heading, a field or an anchor."""
        given = dict(attrs)
        self._text = self._text or tag == "article"
        if tag == "a" and self._text:
            # The two write the way to the same page differently.
            self.links.append(urljoin(f"https://site/{self._address}", given.get("href") or ""))
        if tag in HEADINGS:
            self._heading = True
            self.headings.append("")
        if tag in FIELDS:
            self.fields.append((tag, *(given.get(name) for name in FIELD_ATTRIBUTES)))
        if anchor := given.get("id"):
            self.anchors.add(anchor)

    def handle_data(self, data: str) -> None:
        """Add to a heading."""
        if self._heading:
            self.headings[-1] += data

    def handle_endtag(self, tag: str) -> None:
        """End a heading."""
        if tag in HEADINGS:
            self._heading = False


def build_with_zensical(out: Path) -> None:
    """Build `mkdocs.yml` into `out` with Zensical; its warnings stop the build."""
    COPY.write_text(f"{CONFIG.read_text('utf-8')}\nsite_dir: {out}\n", "utf-8")
    try:
        command = [Path(sys.executable).with_name("zensical"), "build", "--strict", "--clean", "-f", COPY]
        done = subprocess.run(command, capture_output=True, text=True)
    finally:
        COPY.unlink()
    if done.returncode:
        sys.exit(f"Zensical could not build the site:\n{done.stdout[-4000:]}\n{done.stderr[-2000:]}")
    finish(out)


def outlines(site: Path) -> dict[str, Outline]:
    """The outline of every page, by its path in the site."""
    pages = sorted(site.rglob("*.html"))
    paths = {page.relative_to(site).as_posix(): page for page in pages}
    return {path: Outline(page.read_text("utf-8"), path) for path, page in paths.items()}


def differences(first: Path, second: Path) -> list[str]:
    """What one site has and the other has not."""
    ours, theirs = outlines(first), outlines(second)
    faults = [f"{page}: only in one of the two" for page in sorted(set(ours) ^ set(theirs))]
    for page in sorted(set(ours) & set(theirs)):
        for what in ("headings", "fields", "links", "anchors"):
            one, two = getattr(ours[page], what), getattr(theirs[page], what)
            if one != two:
                only = [item for item in one if item not in two] + [item for item in two if item not in one]
                faults.append(f"{page}: {what} differ: {'; '.join(map(str, only[:5])) or 'in order'}")
    return faults


def run(first: Path, second: Path) -> None:
    """Build the second site, compare it with the first, and stop if they differ."""
    build_with_zensical(second)
    if faults := differences(first, second):
        sys.exit("The site is not the same with Zensical:\n  " + "\n  ".join(faults))
    print(f"Zensical: the same {len(outlines(first))} pages, headings, anchors, forms and links")


if __name__ == "__main__":
    run(Path(sys.argv[1]), Path(sys.argv[2]))
