"""The questions that people wrote, read strictly: one file for each topic. Nothing loads them unless asked to."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ..model_training import Option, Pair, Question, QuestionBank, QuestionKind, Step, Topic, TrainingSettings
from .check_questions import check_questions
from .errors import InstrumentError, Problem
from .files import data_folder, read_toml
from .table import Table

SETTINGS = "settings"
KINDS = tuple(kind.value for kind in QuestionKind)
HIGHEST_MARK = 100


@cache
def load_training_settings() -> TrainingSettings:
    """The pass mark, how often to refresh, and the words for roles and tags; InstrumentError with every fault."""
    problems: list[Problem] = []
    table = _settings_table(problems)
    settings = _settings(table)
    table.texts("topics")
    table.finish()
    if problems:
        raise InstrumentError(problems)
    return settings


@cache
def load_written_questions() -> QuestionBank:
    """Every question that somebody wrote, checked whole; InstrumentError with every fault found."""
    folder = data_folder("questions")
    names = sorted(file.name.removesuffix(".toml") for file in folder.iterdir() if file.name.endswith(".toml"))
    return questions_from({name: read_toml(folder.joinpath(f"{name}.toml"), _shown(name)) for name in names})


def questions_from(files: Mapping[str, Mapping[str, object]]) -> QuestionBank:
    """The bank in the tables of its files, by name without ending; InstrumentError with every fault found."""
    problems: list[Problem] = []
    table = Table(files.get(SETTINGS, {}), _shown(SETTINGS), "", problems)
    settings, order = _settings(table), table.texts("topics")
    table.finish()
    topics = {name: _topic(Table(data, _shown(name), "", problems)) for name, data in files.items() if name != SETTINGS}
    for name in sorted({*topics} ^ {*order}):
        table.report("topics", f"and the files of the folder differ in {name!r}.", "each file once, and nothing else")
    bank = QuestionBank(settings, tuple(topics[name] for name in order if name in topics))
    problems.extend(check_questions(bank))
    for name, topic in topics.items():
        if topic.id != name:
            problems.append(Problem(f"{_shown(name)}: topic", f"is {topic.id!r}.", f"the file's name, {name!r}"))
    if problems:
        raise InstrumentError(problems)
    return bank


def _shown(name: str) -> str:
    return f"questions/{name}.toml"


def _settings_table(problems: list[Problem]) -> Table:
    file = data_folder("questions").joinpath(f"{SETTINGS}.toml")
    return Table(read_toml(file, _shown(SETTINGS)), _shown(SETTINGS), "", problems)


def _settings(table: Table) -> TrainingSettings:
    mark = table.whole("pass_mark") or HIGHEST_MARK
    if mark > HIGHEST_MARK:
        table.report("pass_mark", f"is {mark}.", f"per cent, up to {HIGHEST_MARK}")
    words = {key: table.table(key) for key in ("roles", "tags")}
    return TrainingSettings(
        pass_percent=mark,
        refresh_months=table.whole("refresh_months") or 1,
        questions_per_check=table.whole("questions_per_check") or 1,
        roles={id_: words["roles"].text(id_) for id_ in words["roles"].data},
        tags={id_: words["tags"].text(id_) for id_ in words["tags"].data},
    )


def _topic(table: Table) -> Topic:
    id_ = table.text("topic")
    topic = Topic(
        id=id_,
        title=table.text("title"),
        page=table.text("page"),
        questions=tuple(_question(row, id_) for row in table.tables("question")),
    )
    table.finish()
    return topic


def _question(row: Table, topic: str) -> Question:
    kind = QuestionKind(row.one_of("kind", KINDS))
    chosen = kind in (QuestionKind.SINGLE, QuestionKind.MULTIPLE)
    question = Question(
        id=row.text("id"),
        topic=topic,
        kind=kind,
        roles=row.texts("roles"),
        stem=row.text("stem"),
        cites=row.texts("cites", ()),
        ours=row.yes("ours"),
        law=row.texts("law", ()),
        why=row.text("why", ""),
        options=tuple(map(_option, row.tables("option"))) if chosen else (),
        steps=tuple(map(_step, row.tables("step"))) if kind is QuestionKind.ORDER else (),
        pairs=tuple(map(_pair, row.tables("pair"))) if kind is QuestionKind.MATCH else (),
    )
    row.finish()
    return question


def _option(row: Table) -> Option:
    if not row.has("right"):
        row.report("right", "is missing.", "true or false")
    option = Option(row.text("text"), row.yes("right"), row.text("feedback"))
    row.finish()
    return option


def _step(row: Table) -> Step:
    step = Step(row.text("text"), row.text("feedback"))
    row.finish()
    return step


def _pair(row: Table) -> Pair:
    pair = Pair(row.text("left"), row.text("right"), row.text("feedback"))
    row.finish()
    return pair
