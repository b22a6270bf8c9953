"""Numbers for the headings of a guidance page, so that a reader can cite a part of it: 1, 1.1, 1.2, 2."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from .docs_pages import DocsPage, page_of

# After the table of contents (5) has given each heading its address, which therefore does not depend on its number.
PRIORITY = 4
GUIDANCE = "guidance/"
# A reader in a hurry reads the first part of these pages before any list of the rest.
FIRST = ("in-one-minute", "tell")
# Where the theme puts the list "On this page"; without it, the list stands under the title.
CONTENTS = "contents-here"


def is_guidance(page: DocsPage) -> bool:
    """Whether the page's headings are numbered and its sources listed at its end."""
    return page.path.startswith(GUIDANCE) or "audience" in page.meta


def numbers(levels: Sequence[int]) -> Iterator[str]:
    """The number of each heading, given their levels: 2 is a part, 3 a part of it; others have none."""
    part, sub = 0, 0
    for level in levels:
        if level == 2:
            part, sub = part + 1, 0
        elif level == 3 and part:
            sub += 1
        yield str(part) if level == 2 else f"{part}.{sub}" if level == 3 and part else ""


class Numbers(Treeprocessor):
    """Writes the numbers into the headings and into the list "On this page"."""

    def run(self, root: Element) -> None:
        """Number a guidance page; leave any other as it is."""
        page = page_of(self.md)
        if page is None or not is_guidance(page):
            return
        found = [element for element in root.iter() if element.tag in ("h2", "h3")]
        given: dict[str, str] = {}
        for element, number in zip(found, numbers([int(element.tag[1]) for element in found]), strict=True):
            if number:
                _write(element, number)
                given[element.get("id", "")] = number
        _number_contents(getattr(self.md, "toc_tokens", []), given)


class ContentsPlace(Treeprocessor):
    """Marks the place of the list "On this page" behind a page's first part, where that is what to do at once."""

    def run(self, root: Element) -> None:
        """Put the mark before the second heading of such a page."""
        parts = [(at, element) for at, element in enumerate(root) if element.tag == "h2"]
        if len(parts) > 1 and parts[0][1].get("id") in FIRST:
            root.insert(parts[1][0], Element("div", {"class": CONTENTS}))


def _write(heading: Element, number: str) -> None:
    label = SubElement(heading, "span", {"class": "heading-number"})
    heading.remove(label)
    label.text, label.tail, heading.text = number, f" {heading.text or ''}", None
    heading.insert(0, label)


def _number_contents(tokens: Sequence[dict[str, Any]], given: Mapping[str, str]) -> None:
    for token in tokens:
        if number := given.get(token["id"]):
            token["name"], token["html"] = f"{number} {token['name']}", f"{number} {token['html']}"
        _number_contents(token["children"], given)


def register(md: Markdown) -> None:
    """Add the numbers, and the place of the list, to this converter."""
    md.treeprocessors.register(Numbers(md), "cse_numbers", PRIORITY)
    md.treeprocessors.register(ContentsPlace(md), "cse_contents_place", PRIORITY - 1)
