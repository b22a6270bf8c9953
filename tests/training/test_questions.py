"""The bank of questions: enough of each kind, fair, whole, and strictly read."""

from __future__ import annotations

import copy
import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

import cse_core
from cse_core import InstrumentError, load_questions, load_units
from cse_core.load.questions import load_training_settings, load_written_questions, questions_from
from cse_core.model_training import QuestionKind
from site_widgets.build.law_data import load_law

ROOT = Path(__file__).parents[2]
FOLDER = Path(cse_core.__file__).parent / "questions"
WRITTEN = tuple(load_written_questions().questions)
ALL = tuple(load_questions().questions)
every_question = pytest.mark.parametrize("question", ALL, ids=[question.id for question in ALL])
# How the kinds are meant to be shared out, and by how much the bank may differ.
SHARES = {QuestionKind.SINGLE: 60, QuestionKind.MULTIPLE: 20, QuestionKind.ORDER: 10, QuestionKind.MATCH: 10}
GIVE = 6


def test_there_are_enough_for_every_topic_and_role() -> None:
    assert len(WRITTEN) >= 120
    assert all(len(topic.questions) >= 10 for topic in load_questions().topics)
    asked = load_training_settings().questions_per_check
    for role in ("school", "foster-carer", "health", "police", "social-care", "new-starter"):
        assert len(list(load_questions().for_role(role))) >= 4 * asked, role


def test_the_kinds_are_balanced() -> None:
    kinds = Counter(question.kind for question in WRITTEN)
    for kind, share in SHARES.items():
        assert share - GIVE <= 100 * kinds[kind] / len(WRITTEN) <= share + GIVE, kind


def test_ids_and_stems_are_there_once() -> None:
    assert len({question.id for question in ALL}) == len(ALL)
    assert len({question.stem.casefold() for question in ALL}) == len(ALL)


@every_question
def test_it_is_whole(question) -> None:
    parts = (*question.options, *question.steps, *question.pairs)
    assert 3 <= len(parts) <= 5
    assert all(part.feedback.strip() for part in parts)
    right = sum(option.right for option in question.options)
    if question.kind is QuestionKind.SINGLE:
        assert right == 1
    if question.kind is QuestionKind.MULTIPLE:
        assert 2 <= right < len(question.options)
        assert question.stem.endswith("Choose all that apply.")
    assert bool(question.options) == (question.kind in (QuestionKind.SINGLE, QuestionKind.MULTIPLE))
    assert bool(question.steps) == (question.kind is QuestionKind.ORDER)
    assert bool(question.pairs) == (question.kind is QuestionKind.MATCH)
    assert len({pair.right for pair in question.pairs}) == len(question.pairs)
    assert bool(question.cites) != question.ours
    assert {*question.cites, *(cite for option in question.options for cite in option.cites)} <= set(load_units())


@every_question
def test_it_is_no_trick(question) -> None:
    assert not re.search(r"\bwhich .*\b(?:not|never|except)\b.*\?", question.stem, re.I)
    for option in question.options:
        assert not re.search(r"\b(?:all|none|both) of (?:the above|these)\b", option.text, re.I)


def test_the_right_option_is_not_the_longest_more_often_than_chance() -> None:
    """Who always takes the longest option must not pass. The same for the shortest."""
    single = [question for question in WRITTEN if question.kind is QuestionKind.SINGLE]
    by_chance = sum(1 / len(question.options) for question in single) / len(single)
    for choose in (max, min):
        hits = sum(choose(question.options, key=lambda option: len(option.text)).right for question in single)
        assert hits / len(single) <= by_chance + 0.15, f"{choose.__name__}: {hits} of {len(single)}"


def test_right_options_are_not_much_longer() -> None:
    options = [option for question in WRITTEN for option in question.options]
    length = {right: [len(option.text) for option in options if option.right is right] for right in (True, False)}
    mean = {right: sum(lengths) / len(lengths) for right, lengths in length.items()}
    assert abs(mean[True] - mean[False]) < 0.2 * mean[False]


def test_laws_and_pages_are_there() -> None:
    laws = {law for question in WRITTEN for law in question.law}
    assert laws <= set(load_law().entries)
    assert {topic.page for topic in load_questions().topics if not ROOT.joinpath("docs", topic.page).is_file()} == set()


def test_the_pass_mark_is_three_quarters_and_counted_in_whole_numbers() -> None:
    settings = load_training_settings()
    assert settings.pass_percent == 75
    assert settings.refresh_months >= 1
    assert settings.passes(8, 10)
    assert not settings.passes(7, 10)
    assert settings.passes(3, 4)
    assert not settings.passes(0, 0)


# --- what is refused ---

FILES = {file.stem: tomllib.loads(file.read_text("utf-8")) for file in sorted(FOLDER.glob("*.toml"))}


def test_the_copy_is_good_before_it_is_broken() -> None:
    assert questions_from(copy.deepcopy(FILES)) == load_written_questions()


def first(files, kind):
    return next(question for question in files["signs"]["question"] if question["kind"] == kind)


def _right_everywhere(question):
    for option in question["option"]:
        option["right"] = True


FAULTS = {
    "two right": (lambda f: _right_everywhere(first(f, "single")), "right options"),
    "all right": (lambda f: _right_everywhere(first(f, "multiple")), "one or more wrong"),
    "does not say how many": (lambda f: first(f, "multiple").update(stem="Which are signs?"), "how many to choose"),
    "right is left out": (lambda f: first(f, "single")["option"][0].pop("right"), "right: is missing"),
    "no feedback": (lambda f: first(f, "single")["option"][1].update(feedback=""), "feedback: is ''"),
    "too few": (lambda f: first(f, "order")["step"].__delitem__(slice(2, None)), "offers 2"),
    "an option twice": (
        lambda f: first(f, "single")["option"][1].update(text=first(f, "single")["option"][0]["text"]),
        "twice",
    ),
    "a partner twice": (
        lambda f: first(f, "match")["pair"][1].update(right=first(f, "match")["pair"][0]["right"]),
        "twice",
    ),
    "an id twice": (lambda f: first(f, "single").update(id=f["missing"]["question"][0]["id"]), "id: is there twice"),
    "a stem twice": (
        lambda f: first(f, "single").update(stem=f["missing"]["question"][0]["stem"].upper()),
        "stem: is there twice",
    ),
    "no such kind": (lambda f: first(f, "single").update(kind="essay"), "kind: is 'essay'"),
    "no such role": (lambda f: first(f, "single").update(roles=["teacher"]), "has 'teacher'"),
    "no such unit": (lambda f: first(f, "single").update(cites=["PB-99"], ours=False), "has 'PB-99'"),
    "rests on nothing": (lambda f: first(f, "single").update(cites=[], ours=False), "does not say what it rests on"),
    "an unknown key": (lambda f: first(f, "single").update(points=3), "points: is not a key"),
    "options and steps": (lambda f: first(f, "order").update(option=[]), "option: is not a key"),
    "another topic": (lambda f: f["signs"].update(topic="sings"), "topic: is 'sings'"),
    "a file that is not offered": (lambda f: f["settings"]["topics"].remove("signs"), "differ in 'signs'"),
    "no pass mark": (lambda f: f["settings"].pop("pass_mark"), "pass_mark: is missing"),
    "too high a mark": (lambda f: f["settings"].update(pass_mark=101), "pass_mark: is 101"),
    "an all-clear": (lambda f: first(f, "single").update(stem="When is there no risk to a child?"), "says 'no risk'"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_refused(name) -> None:
    files = copy.deepcopy(FILES)
    change, says = FAULTS[name]
    change(files)
    with pytest.raises(InstrumentError) as refused:
        questions_from(files)
    assert says in str(refused.value)
    assert "questions/" in str(refused.value)
