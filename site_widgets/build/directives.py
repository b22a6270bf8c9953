"""A Python-Markdown extension: a line that is `<!-- cse:NAME args -->` becomes the HTML of that directive.

It also turns citations in a page's text into links, numbers the headings of guidance, and adds the end of a page.
It is the same under MkDocs and Zensical, and no plugin of either.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from cse_core import instrument_ids, load_sources

from . import headings, page_end, prose
from .a_to_z import a_to_z
from .call import call
from .case_file import case_file
from .differences import differences
from .docs_pages import MADE
from .emergency import emergency
from .form import form
from .form_both import both
from .instrument_page import instrument_page
from .law_list import law_list, law_topics
from .markup import Html
from .noticed import noticed
from .page_text import PageText
from .paper import paper, paper_ids
from .picture import picture
from .public_api import public_api
from .quiz import learner_record, quiz
from .reviewed import reviewed
from .role import role_ids
from .scenario import scenario, scenario_answers
from .scenario_data import story_ids
from .scenario_list import scenarios, session
from .sheets import SIZES, sheets
from .source_page import source_page
from .support import support

MARKER = re.compile(r"^ {0,3}<!--\s*cse:(?P<rest>.*?)-->\s*$")
FENCE = re.compile(r"^ {0,3}(?P<mark>`{3,}|~{3,})")

# After white space is made regular (30), before fenced code (25) and raw HTML (20) are taken out.
PRIORITY = 28


class DirectiveError(ValueError):
    """A directive that cannot be expanded: where it is, what was written, what is allowed."""


def _nothing() -> tuple[str, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Directive:
    """What a directive makes, and the words of which it wants one; none where there are no words."""

    expand: Callable[..., Html | PageText]
    words: Callable[[], Sequence[str]] = _nothing
    optional: bool = False

    @property
    def usage(self) -> str:
        """The arguments as a page's author writes them."""
        words = "|".join(self.words())
        return (f" [{words}]" if self.optional else f" {words}") if words else ""

    def fits(self, written: str) -> bool:
        """Whether what stands after the directive's name is allowed."""
        return written in self.words() if written else self.optional or not self.words()


# Those of MADE that want a word.
WORDS: Mapping[str, Callable[[], Sequence[str]]] = {"role": role_ids}

DIRECTIVES: Mapping[str, Directive] = {
    "a-z": Directive(a_to_z),
    "api": Directive(public_api),
    "both": Directive(both),
    "call": Directive(call),
    "differences": Directive(differences),
    "emergency": Directive(emergency),
    "form": Directive(form, instrument_ids),
    "instrument": Directive(instrument_page, instrument_ids),
    "law": Directive(law_list, law_topics, optional=True),
    "noticed": Directive(noticed),
    "case-file": Directive(case_file),
    "paper": Directive(paper, paper_ids),
    "picture": Directive(picture, instrument_ids),
    "quiz": Directive(quiz),
    "record": Directive(learner_record),
    "reviewed": Directive(reviewed, instrument_ids),
    "scenario": Directive(scenario, story_ids),
    "scenario-answers": Directive(scenario_answers, story_ids),
    "scenarios": Directive(scenarios),
    "session": Directive(session),
    "sheets": Directive(sheets, lambda: SIZES),
    "source": Directive(source_page, lambda: tuple(load_sources())),
    "support": Directive(support),
    **{name: Directive(make, WORDS.get(name, _nothing)) for name, make in MADE.items()},
}


def expand(written: str, line: int) -> Html | PageText:
    """What stands in place of `cse:...` on this line of the page; DirectiveError if it is not allowed."""
    name, _, argument = " ".join(written.split()).partition(" ")
    directive = DIRECTIVES.get(name)
    if directive is None:
        allowed = ", ".join(f"cse:{key}{known.usage}" for key, known in DIRECTIVES.items())
        raise DirectiveError(f"page line {line}: there is no directive cse:{written.strip()}. Allowed: {allowed}.")
    if not directive.fits(argument):
        raise DirectiveError(
            f"page line {line}: cse:{written.strip()} has the wrong arguments. Allowed: cse:{name}{directive.usage}."
        )
    return directive.expand(argument) if argument else directive.expand()


class DirectivePreprocessor(Preprocessor):
    """Replaces each whole-line directive outside fenced code."""

    def run(self, lines: list[str]) -> list[str]:
        """The page with every directive put away as raw HTML, or made into Markdown that is read like the rest."""
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
                continue
            made = expand(found["rest"], number)
            out += ["", *(made.split("\n") if isinstance(made, PageText) else [self.md.htmlStash.store(made)]), ""]
        return out


class Directives(Extension):
    """Registers the directives with Python-Markdown."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name Python-Markdown calls
        """Called by Python-Markdown."""
        md.preprocessors.register(DirectivePreprocessor(md), "cse_directives", PRIORITY)
        for part in (prose, headings, page_end):
            part.register(md)


def makeExtension(**options: object) -> Directives:  # noqa: N802 - the name Python-Markdown looks for
    """Called by Python-Markdown."""
    return Directives(**options)
