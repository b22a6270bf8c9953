"""`<!-- cse:law -->`: the law register, which a reader can narrow down. `<!-- cse:law TOPIC -->`: one topic of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .cites import cite_links
from .contacts import day_in_words
from .law_data import Entry, load_law
from .law_note import REGISTER, law_note, status_words
from .markup import Html, Part, element, hidden_text, join
from .narrow import Choice, narrow_form
from .place import address
from .slug import slug_of

# What a reader can choose by: the name of the field, its label, and what "all of them" is called.
CHOICES = (("status", "Status", "Any status"), ("act", "Act or family", "All"), ("topics", "Topic", "All topics"))
SURE = {
    "verified": "A source that supports this was read.",
    "known-not-verified": "Not verified: believed, and not read in a source. Check before you rely on it.",
    "unknown": "Not verified: not established. Check before you rely on it.",
}
READ_ITSELF = "Read in the source itself."


def law_topics() -> tuple[str, ...]:
    """The topics that the register's entries choose from."""
    return load_law().topics


def law_list(topic: str = "") -> Html:
    """Every entry under its Act, with a form that narrows the list; or the entries of one topic, in short."""
    register = load_law()
    if topic:
        return _in_short([entry for entry in register.entries.values() if topic in entry.topics])
    by_act = [(act, [entry for entry in register.entries.values() if entry.act == act]) for act in register.acts]
    shown = [(act, entries) for act, entries in by_act if entries]
    return element(
        "div",
        narrow_form(_choices(list(register.entries.values()))),
        _contents(shown),
        [_act(act, entries) for act, entries in shown],
        cls="law-register",
        data_list=True,
    )


def act_id(act: str) -> str:
    """The anchor of an Act's part of the list."""
    return f"act-{slug_of(act)}"


def _in_short(entries: Iterable[Entry]) -> Html:
    rows = [
        element(
            "li",
            element("a", entry.subject, href=address(REGISTER, entry.id)),
            ": ",
            entry.now,
            " ",
            law_note(entry),
        )
        for entry in entries
    ]
    return element("ul", rows, cls="law-in-short")


def _choices(entries: Sequence[Entry]) -> list[Choice]:
    register = load_law()
    known = {"status": register.statuses, "act": register.acts, "topics": register.topics}
    used = {key: {word for entry in entries for word in _values(entry)[key]} for key in known}
    return [
        Choice(key, label, every, [word for word in known[key] if word in used[key]]) for key, label, every in CHOICES
    ]


def _contents(shown: Sequence[tuple[str, Sequence[Entry]]]) -> Html:
    links = [element("li", element("a", f"{act} ({len(entries)})", href=f"#{act_id(act)}")) for act, entries in shown]
    return element(
        "nav",
        element("p", "On this page", cls="on-this-page__title"),
        element("ul", links),
        cls="on-this-page",
        aria_label="On this page",
    )


def _act(act: str, entries: Sequence[Entry]) -> Html:
    return element(
        "section",
        element("h2", act, _link_here(act_id(act)), id=act_id(act)),
        [_entry(entry) for entry in entries],
        data_group=True,
    )


def _entry(entry: Entry) -> Html:
    rows: tuple[tuple[str, Part], ...] = (
        ("Today", entry.now),
        ("How sure", join(_how_sure(entry), f" Last checked {day_in_words(entry.checked)}.")),
        ("Applies to", entry.applies),
        ("Since", entry.since),
        ("Changed by", entry.replaced_by),
        ("The source says", _source_says(entry)),
        ("What was not read", entry.limits),
        ("Where to look", entry.where_to_look),
        ("What was read", _read(entry)),
    )
    lines = [element("div", element("dt", term), element("dd", words)) for term, words in rows if words]
    values = {f"data_{name}": "|".join(words) for name, words in _values(entry).items()}
    return element(
        "article",
        element("h3", entry.subject, _link_here(entry.id), id=entry.id),
        element("p", element("span", _first_big(status_words(entry)), cls="tag")),
        element("dl", lines, cls="summary-list"),
        cls="law-entry",
        data_entry=True,
        data_law=entry.id,
        **values,
    )


def _values(entry: Entry) -> dict[str, tuple[str, ...]]:
    return {"status": (entry.status,), "act": (entry.act,), "topics": entry.topics}


def _source_says(entry: Entry) -> Part:
    cites = join("(", cite_links(entry.cites), ")") if entry.cites else None
    return join(entry.source_says, " " if cites else None, cites) if entry.source_says or cites else None


def _how_sure(entry: Entry) -> str:
    return SURE[entry.confidence] if entry.evidence or entry.confidence != "verified" else READ_ITSELF


def _read(entry: Entry) -> Part:
    evidence = entry.evidence
    if not evidence:
        return None if entry.confidence == "verified" else "Nothing that supports this was found to read."
    items = [
        element("li", each.says, " ", element("a", "Address", hidden_text(f" of evidence {number}"), href=each.address),
                f", read {day_in_words(each.read)}.")
        for number, each in enumerate(evidence, 1)
    ]  # fmt: skip
    title = f"{len(evidence)} {'page' if len(evidence) == 1 else 'pages'}"
    return element("details", element("summary", title), element("ul", items))


def _link_here(id_: str) -> Html:
    return element("a", "Link to this section", cls="headerlink", href=f"#{id_}")


def _first_big(words: str) -> str:
    return words[:1].upper() + words[1:]
