"""Every page under docs/, read once: its front matter, its text, and the units it cites."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml
from markdown import Markdown

from cse_core import instrument_ids, load_instrument, load_units
from cse_core.paperwork import load_forms

from .changes import changes
from .contacts import contacts
from .differences_data import load_differences
from .disruption import disruption
from .disruption_data import load_disruption
from .glossary import glossary
from .instrument_units import cites_of
from .law_data import load_law
from .noticed_rules import noticed_rules
from .noticed_units import cites_of_noticed
from .page_text import PageText
from .paper_units import PLAN, cites_of_form, cites_of_toolkit
from .place import page_path
from .quiz_on_paper import answers, questions
from .reading import reading
from .role import role

DOCS = Path(__file__).parents[2] / "docs"
FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
# What a page shows as code says nothing of itself.
CODE = re.compile(r"^ {0,3}(`{3,}|~{3,}).*?^ {0,3}\1[`~]*[ \t]*$|`[^`\n]+`", re.DOTALL | re.MULTILINE)
IN_PROSE = re.compile(r"\{\{([^{}\n]+)\}\}")
DIRECTIVE = re.compile(r"^ {0,3}<!--\s*cse:(.*?)-->\s*$", re.MULTILINE)
FIRST_HEADING = re.compile(r"^# (.+)$", re.MULTILINE)
# Directives that make Markdown, which is read like the rest of the page.
MADE: Mapping[str, Callable[..., PageText]] = {
    "answers": answers,
    "changes": changes,
    "contacts": contacts,
    "disruption": disruption,
    "glossary": glossary,
    "questions": questions,
    "noticed-rules": noticed_rules,
    "reading": reading,
    "role": role,
}
# The Sources pages name every unit, and restate none.
SOURCES = "sources/"


class DocsPage(NamedTuple):
    """One page as its author wrote it. `cites` are its unit ids, each once; those in `marked` have their own place."""

    path: str
    meta: Mapping[str, object]
    text: str
    cites: tuple[str, ...]
    marked: frozenset[str]

    @property
    def title(self) -> str:
        """What the page is called."""
        heading = FIRST_HEADING.search(self.text)
        return str(self.meta.get("title") or (heading[1] if heading else self.path))

    def texts(self, key: str) -> tuple[str, ...]:
        """A list in the front matter; absent means empty."""
        found = self.meta.get(key) or ()
        return tuple(map(str, found)) if isinstance(found, list | tuple) else (str(found),)


@cache
def docs_pages() -> Mapping[str, DocsPage]:
    """Every page, by its path under docs/."""
    files = sorted(file for file in DOCS.rglob("*.md") if "_data" not in file.parts)
    pages = (read_page(file.relative_to(DOCS).as_posix(), file.read_text("utf-8")) for file in files)
    return {page.path: page for page in pages}


def read_page(path: str, text: str) -> DocsPage:
    """The page in the text of one file."""
    front = FRONT_MATTER.match(text)
    meta = yaml.safe_load(front[1]) if front else None
    prose = DIRECTIVE.sub(lambda found: _made(found[1].strip()) or found[0], CODE.sub("", text))
    marked = dict.fromkeys(_in_prose(prose))
    all_cites = dict.fromkeys([*marked, *_from_data(prose)])
    return DocsPage(path, meta or {}, text, tuple(all_cites), frozenset(marked))


def page_of(md: Markdown) -> DocsPage | None:
    """The page that is being made, or None where no generator is at work, as in a test."""
    return docs_pages().get(page_path(md) or "")


@cache
def restated_on() -> Mapping[str, tuple[DocsPage, ...]]:
    """For every unit, the pages that cite it."""
    found: dict[str, list[DocsPage]] = {unit: [] for unit in load_units()}
    for page in docs_pages().values():
        if not page.path.startswith(SOURCES):
            for unit in page.cites:
                found[unit].append(page)
    return {unit: tuple(pages) for unit, pages in found.items()}


def line_of(page: DocsPage, written: str) -> int | None:
    """The line of the file where something stands, counted as an editor counts."""
    at = page.text.find(written)
    return page.text.count("\n", 0, at) + 1 if at >= 0 else None


def units_in(written: str) -> tuple[str, ...]:
    """The parts of what stands between `{{` and `}}`."""
    return tuple(part.strip() for part in written.split(";") if part.strip())


def _made(directive: str) -> str:
    name, *arguments = directive.split()
    return MADE[name](*arguments) if name in MADE else ""


def _in_prose(prose: str) -> Iterator[str]:
    for found in IN_PROSE.finditer(prose):
        yield from (unit for unit in units_in(found[1]) if unit in load_units())


def _from_data(prose: str) -> Iterator[str]:
    """What the page's directives cite, whose texts are data."""
    for found in DIRECTIVE.finditer(prose):
        name, *arguments = found[1].split() or [""]
        if name == "instrument" and arguments and arguments[0] in instrument_ids():
            yield from cites_of(load_instrument(arguments[0]))
        # One topic of it is shown in short, without what the sources say.
        if name == "law" and not arguments:
            for entry in load_law().entries.values():
                yield from entry.cites
        if name == "noticed":
            yield from cites_of_noticed()
        if name == "paper" and arguments and arguments[0] in load_forms():
            yield from cites_of_form(load_forms()[arguments[0]])
            if arguments[0] == PLAN:
                yield from cites_of_toolkit(load_disruption())
        if name == "differences":
            for difference in load_differences():
                yield from (unit for place in difference.says for unit in place.cites)
