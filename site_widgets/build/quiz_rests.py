"""What a question rests on, for whoever has answered it: why, the paragraphs, today's law, and what to read."""

from __future__ import annotations

from collections.abc import Iterator

from cse_core import load_instrument
from cse_core.model_training import Question, Topic

from .cites import cite_links, instrument_address
from .law_data import Entry, load_law
from .law_named import entries_named_in
from .law_note import law_note
from .markup import Html, Part, element, hidden_text, join
from .place import address

OURS = "Ours: from good practice and from today's law, not from the two documents of 2013 and 2014."


def rests_of(question: Question, topic: Topic, new_tab: bool = True) -> Html:
    """Everything below the answer. From the check, links open in a new tab, so that no answer is lost."""
    found = load_law().entries
    laws = [found[id_] for id_ in question.law]
    return element(
        "div",
        element("p", question.why) if question.why else None,
        element("p", _rests_on(question, new_tab)),
        element("p", "Law and names today: ", _laws(laws, new_tab), ".") if laws else None,
        element("p", "Read more: ", link(topic.title, address(topic.page), new_tab), "."),
        cls="quiz-rests",
    )


def also_named(question: Question) -> tuple[Entry, ...]:
    """The laws whose names stand in the question itself, and would mislead without their status."""
    texts = [question.stem, *(part.text for part in (*question.options, *question.steps))]
    texts += [text for pair in question.pairs for text in (pair.left, pair.right)]
    return tuple(dict.fromkeys(entry for text in texts for entry in entries_named_in(text)))


def link(words: str, href: str, new_tab: bool) -> Html:
    """A link; in a new tab it says so to those who cannot see it."""
    return element(
        "a",
        words,
        hidden_text(" (opens in a new tab)") if new_tab else None,
        href=href,
        target="_blank" if new_tab else None,
        rel="noopener" if new_tab else None,
    )


def _rests_on(question: Question, new_tab: bool) -> Part:
    if question.made_from:
        name = load_instrument(question.made_from).short_title
        made = join(
            "Made from the rules of the tool: ", link(name, instrument_address(question.made_from), new_tab), ". "
        )
    else:
        made = Html("")
    if question.cites:
        return join(made, "Rests on: ", cite_links(question.cites, new_tab=new_tab), ".")
    return made or OURS


def _laws(laws: list[Entry], new_tab: bool) -> Iterator[Part]:
    for at, entry in enumerate(laws):
        yield "; " if at else None
        yield entry.subject
        yield " "
        yield law_note(entry, new_tab)
