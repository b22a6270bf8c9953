"""What both instruments read in an episode, put into a page: the engine's own words, with ids and headings that fit."""

from __future__ import annotations

from html import unescape
from html.parser import HTMLParser

from cse_core import compare, comparison_to_html
from cse_core.model_training import Episode

from .law_named import entries_named_in
from .law_note import law_note
from .markup import Html, element, escape, join
from .page_blocks import BLOCKS
from .place import ROOT

# The engine writes for a page two folders deep.
UP = "../../"
IDS = ("id", "aria-labelledby")
HEADINGS = {f"h{rank}": rank for rank in range(1, 7)}
# The whole record, for a script that this page does not have; and what would start Python here.
LEFT_OUT = frozenset({"data-assessment", "data-instrument", "data-comparison", "tabindex", "lang"})
# What is said of the tools and not of the child waits behind a line to open.
FOLDED = {
    "comparison-differences": "Why the two readings differ, and what to do about it",
    "comparison-answers": "What each tool made of the answers",
}


def reading_of(episode: Episode, prefix: str, new_tab: bool) -> Html:
    """Both instruments side by side. `prefix` begins every id; with `new_tab` a citation leaves the page open."""
    return placed(comparison_to_html(compare(episode.vignette)), prefix, new_tab)


def placed(html: str, prefix: str, new_tab: bool = False) -> Html:
    """A reading that the engine wrote, for a page at any depth and for more than one on it; headings one rank lower."""
    return _Placed(prefix, new_tab).of(html)


class _Placed(HTMLParser):
    """Writes the same HTML again, with what has to be different."""

    def __init__(self, prefix: str, new_tab: bool) -> None:
        super().__init__(convert_charrefs=False)
        self._prefix = prefix
        self._new_tab = new_tab
        self._out: list[str] = []
        # The tags that are open, each as it was written out, with what comes behind it.
        self._open: list[tuple[str, str]] = []
        # The words since the last block began or ended.
        self._words: list[str] = []

    def of(self, html: str) -> Html:
        self.feed(html)
        self.close()
        return Html("".join(self._out))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._end_block(tag)
        given = {name: value or "" for name, value in attrs}
        # A link to a question of the form has no form here.
        if folded := FOLDED.get(given.get("class", "")):
            self._out.append(f"<details>{element('summary', folded)}")
        written = "span" if "data-jump" in given else f"h{HEADINGS[tag] + 1}" if tag in HEADINGS else tag
        kept = {} if written == "span" and tag == "a" else self._kept(tag, given)
        self._out.append(f"<{written}{''.join(self._attribute(*pair) for pair in kept.items())}>")
        if tag != "br":
            self._open.append((written, "</details>" if folded else ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._new_tab and self._open[-1][0] == "a":
            self._out.append(element("span", " (opens in a new tab)", cls="visually-hidden"))
        self._end_block(tag)
        written, behind = self._open.pop()
        self._out.append(f"</{written}>{behind}")

    def handle_data(self, data: str) -> None:
        self._out.append(data)
        self._words.append(data)

    def handle_entityref(self, name: str) -> None:
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.handle_data(f"&#{name};")

    def _end_block(self, tag: str) -> None:
        """What has changed in law since is said where it is named, as on every page."""
        if tag in BLOCKS:
            named = entries_named_in(unescape("".join(self._words)))
            self._out += [f" {law_note(entry, self._new_tab)}" for entry in named]
            self._words.clear()

    def _kept(self, tag: str, given: dict[str, str]) -> dict[str, str]:
        kept = {name: self._moved(name, value) for name, value in given.items() if name not in LEFT_OUT}
        if "data-instrument" in given:
            kept["data-tool"] = given["data-instrument"]
        if tag == "a" and self._new_tab:
            kept |= {"target": "_blank", "rel": "noopener"}
        return kept

    def _moved(self, name: str, value: str) -> str:
        if name in IDS:
            return " ".join(f"{self._prefix}-{each}" for each in value.split())
        if name == "href" and value.startswith(UP):
            return f"{ROOT}{value.removeprefix(UP)}"
        return value

    @staticmethod
    def _attribute(name: str, value: str) -> str:
        return join(f" {name}", Html(f'="{escape(value)}"') if value else "")
