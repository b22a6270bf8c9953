"""What must hold between the parts of "I have noticed something": every fault, with its place and what is allowed."""

from __future__ import annotations

from collections.abc import Iterator

from ..language import all_clear_phrases_in
from ..model_noticed import AdviceLine, Noticed, NoticedSign, Role, Statement
from .errors import Problem
from .instruments import load_instrument
from .sources import load_units

WHAT_RESTS = "unit ids of sources/, or ours = true"


def check_noticed(noticed: Noticed) -> Iterator[Problem]:
    """Every fault found, in the order of the files."""
    sections = {section.id for section in noticed.sections}
    for sign in noticed.signs.values():
        yield from _sign(sign, sections)
    yield from _lines(noticed)
    for question in noticed.questions:
        yield from _rests(f"advice.toml: question[{question.id}]", question.cites, ours=False)
    for name in ("why", "write", "avoid", "known_to"):
        yield from _statements(f"advice.toml: {name}", getattr(noticed, name))
    for role in noticed.roles.values():
        yield from _role(role, noticed)
    for place, text in _texts(noticed):
        for phrase in all_clear_phrases_in(text):
            yield Problem(f"noticed/{place}", f"says {phrase!r}.", "words that do not sound like an all-clear")


def _sign(sign: NoticedSign, sections: set[str]) -> Iterator[Problem]:
    place = f"signs.toml: sign[{sign.id}]"
    if sign.section not in sections:
        yield Problem(f"noticed/{place}.section", f"is {sign.section!r}.", ", ".join(sorted(sections)))
    for instrument, items in sign.items.items():
        known = {item.id for item in load_instrument(instrument).indicators}
        for item in items:
            if item not in known:
                yield Problem(f"noticed/{place}", f"has {item!r}.", f"an item id of {instrument}")
    yield from _rests(place, sign.cites, sign.ours)


def _lines(noticed: Noticed) -> Iterator[Problem]:
    lines = {line.id: line for line in noticed.lines}
    if len(lines) != len(noticed.lines):
        yield Problem("noticed/advice.toml: line", "has an id twice.", "each id once")
    order = [line.when for line in noticed.lines]
    if order != sorted(order, reverse=True):
        yield Problem("noticed/advice.toml: line", "is not in order.", "first now, then today, then the rest")
    if not any(not line.clauses for line in noticed.lines):
        yield Problem(
            "noticed/advice.toml: line", "has no line that always stands.", "at least one without [[line.if]]"
        )
    for line in noticed.lines:
        place = f"advice.toml: line[{line.id}]"
        yield from _rests(place, line.cites, line.ours)
        yield from _instead(place, line, lines)


def _instead(place: str, line: AdviceLine, lines: dict[str, AdviceLine]) -> Iterator[Problem]:
    """A line takes the place of milder ones only, so that no answer makes the advice less urgent."""
    for id_ in line.instead:
        milder = lines.get(id_)
        if milder is None or milder is line:
            yield Problem(f"noticed/{place}.instead", f"has {id_!r}.", "the id of another line")
        elif milder.when > line.when:
            yield Problem(f"noticed/{place}.instead", f"has {id_!r}, which is more urgent.", "lines no more urgent")


def _role(role: Role, noticed: Noticed) -> Iterator[Problem]:
    place = f"roles.toml: role[{role.id}]"
    for key, allowed in (("signs", tuple(noticed.signs)), ("card_signs", role.signs)):
        for id_ in getattr(role, key):
            if id_ not in allowed:
                yield Problem(
                    f"noticed/{place}.{key}", f"has {id_!r}.", "a sign of signs.toml; on the card, one of the role's"
                )
    for name in ("do", "avoid", "share", "next"):
        yield from _statements(f"{place}.{name}", getattr(role, name))


def _statements(place: str, statements: tuple[Statement, ...]) -> Iterator[Problem]:
    for number, statement in enumerate(statements, 1):
        yield from _rests(f"{place}[{number}]", statement.cites, statement.ours)


def _rests(place: str, cites: tuple[str, ...], ours: bool) -> Iterator[Problem]:
    """Every statement names what it rests on, or says that it is ours."""
    if bool(cites) == ours:
        yield Problem(
            f"noticed/{place}", "does not say what it rests on." if not cites else "is ours and cites.", WHAT_RESTS
        )
    for id_ in cites:
        if id_ not in load_units():
            yield Problem(f"noticed/{place}.cites", f"has {id_!r}.", "a unit id of sources/")


def _texts(noticed: Noticed) -> Iterator[tuple[str, str]]:
    yield "advice.toml", f"{noticed.always} {noticed.changes}"
    for sign in noticed.signs.values():
        yield f"signs.toml: sign[{sign.id}]", f"{sign.plain}. {sign.note}"
    for line in noticed.lines:
        yield f"advice.toml: line[{line.id}]", f"{line.text} {line.why}"
    for role in noticed.roles.values():
        statements = (*role.do, *role.avoid, *role.share, *role.next)
        words = (
            role.place,
            role.tell,
            role.if_no_answer,
            role.if_it_is_about_them,
            *(each.text for each in statements),
        )
        yield f"roles.toml: role[{role.id}]", " ".join(words)
