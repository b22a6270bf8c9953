"""What an instrument decides: rules, floors, routes, flags, actions and when to look again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..model import (
    ActionRule,
    Answer,
    FlagRule,
    Floor,
    Level,
    LevelNote,
    Outcome,
    Pathway,
    Reads,
    ReviewRule,
    Route,
    Rule,
    Softening,
    Statement,
    UnknownRule,
    When,
)
from .table import Table

LEVELS = tuple(level.word for level in Level)
PATHWAYS = tuple(pathway.word for pathway in Pathway if pathway)
WHENS = ("now", "today", "dated", "ongoing")
MERGED = {"one_fact_said_twice": ("merged",)}
RULE_TEXTS: Mapping[Reads, Mapping[str, tuple[str, ...]]] = {
    Reads.LEVEL: {
        "indicated_level": ("found", "nothing"),
        "significant_harm_judged": ("raised",),
        "professional_judgement": ("raised", "same", "below"),
        "status": ("final", "final_highest", "provisional", "nothing_recorded"),
    },
    Reads.PATHWAY: {"status": ("final", "nothing_recorded", "nothing_title")},
}


def read_rules(rules: Table, reads: Reads) -> Iterator[tuple[str, Rule]]:
    """Each named step of an instrument that reads so, with every text the engine may print."""
    found = dict(rules.named_tables("rule"))
    known = {**MERGED, **RULE_TEXTS[reads]}
    for name in [name for name in found if name not in known]:
        found.pop(name).report("", "is not a rule the engine knows.", ", ".join(known))
    for name, wanted in known.items():
        if name not in RULE_TEXTS[reads] and name not in found:
            continue
        row = found.get(name) or Table({}, rules.file, f"rule.{name}", rules.problems)
        texts = row.table("texts")
        rule = Rule(
            id=name,
            title=row.text("title"),
            texts={key: texts.text(key) for key in wanted},
            cites=row.texts("cites"),
            ours=row.yes("ours"),
        )
        texts.finish()
        row.finish()
        yield name, rule


def read_floor(row: Table) -> Floor:
    """A rule that raises a level."""
    floor = Floor(
        id=row.text("id"),
        title=row.text("title"),
        raises_to=Level.from_word(row.one_of("raises_to", LEVELS)),
        when=_clauses(row, "when"),
        because=row.texts("because"),
        text=row.text("text"),
        cites=row.texts("cites"),
    )
    row.finish()
    return floor


def read_route(row: Table) -> Route:
    """A way to a pathway."""
    route = Route(
        id=row.text("id"),
        title=row.text("title"),
        leads_to=Pathway.from_word(row.one_of("leads_to", PATHWAYS)),
        when=_clauses(row, "when"),
        text=row.text("text"),
        cites=row.texts("cites"),
    )
    row.finish()
    return route


def read_level_note(row: Table) -> LevelNote:
    """What is always said beside a level."""
    note = LevelNote(Level.from_word(row.one_of("level", LEVELS)), row.text("text"), row.texts("cites"))
    row.finish()
    return note


def read_unknown(row: Table) -> UnknownRule:
    """A fact that could raise the level or add a flag, and the value to try."""
    fact = row.text("fact")
    value = row.skip("if_it_were")
    worst: int | Answer = Answer.PRESENT
    if fact == "age" and isinstance(value, int) and 0 <= value <= 17:
        worst = value
    elif fact == "age" or value != Answer.PRESENT.value:
        row.report("if_it_were", f"is {value!r}.", "for age a whole number from 0 to 17; otherwise 'present'")
    unknown = UnknownRule(fact, worst, row.texts("adds", ()), row.texts("cites"))
    row.finish()
    return unknown


def read_flag(row: Table) -> FlagRule:
    """Something the reader must see."""
    flag = FlagRule(row.text("id"), row.text("text"), _clauses(row, "when"), row.texts("cites"), row.yes("ours"))
    row.finish()
    return flag


def read_action(row: Table, reads: Reads) -> ActionRule:
    """An action and what calls for it."""
    outcomes: tuple[Outcome, ...]
    if reads is Reads.LEVEL:
        outcomes = tuple(Level.from_word(word) for word in row.some_of("levels", LEVELS))
    else:
        outcomes = tuple(Pathway.from_word(word) for word in row.some_of("pathways", PATHWAYS))
    action = ActionRule(
        id=row.text("id"),
        text=row.text("text"),
        who=row.text("who"),
        when=row.one_of("when", WHENS),
        outcomes=outcomes,
        flags=row.texts("flags", ()),
        called_when=_clauses(row, "called_when") if row.has("called_when") else (),
        first=row.yes("first"),
        if_sign_found=row.yes("if_sign_found"),
        only_when_softened=row.yes("only_when_softened"),
        working_days=row.whole("working_days", optional=True),
        cites=row.texts("cites"),
        ours=row.yes("ours"),
        source_says=row.text("source_says", ""),
    )
    row.finish()
    return action


def read_softening(row: Table) -> Softening:
    """When actions marked `if_sign_found` wait for a sign."""
    softening = Softening(row.texts("flags"), _clauses(row, "unless"))
    row.finish()
    return softening


def read_review(row: Table) -> ReviewRule:
    """How soon to look again."""
    days = ("weekly_days", "reassess_from_days", "reassess_by_days")
    months = ("first_review_months", "then_within_months")
    numbers: Mapping[str, int] = {key: row.whole(key) or 1 for key in (*days, *months)}
    review = ReviewRule(
        **numbers,
        weekly=read_statement(row.table("weekly")),
        reassess=read_statement(row.table("reassess")),
        formal=read_statement(row.table("formal")),
        text=row.text("text"),
        cites=row.texts("cites"),
    )
    row.finish()
    return review


def read_statement(row: Table) -> Statement:
    """A sentence and what it rests on."""
    statement = Statement(row.text("text"), row.texts("cites"))
    row.finish()
    return statement


def _clauses(row: Table, key: str) -> tuple[When, ...]:
    return tuple(When(dict(clause.data)) for clause in row.tables(key))
