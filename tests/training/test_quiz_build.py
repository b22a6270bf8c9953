"""The knowledge check and its sheets are made from the bank: every question, every mark, every reason, nothing else."""

from __future__ import annotations

import html
import re
from collections import Counter

import pytest

import cse_core
from cse_core.model_training import Question, QuestionKind, Topic
from site_widgets.build.quiz import learner_record, quiz, quiz_of
from site_widgets.build.quiz_on_paper import answers, mixed, questions
from site_widgets.build.quiz_question import question_template

BANK = cse_core.load_questions()
PAGE = quiz()
QUESTIONS, ANSWERS = questions(), answers()
ALL = [pytest.param(topic, question, id=question.id) for topic in BANK.topics for question in topic.questions]
each_question = pytest.mark.parametrize(("topic", "question"), ALL)
PART = re.compile(r'<div class="quiz-part" data-part="(\d+)"([^>]*)>(.*?)</p></div>')


def parts_of(topic: Topic, question: Question) -> list[tuple[int, str, str]]:
    """What is offered: its number, the marks on it, and all that stands in it."""
    made = question_template(question, topic)
    assert made in PAGE
    return [(int(number), marks, inside) for number, marks, inside in PART.findall(made)]


def offered_in(question: Question) -> list[tuple[str, str]]:
    """Each thing offered, with what is said of it."""
    return [(part[0], part.feedback) for part in (*question.options, *question.steps, *question.pairs)]


def article(sheet: str, question: Question) -> str:
    """The question's own part of a sheet."""
    return sheet.split(f'id="{question.id}"')[1].split("</article>")[0]


@each_question
def test_the_check_marks_what_the_bank_says_is_right(topic: Topic, question: Question) -> None:
    found = parts_of(topic, question)
    assert [number for number, _, _ in found] == list(range(len(offered_in(question))))
    if question.options:
        assert ["data-right" in marks for _, marks, _ in found] == [option.right for option in question.options]
    else:
        first = 1 if question.kind is QuestionKind.ORDER else 0
        places = [re.search(r'data-place="(\d+)"', marks) for _, marks, _ in found]
        assert [int(place[1]) for place in places if place] == list(range(first, first + len(found)))


@each_question
def test_everything_offered_has_a_control_a_name_and_a_reason(topic: Topic, question: Question) -> None:
    for (_, _, inside), (text, feedback) in zip(parts_of(topic, question), offered_in(question), strict=True):
        id_ = re.search(r'<(?:input|select)[^>]* id="([^"]+)"', inside)
        assert id_
        assert f'for="{id_[1]}"' in inside
        assert html.escape(text) in inside
        assert html.escape(feedback) in inside
        assert 'class="quiz-mark"' in inside


@each_question
def test_the_answer_says_what_it_rests_on_and_what_to_read(topic: Topic, question: Question) -> None:
    made = question_template(question, topic)
    rests = made[made.index('class="quiz-rests"') :]
    for cite in question.cites:
        assert f'data-source="{cite}"' in rests
    for law in question.law:
        assert f'data-law="{law}"' in rests
    if question.ours and not question.made_from:
        assert "Ours:" in rests
    assert f">{html.escape(topic.title)}<" in rests


@each_question
def test_the_sheet_of_questions_gives_no_answer(topic: Topic, question: Question) -> None:
    asked = article(QUESTIONS, question)
    assert html.escape(question.stem) in asked
    assert "<strong>Right.</strong>" not in asked
    for _, feedback in offered_in(question):
        assert html.escape(feedback) not in asked
    if question.steps:
        places = [asked.index(html.escape(step.text)) for step in question.steps]
        assert places != sorted(places)


@each_question
def test_both_sheets_use_the_same_letters(topic: Topic, question: Question) -> None:
    asked, answered = article(QUESTIONS, question), article(ANSWERS, question)
    for letter, text in re.findall(r"<li>([A-E])\. ([^<]+)<", asked):
        assert f"{letter}. {text}" in answered or f"{letter}, {text}" in answered


@each_question
def test_the_sheet_of_answers_has_every_reason(topic: Topic, question: Question) -> None:
    answered = article(ANSWERS, question)
    for _, feedback in offered_in(question):
        assert html.escape(feedback) in answered
    if question.options:
        assert answered.count("<strong>Right.</strong>") == sum(option.right for option in question.options)


def test_the_right_letter_is_left_to_no_habit() -> None:
    """On paper, too, every letter is right about as often as the others."""
    letters = Counter(
        next(at for at, (_, option) in enumerate(mixed(question.options, question.id)) if option.right)
        for question in BANK.questions
        if question.kind is QuestionKind.SINGLE and len(question.options) == 4
    )
    assert set(letters) == {0, 1, 2, 3}
    assert max(letters.values()) < 2 * min(letters.values())


def test_ids_are_there_once() -> None:
    for page in (PAGE, learner_record(), QUESTIONS, ANSWERS):
        ids = Counter(re.findall(r'[ #](?:id="|\{: #)([^" ]+)', page))
        assert [id_ for id_, times in ids.items() if times > 1] == []


def test_every_citation_is_a_unit() -> None:
    cited = set(re.findall(r'data-source="([^"]+)"', PAGE + ANSWERS))
    assert len(cited) > 100
    assert cited <= set(cse_core.load_units())


def test_settings_come_from_the_data() -> None:
    settings = BANK.settings._replace(pass_percent=60, refresh_months=6, questions_per_check=7)
    made = quiz_of(BANK._replace(settings=settings, topics=BANK.topics[:1]))
    assert 'data-pass="60"' in made
    assert 'data-refresh="6"' in made
    assert "Pass mark: 60%" in made
    assert '<option value="7" selected>7</option>' in made
    assert made.count("<template") == len(BANK.topics[0].questions)
    assert BANK.topics[1].title not in made


def test_only_roles_with_questions_are_offered() -> None:
    choices = PAGE[PAGE.index('id="role"') : PAGE.index('id="count"')]
    offered = set(re.findall(r'<option value="([^"]+)"', choices))
    assert offered == {role for role in BANK.settings.roles if any(BANK.for_role(role))}
    assert offered >= {"school", "foster-carer", "health", "police", "social-care", "new-starter"}


def test_the_record_says_what_it_is_and_is_not() -> None:
    for page in (PAGE, learner_record()):
        assert "Self-assessed." in page
        assert "Nobody watched, marked or checked it." in page
        assert f"edition {cse_core.__version__}" in page
        assert "it is no qualification" in page


def test_no_inline_script_or_style() -> None:
    for page in (PAGE, learner_record(), QUESTIONS, ANSWERS):
        assert "<script" not in page
        assert not re.search(r"\s(style|on[a-z]+)=", page)
        assert "data-instrument" not in page
