"""A Python-Markdown extension: a line that is `<!-- cse:NAME args -->` becomes the HTML of that directive.

It needs nothing of the site generator, so MkDocs and Zensical expand the same pages the same way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from cse_core import instrument_ids

from .differences import differences
from .emergency import emergency
from .form import form
from .form_both import both
from .instrument_page import instrument_page
from .markup import Html
from .picture import picture
from .public_api import public_api
from .reviewed import reviewed

MARKER = re.compile(r"^ {0,3}<!--\s*cse:(?P<rest>.*?)-->\s*$")
FENCE = re.compile(r"^ {0,3}(?P<mark>`{3,}|~{3,})")

# After white space is made regular (30), before fenced code (25) and raw HTML (20) are taken out.
PRIORITY = 28


class DirectiveError(ValueError):
    """A directive that cannot be expanded: where it is, what was written, what is allowed."""


@dataclass(frozen=True, slots=True)
class Directive:
    """What a directive makes, and whether it wants an instrument's id."""

    expand: Callable[..., Html]
    wants_instrument: bool

    @property
    def usage(self) -> str:
        """The arguments as a page's author writes them."""
        return f" {'|'.join(instrument_ids())}" if self.wants_instrument else ""


DIRECTIVES: Mapping[str, Directive] = {
    "api": Directive(public_api, wants_instrument=False),
    "both": Directive(both, wants_instrument=False),
    "differences": Directive(differences, wants_instrument=False),
    "emergency": Directive(emergency, wants_instrument=False),
    "form": Directive(form, wants_instrument=True),
    "instrument": Directive(instrument_page, wants_instrument=True),
    "picture": Directive(picture, wants_instrument=True),
    "reviewed": Directive(reviewed, wants_instrument=True),
}


def expand(written: str, line: int) -> Html:
    """The HTML for what stands after `cse:` on this line of the page; DirectiveError if it is not allowed."""
    name, *arguments = written.split() or [""]
    directive = DIRECTIVES.get(name)
    if directive is None:
        allowed = ", ".join(f"cse:{key}{known.usage}" for key, known in DIRECTIVES.items())
        raise DirectiveError(f"page line {line}: there is no directive cse:{written.strip()}. Allowed: {allowed}.")
    fits = len(arguments) == 1 and arguments[0] in instrument_ids() if directive.wants_instrument else not arguments
    if not fits:
        raise DirectiveError(
            f"page line {line}: cse:{written.strip()} has the wrong arguments. Allowed: cse:{name}{directive.usage}."
        )
    return directive.expand(*arguments)


class DirectivePreprocessor(Preprocessor):
    """Replaces each whole-line directive outside fenced code."""

    def run(self, lines: list[str]) -> list[str]:
        """The page with every directive put away as raw HTML."""
        out: list[str] = []
        fence = ""
        for number, line in enumerate(lines, start=1):
            mark = FENCE.match(line)
            if mark and not fence:
                fence = mark["mark"]
            elif mark and mark["mark"].startswith(fence):
                fence = ""
            found = None if fence else MARKER.match(line)
            if found is None:
                out.append(line)
            else:
                out += ["", self.md.htmlStash.store(expand(found["rest"], number)), ""]
        return out


class Directives(Extension):
    """Registers the directives with Python-Markdown."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name Python-Markdown calls
        """Called by Python-Markdown."""
        md.preprocessors.register(DirectivePreprocessor(md), "cse_directives", PRIORITY)


def makeExtension(**options: object) -> Directives:  # noqa: N802 - the name Python-Markdown looks for
    """Called by Python-Markdown."""
    return Directives(**options)
