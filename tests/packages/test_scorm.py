"""SCORM packages in Chromium, opened by scorm-again: launch, progress, pass, fail, suspend, resume, score."""

import pytest

from site_widgets.packages.manifest import Edition
from tests.browser.notes import NOTHING_STORED, stored
from tests.packages.conftest import CHECK, LONG_STORY, STORY

EDITIONS = [edition.value for edition in Edition]
S12, S2004 = EDITIONS


def told(edition, held):
    """What a system holds, by one set of names for both editions."""
    core = held["core"] if edition == S12 else held
    return {
        "status": (core["lesson_status"],) if edition == S12 else (held["completion_status"], held["success_status"]),
        "raw": core["score"]["raw"],
        "scaled": core["score"].get("scaled", ""),
        "exit": core["exit"],
        "place": core["lesson_location"] if edition == S12 else held["location"],
        "progress": held.get("progress_measure", ""),
        "notes": held["suspend_data"],
        "time": core["session_time"],
    }


PASSED = {S12: ("passed",), S2004: ("completed", "passed")}
FAILED = {S12: ("failed",), S2004: ("completed", "failed")}
UNDER_WAY = {S12: ("incomplete",), S2004: ("incomplete", "unknown")}
ENDED = {S12: ("completed",), S2004: ("completed", "unknown")}


def work_through(learner, wrong=0):
    """Answer every question that is left, so many of them wrong, and go to the result."""
    _, of = learner.how_many()
    learner.answers(*[number >= wrong for number in range(of)])
    learner.goes_on()


def refused(learner):
    """The calls that went wrong. Asking for what was never set is no fault; both editions answer with nothing."""
    return [call for call in learner.calls() if call["error"] not in ("0", "403")]


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_launch_begins_and_closing_at_once_leaves_it_open(learner, edition):
    somebody = learner(edition, CHECK)
    somebody.opens()
    assert somebody.frame.locator("[data-told=yes]").is_visible()
    assert somebody.frame.locator("[data-told=no]").is_hidden()
    after = told(edition, somebody.closes())
    assert after["status"] == UNDER_WAY[edition]
    assert (after["raw"], after["notes"], after["exit"]) == ("", "", "suspend")
    assert refused(somebody) == []
    begun, ended = ("LMSInitialize", "LMSFinish") if edition == S12 else ("Initialize", "Terminate")
    made = [call["call"] for call in somebody.calls()]
    assert (made[0], made[-1], made.count(begun), made.count(ended)) == (begun, ended, 1, 1)


@pytest.mark.parametrize("edition", EDITIONS)
def test_all_right_is_a_pass_with_the_whole_score(learner, edition):
    somebody = learner(edition, CHECK)
    somebody.opens()
    somebody.starts()
    kinds = set()
    for number in range(1, 11):
        assert somebody.how_many() == (number, 10)
        # By hand once for each kind of question, and in one edition: it takes a while.
        by_hand = edition == S12 and somebody.kind() not in kinds
        kinds.add(somebody.kind())
        assert (somebody.answers_by_hand() if by_hand else somebody.answers(True)[0]) == "That is right"
        somebody.button("Next question" if number < 10 else "See the result").click()
    assert kinds == {"single", "multiple", "order", "match"}
    assert "Right at the first try: 10 of 10 (100%)" in somebody.frame.locator("#result-words").inner_text()
    assert somebody.frame.locator("[data-told=ended]").inner_text().startswith("The learning system has your result")
    after = told(edition, somebody.closes())
    assert after["status"] == PASSED[edition]
    assert after["raw"] == "100"
    assert after["exit"] == ("" if edition == S12 else "normal")
    assert refused(somebody) == []
    if edition == S2004:
        assert (after["scaled"], after["progress"]) == ("1", "1")


@pytest.mark.parametrize(("edition", "wrong", "expected", "score"), [(S12, 3, FAILED, "70"), (S2004, 3, FAILED, "70"), (S12, 2, PASSED, "80")])
def test_the_pass_mark_of_the_data_decides(learner, bank, edition, wrong, expected, score):
    assert bank.settings.passes(8, 10)
    assert not bank.settings.passes(7, 10)
    somebody = learner(edition, CHECK)
    somebody.opens()
    somebody.starts()
    work_through(somebody, wrong)
    after = told(edition, somebody.closes())
    assert after["status"] == expected[edition]
    assert after["raw"] == score
    assert refused(somebody) == []


@pytest.mark.parametrize("edition", [S12])
def test_a_system_that_decides_by_the_manifest_s_mark_agrees(learner, edition):
    somebody = learner(edition, CHECK)
    somebody.opens({"student_data": {"mastery_score": "75"}}, mastery_override=True)
    somebody.starts()
    work_through(somebody, 3)
    assert told(edition, somebody.closes())["status"] == FAILED[edition]


@pytest.mark.parametrize("edition", EDITIONS)
def test_closing_half_way_and_coming_back_goes_on(learner, edition):
    somebody = learner(edition, CHECK)
    somebody.opens()
    somebody.starts()
    somebody.answers(True, False, True, True)
    left = somebody.closes()
    half = told(edition, left)
    assert half["status"] == UNDER_WAY[edition]
    assert (half["raw"], half["exit"]) == ("", "suspend")
    marks = [word[-1] for word in half["notes"].split(" ")[1:] if word[-1] in "+-"]
    assert marks == ["+", "-", "+", "+"]
    assert half["place"] == half["notes"].split(" ")[4].rstrip("+-")
    if edition == S2004:
        assert half["progress"] == "0.4"
    somebody.opens(left)
    assert somebody.how_many() == (1, 6), "the six that are left"
    work_through(somebody)
    after = told(edition, somebody.closes())
    assert after["status"] == PASSED[edition]
    assert after["raw"] == "90", "the first answers count, from both visits"
    assert refused(somebody) == []


@pytest.mark.parametrize("edition", [S2004])
def test_the_last_answer_counts_without_a_look_at_the_result(learner, edition):
    somebody = learner(edition, CHECK)
    somebody.opens()
    somebody.starts()
    somebody.answers(*[True] * 10)
    assert told(edition, somebody.closes())["status"] == PASSED[edition]


@pytest.mark.parametrize("edition", [S12])
def test_trying_the_missed_ones_again_changes_no_score_and_a_new_check_may_pass(learner, edition):
    somebody = learner(edition, CHECK)
    somebody.opens()
    somebody.starts()
    work_through(somebody, 5)
    assert told(edition, somebody.held())["raw"] == "50"
    somebody.button("Try the missed ones again").click()
    work_through(somebody)
    again = told(edition, somebody.held())
    assert (again["raw"], again["status"]) == ("50", FAILED[edition])
    somebody.button("Start a new check").click()
    somebody.frame.get_by_role("button", name="Forget it").click()
    somebody.starts()
    work_through(somebody)
    passed = told(edition, somebody.held())
    assert (passed["raw"], passed["status"]) == ("100", PASSED[edition])
    # A pass stays a pass.
    somebody.button("Start a new check").click()
    somebody.frame.get_by_role("button", name="Forget it").click()
    somebody.starts()
    work_through(somebody, 10)
    assert told(edition, somebody.closes())["status"] == PASSED[edition]


@pytest.mark.parametrize("edition", [S2004])
def test_stopping_early_is_a_result_that_says_what_had_no_answer(learner, edition):
    somebody = learner(edition, CHECK)
    somebody.opens()
    somebody.starts()
    somebody.answers(True)
    somebody.button("Stop and see the result").click()
    assert "9 had no answer" in somebody.frame.locator("#result-words").inner_text()
    after = told(edition, somebody.closes())
    assert (after["raw"], after["status"]) == ("10", FAILED[edition])


@pytest.mark.parametrize(("edition", "settings"), [(S12, {"core": {"lesson_mode": "review"}}), (S2004, {"mode": "review"})])
def test_who_only_looks_changes_nothing(learner, edition, settings):
    somebody = learner(edition, CHECK)
    somebody.opens(settings)
    somebody.starts()
    somebody.answers(True)
    somebody.closes()
    assert [call for call in somebody.calls() if "SetValue" in call["call"]] == []


@pytest.mark.parametrize("edition", [S2004])
def test_notes_that_are_not_ours_begin_anew(learner, edition):
    somebody = learner(edition, CHECK)
    for notes in ("nothing of ours", "cse-quiz/1", "cse-quiz/1 no-such-question+ how-long-to-wait", "cse-quiz/2 how-long-to-wait+"):
        somebody.opens({"suspend_data": notes})
        somebody.button("Start").wait_for()
        somebody.closes()


@pytest.mark.parametrize("edition", EDITIONS)
def test_nothing_typed_or_chosen_is_told_and_nothing_is_stored(learner, edition):
    somebody = learner(edition, CHECK)
    somebody.opens()
    somebody.frame.locator("label:has([name='before.notice'][value='0'])").click()
    somebody.starts()
    work_through(somebody)
    somebody.frame.locator("#record-name").fill("Somebody Unmistakable")
    somebody.frame.locator("label:has([name='after.notice'][value='3'])").click()
    somebody.closes()
    names = {call["given"][0] for call in somebody.calls() if "SetValue" in call["call"]}
    assert "Unmistakable" not in str(somebody.calls())
    assert not any(part in name for name in names for part in ("interactions", "comments", "preference", "student", "learner"))
    assert stored(somebody.page) == NOTHING_STORED


@pytest.mark.parametrize("edition", [S12])
def test_what_a_learning_system_keeps_is_not_offered_as_a_file(learner, edition):
    somebody = learner(edition, CHECK)
    somebody.opens()
    somebody.starts()
    assert somebody.button("Check my answer").is_visible()
    for name in ("Save progress", "Leave and forget all of it"):
        assert somebody.frame.locator("#ask").get_by_text(name, exact=True).is_hidden()


def reads(somebody, part):
    """Judge a part of a story, and go on from its answers."""
    episode = somebody.frame.locator("[data-episode]").nth(part)
    episode.locator("input[name$='.judgement']").first.check()
    episode.locator("textarea").fill("Reasons that stay here.")
    episode.locator("[data-action=reveal]").click()
    episode.locator("[data-action=next]").click()


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_story_is_complete_at_its_end_and_has_no_score(learner, edition):
    somebody = learner(edition, STORY)
    somebody.opens()
    reads(somebody, 0)
    assert somebody.frame.locator("#end").is_visible()
    after = told(edition, somebody.closes())
    assert after["status"] == ENDED[edition]
    assert (after["raw"], after["scaled"]) == ("", "")
    assert "Reasons" not in str(somebody.calls())
    assert refused(somebody) == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_story_goes_on_at_the_part_that_comes_next(learner, edition):
    somebody = learner(edition, LONG_STORY)
    somebody.opens()
    reads(somebody, 0)
    left = somebody.closes()
    half = told(edition, left)
    assert half["status"] == UNDER_WAY[edition]
    assert (half["notes"], half["exit"]) == ("cse-story/1 1", "suspend")
    somebody.opens(left)
    shown = somebody.frame.locator("[data-episode]:visible")
    assert shown.count() == 2
    assert somebody.frame.locator(":focus").get_attribute("id") == "part-2"
    reads(somebody, 1)
    reads(somebody, 2)
    after = told(edition, somebody.closes())
    assert after["status"] == ENDED[edition]
    assert refused(somebody) == []


@pytest.mark.parametrize("edition", [S2004])
def test_leaving_a_story_ends_the_visit_where_it_was(learner, edition):
    somebody = learner(edition, LONG_STORY)
    somebody.opens()
    reads(somebody, 0)
    somebody.frame.locator("[data-leave]:visible").first.click()
    somebody.frame.get_by_role("heading", name="You have left the story").wait_for()
    after = told(edition, somebody.held())
    assert (after["status"], after["notes"], after["exit"]) == (UNDER_WAY[edition], "cse-story/1 1", "suspend")


@pytest.mark.parametrize("id_", [CHECK, STORY])
def test_without_a_learning_system_it_works_and_says_that_nothing_is_kept(learner, id_):
    somebody = learner(S12, id_)
    page = somebody.page
    page.goto(f"{page.url}package/index.html")
    assert page.locator("[data-told=no]").is_visible()
    assert page.locator("[data-told=yes]").is_hidden()
    if id_ == CHECK:
        page.get_by_role("button", name="Start", exact=True).click()
        assert page.get_by_role("button", name="Save progress").first.is_visible()
    assert stored(page) == NOTHING_STORED


def test_an_object_of_another_kind_above_is_no_learning_system(learner):
    somebody = learner(S2004, CHECK)
    somebody.page.evaluate("window.API_1484_11 = { Initialize: () => 'false' }; document.querySelector('iframe').src = 'package/index.html'")
    somebody.frame.locator("[data-told=no]").wait_for()
    assert somebody.frame.locator("html.is-launched").count() == 0
