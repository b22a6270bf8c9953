"""The stories for training, read strictly: one file for each. Nothing loads them unless asked to."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ..model_comparison import Vignette
from ..model_training import (
    ActionNamed,
    Episode,
    FirstStep,
    GapOffered,
    Mistake,
    More,
    Remark,
    Scenario,
    SignOffered,
)
from .check_scenarios import check_scenario
from .crosswalk import load_crosswalk
from .errors import InstrumentError, Problem, VignetteError
from .files import data_folder, read_toml
from .questions import load_training_settings
from .read_vignette import VIGNETTE_SCHEMA, vignette_from
from .table import Table


@cache
def load_scenarios() -> Mapping[str, Scenario]:
    """Every story by its id, each checked whole; InstrumentError with every fault found in any of them."""
    found: dict[str, Scenario] = {}
    problems: list[Problem] = []
    for file in sorted(data_folder("scenarios").iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            id_ = file.name.removesuffix(".toml")
            try:
                found[id_] = scenario_from(read_toml(file, f"scenarios/{file.name}"), id_)
            except InstrumentError as error:
                problems.extend(error.problems)
    if problems:
        raise InstrumentError(problems)
    return found


def scenario_from(tables: Mapping[str, object], id_: str) -> Scenario:
    """The story in the tables of one file, checked whole; InstrumentError with every fault found."""
    problems: list[Problem] = []
    shown_as = f"scenarios/{id_}.toml"
    table = Table(tables, shown_as, "", problems)
    settings = load_training_settings()
    # The file's name is the id. A file may say it again, and then it must agree.
    if table.text("id", id_) != id_:
        table.report("id", f"is {table.data['id']!r}.", f"the file's name, {id_!r}")
    scenario = Scenario(
        id=id_,
        title=table.text("title"),
        summary=table.text("summary"),
        content_note=table.text("content_note", ""),
        minutes=table.whole("minutes") or 1,
        teller=table.text("teller"),
        roles=table.some_of("roles", tuple(settings.roles)),
        shows=table.some_of("shows", tuple(settings.tags)),
        episodes=tuple(_episode(row) for row in table.tables("episode")),
        more=tuple(_more(row) for row in table.tables("more")),
    )
    table.finish()
    # What could not be read has been told already, and cannot be looked at further.
    if not problems:
        problems.extend(check_scenario(scenario, shown_as))
    if problems:
        raise InstrumentError(problems)
    return scenario


def _episode(row: Table) -> Episode:
    instruments = load_crosswalk().between
    episode = Episode(
        title=row.text("title"),
        story=row.text("story"),
        vignette=_vignette(row),
        signs=tuple(_sign(each, instruments) for each in row.tables("sign")),
        gaps=tuple(_gap(each) for each in row.tables("unknown")),
        first_steps=tuple(_first_step(each, instruments) for each in row.tables("first_step")),
        bias=tuple(_text(each) for each in row.tables("bias")),
        practice=tuple(_remark(each) for each in row.tables("practice")),
        mistakes=tuple(_mistake(each) for each in row.tables("mistake")),
        discuss=tuple(_text(each) for each in row.tables("discuss")),
    )
    row.finish()
    return episode


def _vignette(row: Table) -> Vignette:
    """The facts of the episode, as one story told to both instruments. Every row that they share is confirmed."""
    same = row.texts("same") if row.has("same") else tuple(shared.id for shared in load_crosswalk().same)
    cases = {}
    for id_, case in row.named_tables("cases"):
        parts = dict(case.data)
        if case.has("answers"):
            given = case.table("answers").data
            parts["answers"] = {key: {"answer": said} if isinstance(said, str) else said for key, said in given.items()}
        cases[id_] = parts
    told = {"schema": VIGNETTE_SCHEMA, "assessed_on": row.text("assessed_on"), "same": list(same), "cases": cases}
    try:
        return vignette_from(told)
    except VignetteError as error:
        for problem in error.problems:
            row.report(problem.place, problem.problem, problem.allowed)
        return vignette_from({**told, "assessed_on": "2026-01-01", "same": [], "cases": {}})


def _sign(row: Table, instruments: tuple[str, ...]) -> SignOffered:
    named = {id_: row.text(key) for id_ in instruments if row.has(key := id_.replace("-", "_"))}
    if not named:
        row.report("", "names no item.", "an item of one instrument or of both")
    sign = SignOffered(named, row.text("where", ""), row.text("feedback"))
    row.finish()
    return sign


def _gap(row: Table) -> GapOffered:
    _answered(row, "told")
    gap = GapOffered(row.text("text"), row.yes("told"), row.text("feedback"), row.texts("cites", ()), row.yes("ours"))
    row.finish()
    return gap


def _first_step(row: Table, instruments: tuple[str, ...]) -> FirstStep:
    _answered(row, "good")
    action = None
    if row.has("action"):
        instrument, colon, id_ = row.text("action").partition(":")
        if not colon or instrument not in instruments:
            allowed = f"{' or '.join(instruments)}, a colon, and an action id"
            row.report("action", f"is {row.data['action']!r}.", allowed)
        action = ActionNamed(instrument, id_)
    step = FirstStep(
        text=row.text("text"),
        good=row.yes("good"),
        feedback=row.text("feedback"),
        cites=row.texts("cites", ()),
        ours=row.yes("ours"),
        action=action,
    )
    row.finish()
    return step


def _answered(row: Table, key: str) -> None:
    """Leaving out what is right is never taken for a no."""
    if not row.has(key):
        row.report(key, "is missing.", "true or false")


def _remark(row: Table) -> Remark:
    remark = Remark(row.text("text"), row.texts("cites", ()), row.yes("ours"))
    row.finish()
    return remark


def _mistake(row: Table) -> Mistake:
    mistake = Mistake(row.text("text"), row.text("instead"), row.texts("cites", ()), row.yes("ours"))
    row.finish()
    return mistake


def _more(row: Table) -> More:
    more = More(row.text("page"), row.text("why"))
    row.finish()
    return more


def _text(row: Table) -> str:
    text = row.text("text")
    row.finish()
    return text
