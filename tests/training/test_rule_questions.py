"""Questions made from the rules: the engine says what is right, so a changed rule makes another question."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path

import pytest

import cse_core
from cse_core import Instrument, case_from, load_instrument, load_questions, load_units
from cse_core.load import instruments, rests, sources
from cse_core.load.check_questions import check_question
from cse_core.load.instruments import load_instrument_from
from cse_core.model import Answer, Level, Pathway
from cse_core.model_training import Question, QuestionKind, Topic
from cse_core.quiz.bank import rule_topic
from cse_core.quiz.told import blank, plain_items, told, with_fact, with_items
from tests.cases import LAMBETH, PAN_BEDFORDSHIRE, case, checklist_case

INSTRUMENTS = Path(cse_core.__file__).parent / "instruments"
INVENTED = Path(__file__).parents[1] / "third_instrument/data"
TOPICS = {id_: rule_topic(load_instrument(id_)) for id_ in (PAN_BEDFORDSHIRE, LAMBETH)}
MADE = [question for topic in TOPICS.values() for question in topic.questions]


def asked(topic: Topic, id_: str) -> Question:
    return next(question for question in topic.questions if question.id == id_)


def right(question: Question) -> list[str]:
    return [option.text for option in question.options if option.right]


def feedback(question: Question, text: str) -> str:
    return next(option.feedback for option in question.options if option.text == text)


@pytest.fixture
def changed(tmp_path):
    """The topic of a copy of an instrument in which one text of one file is another."""

    def change(id_: str, file: str, find: str, replace: str) -> Topic:
        folder = tmp_path / id_
        shutil.copytree(INSTRUMENTS / id_, folder)
        text = folder.joinpath(file).read_text("utf-8")
        assert text.count(find) == 1, "the rule reads otherwise now"
        folder.joinpath(file).write_text(text.replace(find, replace), "utf-8")
        return rule_topic(load_instrument_from(folder))

    return change


# --- what is made ---


def test_there_are_many_and_they_are_in_the_bank() -> None:
    assert len(TOPICS[PAN_BEDFORDSHIRE].questions) >= 24
    assert len(TOPICS[LAMBETH].questions) >= 18
    assert {question.kind for question in MADE} == set(QuestionKind)
    in_bank = [question for question in load_questions().questions if question.made_from]
    assert sorted(question.id for question in in_bank) == sorted(question.id for question in MADE)


@pytest.mark.parametrize("question", MADE, ids=[question.id for question in MADE])
def test_each_is_whole_and_in_the_topic_of_its_instrument(question) -> None:
    assert list(check_question(question, question.id)) == []
    assert question.topic == f"rules-{question.made_from}"
    assert question.id.startswith(question.made_from)
    assert question.id == question.id.lower()


def test_making_them_again_makes_the_same() -> None:
    for id_, topic in TOPICS.items():
        assert rule_topic(load_instrument(id_)) == topic


@pytest.mark.parametrize(
    ("id_", "answer"),
    [
        ("pan-bedfordshire-one-low-item", ["Low"]),
        ("pan-bedfordshire-one-medium-item", ["Medium"]),
        ("pan-bedfordshire-one-high-item", ["High"]),
        ("pan-bedfordshire-two-lists", ["Medium"]),
        ("pan-bedfordshire-nothing-recorded", ["No level"]),
        ("pan-bedfordshire-many-low-items", ["Low"]),
        ("pan-bedfordshire-from-how-many-low-items", ["5"]),
        ("pan-bedfordshire-looked-after", ["Medium"]),
        ("pan-bedfordshire-care-leaver", ["Medium"]),
        ("pan-bedfordshire-care-leaver-and-nothing-else", ["No level"]),
        ("pan-bedfordshire-learning-disability-or-mental-health", ["High"]),
        ("pan-bedfordshire-learning-disability-or-mental-health-2", ["High"]),
        ("pan-bedfordshire-under-13", ["High"]),
        ("pan-bedfordshire-under-13-at-13", ["Low"]),
        ("pan-bedfordshire-under-13-at-which-ages", ["11 years old", "12 years old"]),
        ("pan-bedfordshire-suspected-medium-item", ["Medium"]),
        ("pan-bedfordshire-suspected-mental-health-concern", ["High"]),
        ("pan-bedfordshire-judgement-lower", ["High"]),
        ("pan-bedfordshire-judgement-higher", ["Medium"]),
        ("pan-bedfordshire-significant-harm", ["High"]),
        ("pan-bedfordshire-not-known", ["At least Low; could be High"]),
        ("pan-bedfordshire-weekly-note", ["9 March 2026"]),
        ("pan-bedfordshire-assess-again", ["13 April 2026"]),
        ("pan-bedfordshire-first-review", ["2 June 2026"]),
        ("pan-bedfordshire-due-pb-a3-med-act-05", ["16 March 2026"]),
        ("pan-bedfordshire-now-sexual-activity-under-13", ["11 years old", "12 years old"]),
        ("lambeth-nothing-recorded", ["Nothing is recorded yet"]),
        ("lambeth-one-unmarked-item", ["Refer to children's social care today. Do first what is for now"]),
        ("lambeth-one-green-mark", ["Refer to children's social care today. Do first what is for now"]),
        ("lambeth-many-unmarked-items", ["Refer to children's social care today. Do first what is for now"]),
        ("lambeth-one-red-mark", ["Call children's social care and the police now"]),
        ("lambeth-red-among-amber", ["Call children's social care and the police now"]),
        ("lambeth-fact-disclosure", ["Call children's social care and the police now"]),
        ("lambeth-suspected-disclosure-and-green", ["Call children's social care and the police now"]),
        ("lambeth-fact-looked-after", ["Refer to children's social care today. Do first what is for now"]),
        ("lambeth-significant-harm", ["Call children's social care and the police now"]),
        ("lambeth-now-under-13-automatic-referral", ["11 years old", "12 years old"]),
    ],
)
def test_the_answers_are_those_of_the_printed_rules(id_, answer) -> None:
    assert right(next(question for question in MADE if question.id == id_)) == answer


def test_answers_agree_with_readings_of_the_same_cases() -> None:
    """The same cases, built by other means, and read by the public way."""

    def reads(given) -> Level | Pathway | None:
        return cse_core.assess(case_from(given)).outcome

    assert reads(case("LOW-08", age=12)) is Level.HIGH
    assert reads(case("LOW-08", age=13)) is Level.LOW
    assert reads(case(looked_after="present")) is Level.MEDIUM
    assert reads(checklist_case("34", marks={"34": "red"})) is Pathway.SECTION_47_NOW
    assert reads(checklist_case("34")) is Pathway.REFER_NOW


def test_feedback_is_the_engine_s_own_words_with_its_citations() -> None:
    question = asked(TOPICS[PAN_BEDFORDSHIRE], "pan-bedfordshire-under-13")
    (floor,) = (floor for floor in load_instrument(PAN_BEDFORDSHIRE).floors if floor.id == "floor_under_13")
    assert feedback(question, "High") == floor.text
    assert feedback(question, "Low").endswith(floor.text)
    assert question.cites == floor.cites
    low = asked(TOPICS[PAN_BEDFORDSHIRE], "pan-bedfordshire-one-low-item")
    assert "Low means act today" in feedback(low, "Low")
    assert "the child is under 13 and any item or other concern is recorded" in feedback(low, "High")
    five = asked(TOPICS[PAN_BEDFORDSHIRE], "pan-bedfordshire-many-low-items")
    assert "The level does not change because of the number." in feedback(five, "Low")


def test_nothing_recorded_never_reassures() -> None:
    for id_, text in ((PAN_BEDFORDSHIRE, "No level"), (LAMBETH, "Nothing is recorded yet")):
        question = asked(TOPICS[id_], f"{id_}-nothing-recorded")
        assert "tells you nothing about whether the child is being harmed" in feedback(question, text)


# --- a changed rule makes another question ---


def test_another_age_in_the_rule_is_another_age_in_the_question(changed) -> None:
    topic = changed(
        PAN_BEDFORDSHIRE, "rules.toml", "age_under = 13\nanything_recorded", "age_under = 14\nanything_recorded"
    )
    assert asked(topic, "pan-bedfordshire-under-13").stem.startswith("A child is 13.")
    ages = asked(topic, "pan-bedfordshire-under-13-at-which-ages")
    assert right(ages) == ["12 years old", "13 years old"]
    assert right(asked(topic, "pan-bedfordshire-under-13-at-14")) == ["Low"]
    assert "under 14 and any item" in feedback(asked(topic, "pan-bedfordshire-one-low-item"), "High")


def test_another_level_in_the_rule_is_another_right_answer(changed) -> None:
    find = 'title = "A looked-after child is never Low"\nraises_to = "medium"'
    topic = changed(PAN_BEDFORDSHIRE, "rules.toml", find, find.replace("medium", "high"))
    assert right(asked(topic, "pan-bedfordshire-looked-after")) == ["High"]
    other = asked(topic, "pan-bedfordshire-care-leaver")
    assert right(other) == ["Medium"]
    assert "“Looked after” is recorded" in feedback(other, "High")


def test_another_number_in_the_flag_is_another_right_answer(changed) -> None:
    topic = changed(PAN_BEDFORDSHIRE, "rules.toml", "low_at_least = 5", "low_at_least = 3")
    assert right(asked(topic, "pan-bedfordshire-from-how-many-low-items")) == ["3"]
    assert "Three items are recorded" in asked(topic, "pan-bedfordshire-many-low-items").stem


def test_other_words_of_the_rule_are_other_words_of_the_feedback(changed) -> None:
    find = "The tool says a child under 13 must be treated as High."
    topic = changed(PAN_BEDFORDSHIRE, "rules.toml", find, "Another sentence.")
    question = asked(topic, "pan-bedfordshire-under-13")
    assert feedback(question, "High") == "The child is under 13 and something is recorded. Another sentence."


def test_another_date_is_another_right_answer(changed) -> None:
    topic = changed(PAN_BEDFORDSHIRE, "rules.toml", "weekly_days = 7", "weekly_days = 3")
    assert right(asked(topic, "pan-bedfordshire-weekly-note")) == ["5 March 2026"]


def test_a_rule_that_is_taken_out_asks_nothing(changed) -> None:
    """Without the clause about being looked after, the fact changes nothing, and the question says so."""
    find = '[[floor.when]]\nany_fact = ["looked_after"]\n'
    topic = changed(
        PAN_BEDFORDSHIRE, "rules.toml", find, '[[floor.when]]\nany_fact = ["looked_after"]\nage_from = 99\n'
    )
    assert not [question for question in topic.questions if question.id == "pan-bedfordshire-looked-after"]
    raising = asked(topic, "pan-bedfordshire-facts-that-raise")
    assert "Looked after" not in right(raising)
    assert "Looked after" in right(asked(TOPICS[PAN_BEDFORDSHIRE], "pan-bedfordshire-facts-that-raise"))


def test_another_item_on_a_list_moves_in_the_questions(changed) -> None:
    item = plain_items(load_instrument(PAN_BEDFORDSHIRE), Level.LOW)[0]
    text = INSTRUMENTS.joinpath(PAN_BEDFORDSHIRE, "indicators.toml").read_text("utf-8")
    row = next(part for part in text.split("[[indicator]]") if f'id = "{item.id}"' in part)
    topic = changed(PAN_BEDFORDSHIRE, "indicators.toml", row, row.replace('level = "low"', 'level = "high"'))
    assert item.plain not in asked(topic, "pan-bedfordshire-one-low-item").stem
    assert item.plain in asked(TOPICS[PAN_BEDFORDSHIRE], "pan-bedfordshire-one-low-item").stem


def test_lambeth_routes_too(changed) -> None:
    topic = changed(LAMBETH, "rules.toml", 'leads_to = "section_47_now"\ntext', 'leads_to = "refer_now"\ntext')
    assert right(asked(topic, "lambeth-one-red-mark")) == [
        "Refer to children's social care today. Do first what is for now"
    ]
    assert not [question for question in topic.questions if question.id == "lambeth-marks-and-ways-on"]


def test_lambeth_age_too(changed) -> None:
    find = 'age_under = 13\nany_item = [\n  "pregnancies-or-termination"'
    topic = changed(LAMBETH, "rules.toml", find, find.replace("13", "15"))
    question = asked(topic, "lambeth-now-under-13-automatic-referral")
    assert right(question) == ["13 years old", "14 years old"]


# --- a case in words ---


def test_a_case_in_words_says_all_of_it_and_nothing_else() -> None:
    instrument = load_instrument(PAN_BEDFORDSHIRE)
    item = plain_items(instrument, Level.LOW)[0]
    found = told(instrument, with_items(with_fact(blank(instrument, age=9), "looked_after", Answer.SUSPECTED), item))
    assert found == (
        f"A child is 9. “Looked after” is recorded as suspected. One item is recorded: “{item.plain}”. "
        "Everything else is answered no."
    )
    open_ = told(instrument, blank(instrument, age=None, rest=Answer.NOT_KNOWN))
    assert open_ == "A child's age is not known. Nobody has answered anything yet."


@pytest.mark.parametrize("id_", [PAN_BEDFORDSHIRE, LAMBETH])
def test_the_items_asked_about_are_calm_to_read_first(id_) -> None:
    instrument: Instrument = load_instrument(id_)
    for level in (*Level, None):
        assert all("sex" not in item.plain for item in plain_items(instrument, level)[:1])


# --- other instruments ---


@pytest.mark.parametrize("id_", ["invented-levels", "invented-plain", "invented-routes"])
def test_invented_instruments_make_fair_questions_too(id_, monkeypatch) -> None:
    """Small ones, with few items and few rules: fewer questions, and every one of them whole."""
    file = INVENTED / "sources/invented.toml"
    made = sources.read_source(tomllib.loads(file.read_text("utf-8")), "sources/invented.toml", [])
    units = {**load_units(), **made.units}
    for module in (instruments, rests):
        monkeypatch.setattr(module, "load_units", lambda: units)
    topic = rule_topic(load_instrument_from(INVENTED / "instruments" / id_))
    assert len(topic.questions) >= 4
    stems = [question.stem for question in topic.questions]
    assert len(set(stems)) == len(stems)
    for question in topic.questions:
        assert list(check_question(question, question.id)) == []
