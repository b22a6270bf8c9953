"""TOML tables to the model: an instrument's five files, read strictly.

Refuses, never repairs: every fault in every file is reported at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable

from ..model import (
    ActionRule,
    Answer,
    Fact,
    FlagRule,
    Floor,
    Group,
    Indicator,
    Instrument,
    Kind,
    Level,
    ReviewRule,
    Rule,
    SharedFact,
    Softening,
    UnknownRule,
    When,
)
from .errors import Problem
from .files import read_toml
from .table import Table

KINDS = tuple(kind.value for kind in Kind)
LEVELS = tuple(level.word for level in Level)
WHENS = ("now", "today", "dated", "ongoing")
RULE_TEXTS = {
    "one_fact_said_twice": ("merged",),
    "indicated_level": ("found", "nothing"),
    "significant_harm_judged": ("raised",),
    "professional_judgement": ("raised", "same", "below"),
    "status": ("final", "final_highest", "provisional", "nothing_recorded"),
}


def read_instrument(folder: Traversable, problems: list[Problem]) -> Instrument:
    """The instrument in a folder. Faults are added to `problems`; the result is then not to be used."""

    def table(name: str) -> Table:
        shown_as = f"instruments/{folder.name}/{name}.toml"
        return Table(read_toml(folder.joinpath(f"{name}.toml"), shown_as), shown_as, "", problems)

    about, items, rules = table("instrument"), table("indicators"), table("rules")
    actions, examples = table("actions"), table("examples")
    instrument = Instrument(
        id=about.text("id"),
        title=about.text("title"),
        short_title=about.text("short_title"),
        publisher=about.text("publisher"),
        edition=about.text("edition"),
        dated=about.text("dated"),
        status_today=about.text("status_today"),
        reviewed_by=about.text("reviewed_by", ""),
        caveat=about.text("caveat"),
        evidence=about.text("evidence"),
        caveat_cites=about.texts("caveat_cites"),
        age_limit_text=about.text("age_limit_text"),
        age_limit_cites=about.texts("age_limit_cites"),
        emergency=about.text("emergency"),
        groups=tuple(_group(row) for row in about.tables("group")),
        facts=tuple(_fact(row) for row in about.tables("fact")),
        indicators=tuple(_indicator(row) for row in items.tables("indicator")),
        shared_facts=tuple(_shared_fact(row) for row in about.tables("shared_fact", required=False)),
        rules=dict(_rules(rules)),
        floors=tuple(_floor(row) for row in rules.tables("floor", required=False)),
        unknowns=tuple(_unknown(row) for row in rules.tables("unknown", required=False)),
        flags=tuple(_flag(row) for row in rules.tables("flag")),
        actions=tuple(_action(row) for row in actions.tables("action")),
        softening=_softening(rules.table("softening")),
        review=_review(rules.table("review")),
        examples=tuple(_example(row) for row in examples.tables("example")),
    )
    for each in (about, items, rules, actions, examples):
        each.finish()
    return instrument


def _group(row: Table) -> Group:
    group = Group(row.text("id"), row.text("title"), Kind(row.one_of("kind", KINDS)), row.text("intro"))
    row.finish()
    return group


def _fact(row: Table) -> Fact:
    fact = Fact(
        id=row.text("id"),
        label=row.text("label"),
        plain=row.text("plain"),
        find_out=row.text("find_out"),
        why=row.text("why"),
        cites=row.texts("cites"),
    )
    row.finish()
    return fact


def _shared_fact(row: Table) -> SharedFact:
    shared = SharedFact(
        row.text("item"), row.texts("facts"), row.one_of("relation", ("same", "any_of")), row.texts("cites")
    )
    row.finish()
    return shared


def _indicator(row: Table) -> Indicator:
    item = Indicator(
        id=row.text("id"),
        source_ref=row.text("source_ref"),
        label=row.text("label"),
        plain=row.text("plain"),
        group=row.text("group"),
        kind=Kind(row.one_of("kind", KINDS)),
        level=Level.from_word(row.one_of("level", LEVELS)),
        cites=row.texts("cites"),
        note=row.text("note", ""),
        language_note=row.text("language_note", ""),
    )
    row.finish()
    return item


def _rules(rules: Table) -> Iterator[tuple[str, Rule]]:
    found = dict(rules.named_tables("rule"))
    for name in [name for name in found if name not in RULE_TEXTS]:
        found.pop(name).report("", "is not a rule the engine knows.", ", ".join(RULE_TEXTS))
    for name, wanted in RULE_TEXTS.items():
        row = found.get(name) or Table({}, rules.file, f"rule.{name}", rules.problems)
        texts = row.table("texts")
        yield (
            name,
            Rule(
                id=name,
                title=row.text("title"),
                texts={key: texts.text(key) for key in wanted},
                cites=row.texts("cites"),
                ours=row.yes("ours"),
            ),
        )
        texts.finish()
        row.finish()


def _floor(row: Table) -> Floor:
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


def _unknown(row: Table) -> UnknownRule:
    fact = row.text("fact")
    value = row.skip("if_it_were")
    worst: int | Answer = Answer.PRESENT
    if fact == "age" and isinstance(value, int) and 0 <= value <= 17:
        worst = value
    elif fact == "age" or value != Answer.PRESENT.value:
        row.report("if_it_were", f"is {value!r}.", "for age a whole number from 0 to 17; otherwise 'present'")
    unknown = UnknownRule(fact, worst, row.texts("cites"))
    row.finish()
    return unknown


def _flag(row: Table) -> FlagRule:
    flag = FlagRule(row.text("id"), row.text("text"), _clauses(row, "when"), row.texts("cites"), row.yes("ours"))
    row.finish()
    return flag


def _action(row: Table) -> ActionRule:
    action = ActionRule(
        id=row.text("id"),
        text=row.text("text"),
        who=row.text("who"),
        when=row.one_of("when", WHENS),
        levels=tuple(Level.from_word(word) for word in row.some_of("levels", LEVELS)),
        flags=row.texts("flags", ()),
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


def _softening(row: Table) -> Softening:
    softening = Softening(row.texts("flags"), _clauses(row, "unless"))
    row.finish()
    return softening


def _review(row: Table) -> ReviewRule:
    days = ("weekly_days", "reassess_from_days", "reassess_by_days")
    months = ("first_review_months", "then_within_months")
    numbers: Mapping[str, int] = {key: row.whole(key) or 1 for key in (*days, *months)}
    review = ReviewRule(**numbers, text=row.text("text"), cites=row.texts("cites"))
    row.finish()
    return review


def _clauses(row: Table, key: str) -> tuple[When, ...]:
    return tuple(When(dict(clause.data)) for clause in row.tables(key))


def _example(row: Table) -> Mapping[str, object]:
    row.text("name")
    row.table("case")
    row.table("expect")
    row.finish()
    return row.data
