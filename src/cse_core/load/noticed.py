"""The data of "I have noticed something", read strictly from its three files. Nothing loads it unless asked to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TypeVar

from ..model_noticed import (
    ROLE_WORDS,
    AdviceClause,
    AdviceLine,
    Noticed,
    NoticedSection,
    NoticedSign,
    ReadMore,
    Reply,
    Role,
    Statement,
    Urgency,
    UrgentQuestion,
)
from .check_noticed import check_noticed
from .errors import InstrumentError, Problem
from .files import data_folder, read_toml
from .instruments import instrument_ids
from .table import Table

Named = TypeVar("Named", NoticedSign, Role)

FILES = ("signs", "advice", "roles")
URGENCIES: Mapping[str, Urgency] = {urgency.word: urgency for urgency in Urgency}
# A sign is never for later.
OF_SIGNS = ("today", "now")
REPLIES = tuple(reply.value for reply in Reply)


@cache
def load_noticed() -> Noticed:
    """All of it, checked whole; InstrumentError with every fault found."""
    folder = data_folder("noticed")
    return noticed_from({name: read_toml(folder.joinpath(f"{name}.toml"), f"noticed/{name}.toml") for name in FILES})


def noticed_from(files: Mapping[str, Mapping[str, object]]) -> Noticed:
    """What the tables of the three files say, checked whole; InstrumentError with every fault found."""
    problems: list[Problem] = []
    signs, advice, roles = (Table(files[name], f"noticed/{name}.toml", "", problems) for name in FILES)
    questions = tuple(_question(row) for row in advice.tables("question"))
    ids = tuple(question.id for question in questions)
    noticed = Noticed(
        title=advice.text("title"),
        always=advice.text("always"),
        changes=advice.text("changes"),
        sections=tuple(_section(row) for row in signs.tables("section")),
        signs=_by_id(signs, "sign", [_sign(row) for row in signs.tables("sign")]),
        questions=questions,
        lines=tuple(_line(row, ids) for row in advice.tables("line")),
        roles=_by_id(roles, "role", [_role(row) for row in roles.tables("role")]),
        why=_statements(advice, "why"),
        write=_statements(advice, "write"),
        avoid=_statements(advice, "avoid"),
        known_to=_statements(advice, "known_to"),
    )
    for table in (signs, advice, roles):
        table.finish()
    problems.extend(check_noticed(noticed))
    if problems:
        raise InstrumentError(problems)
    return noticed


def _section(row: Table) -> NoticedSection:
    section = NoticedSection(row.text("id"), row.text("title"), row.text("intro", ""))
    row.finish()
    return section


def _sign(row: Table) -> NoticedSign:
    sign = NoticedSign(
        id=row.text("id"),
        section=row.text("section"),
        plain=row.text("plain"),
        also=row.texts("also"),
        items={id_: row.texts(id_.replace("-", "_"), ()) for id_ in instrument_ids()},
        cites=row.texts("cites", ()),
        ours=row.yes("ours"),
        urgency=URGENCIES[row.one_of("urgency", OF_SIGNS)],
        note=row.text("note", ""),
    )
    row.finish()
    return sign


def _question(row: Table) -> UrgentQuestion:
    words = {reply: row.text(reply.value) for reply in Reply}
    question = UrgentQuestion(row.text("id"), row.text("ask"), row.text("hint"), words, row.texts("cites"))
    row.finish()
    return question


def _line(row: Table, questions: tuple[str, ...]) -> AdviceLine:
    line = AdviceLine(
        id=row.text("id"),
        when=URGENCIES[row.one_of("when", tuple(URGENCIES))],
        text=row.text("text"),
        why=row.text("why", ""),
        cites=row.texts("cites", ()),
        ours=row.yes("ours"),
        clauses=tuple(_clause(each, questions) for each in row.tables("if", required=False)),
        instead=row.texts("instead", ()),
    )
    row.finish()
    return line


def _clause(row: Table, questions: tuple[str, ...]) -> AdviceClause:
    asked = {id_: tuple(map(Reply, row.some_of(id_, REPLIES))) for id_ in questions if row.has(id_)}
    sign = tuple(URGENCIES[word] for word in row.some_of("sign", OF_SIGNS))
    if not sign and not any(asked.values()):
        row.report("", "asks for nothing.", f"sign, or one of {', '.join(questions)}")
    row.finish()
    return AdviceClause(asked, sign)


def _role(row: Table) -> Role:
    role = Role(
        id=row.text("id"),
        title=row.text("title"),
        page_title=row.text("page_title"),
        place=row.text("place"),
        **{name: row.text(name) for name in ROLE_WORDS},
        signs=row.texts("signs"),
        card_signs=row.texts("card_signs"),
        do=_statements(row, "do"),
        avoid=_statements(row, "avoid"),
        share=_statements(row, "share"),
        next=_statements(row, "next"),
        more=tuple(_more(each) for each in row.tables("more")),
    )
    row.finish()
    return role


def _more(row: Table) -> ReadMore:
    more = ReadMore(row.text("page"), row.text("why"))
    row.finish()
    return more


def _statements(table: Table, key: str) -> tuple[Statement, ...]:
    return tuple(_statement(row) for row in table.tables(key))


def _statement(row: Table) -> Statement:
    statement = Statement(row.text("text"), row.texts("cites", ()), row.yes("ours"), row.texts("law", ()))
    row.finish()
    return statement


def _by_id(table: Table, key: str, rows: Iterable[Named]) -> dict[str, Named]:
    found: dict[str, Named] = {}
    for row in rows:
        if row.id in found:
            table.report(key, f"has {row.id!r} twice.", "each id once")
        found[row.id] = row
    return found
