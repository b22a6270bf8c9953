"""What somebody who has noticed something is told: every combination of answers, one by one."""

import pytest

from cse_core import instrument_ids, load_instrument, load_units
from cse_core.language import all_clear_phrases_in
from cse_core.load.errors import InstrumentError
from cse_core.load.files import data_folder, read_toml
from cse_core.load.noticed import FILES
from cse_core.notice import Reply, Urgency, advise, advise_on, combinations, load_noticed, noticed_from

NOTICED = load_noticed()
EVERY = list(combinations(NOTICED))
# What each answer must bring, by itself, typed a second time: the text must hold these words.
MUST_SAY = {
    ("in_danger", "yes"): ("now", "Ring 999 now."),
    ("in_danger", "not_sure"): ("now", "ring 999"),
    ("missing", "yes"): ("now", "Tell the police now that the child is missing."),
    ("missing", "not_sure"): ("now", "Find out now who knows where the child is."),
    ("under_13", "yes"): ("now", "Children's social care must hear of it now"),
    ("under_13", "not_sure"): ("now", "do as for a child who is"),
    ("told", "yes"): ("now", "children's social care and the police, both, now"),
    ("told", "not_sure"): ("today", "do not press"),
    ("worker", "yes"): ("today", "designated officer (LADO)"),
    ("worker", "not_sure"): ("today", "do not tell that person"),
    ("home", "yes"): ("today", "Do not tell the family yet."),
    ("home", "not_sure"): ("today", "before you tell the family"),
}
CALM = {question.id: Reply.NO for question in NOTICED.questions}
MORE_URGENT = {Reply.NO: (Reply.NOT_SURE, Reply.YES), Reply.NOT_SURE: (Reply.YES,), Reply.YES: ()}


def tables():
    return {name: read_toml(data_folder("noticed").joinpath(f"{name}.toml"), name) for name in FILES}


def covers(advice, line):
    """Whether the advice has this line, or one in its place that is at least as urgent."""
    return any(each.id == line.id or (line.id in each.instead and each.when >= line.when) for each in advice.lines)


def test_there_are_few_enough_to_go_through():
    assert len(EVERY) == 3 ** len(NOTICED.questions) * 3 == 2187


@pytest.mark.parametrize(("asked", "reply"), MUST_SAY)
def test_each_answer_alone_brings_its_advice(asked, reply):
    when, words = MUST_SAY[asked, reply]
    lines = advise(NOTICED, {**CALM, asked: Reply(reply)}).lines
    assert [line.when.word for line in lines if words.lower() in line.text.lower()] == [when]


def test_every_answer_but_no_is_in_the_table_above():
    assert set(MUST_SAY) == {(each.id, reply.value) for each in NOTICED.questions for reply in Reply if reply != "no"}


def test_a_combination_is_never_less_urgent_than_its_parts():
    for replies, sign in EVERY:
        whole = advise_on(NOTICED, replies, sign)
        for asked, reply in replies.items():
            for line in advise_on(NOTICED, {**CALM, asked: reply}, None).lines:
                assert covers(whole, line), (replies, line.id)
        for line in advise_on(NOTICED, CALM, sign).lines:
            assert covers(whole, line), (replies, sign, line.id)


def test_a_more_serious_answer_never_takes_advice_away():
    for replies, sign in EVERY:
        before = advise_on(NOTICED, replies, sign)
        for asked, reply in replies.items():
            for worse in MORE_URGENT[reply]:
                after = advise_on(NOTICED, {**replies, asked: worse}, sign)
                assert max(line.when for line in after.lines) >= max(line.when for line in before.lines)
                if reply is Reply.NO:
                    assert all(covers(after, line) for line in before.lines)


def test_nothing_ever_sounds_like_an_all_clear_or_a_level():
    for line in NOTICED.lines:
        assert all_clear_phrases_in(f"{line.text} {line.why}") == ()
    for words in (NOTICED.always, NOTICED.changes):
        assert all_clear_phrases_in(words) == ()
    for replies, sign in EVERY:
        advice = advise_on(NOTICED, replies, sign)
        assert "tell" in advice.ids, "somebody is told, whatever the answers are"
        assert "no-answer" in advice.ids
        assert [line.when for line in advice.lines] == sorted((line.when for line in advice.lines), reverse=True)


def test_a_question_left_out_is_never_taken_for_no():
    for question in NOTICED.questions:
        left_out = {key: reply for key, reply in CALM.items() if key != question.id}
        assert advise(NOTICED, left_out) == advise(NOTICED, {**CALM, question.id: Reply.NOT_SURE})
        assert advise(NOTICED, left_out) != advise(NOTICED, CALM)


def test_the_order_of_signs_never_matters_and_one_that_cannot_wait_is_enough():
    urgent = [sign.id for sign in NOTICED.signs.values() if sign.urgency is Urgency.NOW]
    rest = [sign.id for sign in NOTICED.signs.values() if sign.urgency is Urgency.TODAY]
    assert urgent
    assert rest
    for id_ in urgent:
        assert "sign-now" in advise(NOTICED, CALM, [id_]).ids
        assert advise(NOTICED, CALM, [rest[0], id_]) == advise(NOTICED, CALM, [id_, rest[0]])
    assert "sign-now" not in advise(NOTICED, CALM, rest).ids


def test_every_sign_leads_to_an_item_or_to_a_paragraph():
    known = {id_: {item.id for item in load_instrument(id_).indicators} for id_ in instrument_ids()}
    for sign in NOTICED.signs.values():
        reached = [item for id_, items in sign.items.items() for item in items if item in known[id_]]
        assert reached or set(sign.cites) & set(load_units()), sign.id


def test_every_item_somebody_could_see_is_reached():
    reached = {(id_, item) for sign in NOTICED.signs.values() for id_, items in sign.items.items() for item in items}
    missed = {
        item.id for id_ in instrument_ids() for item in load_instrument(id_).indicators if (id_, item.id) not in reached
    }
    # Only a service knows of it.
    assert missed == {"known-to-services"}


def test_every_role_tells_somebody_and_never_waits():
    assert len(NOTICED.roles) == 12
    for who in NOTICED.roles.values():
        assert "social care" in f"{who.tell} {who.if_no_answer}", who.id
        # The police are who answers 999.
        urgent = "In danger now?" if who.id == "police-officer" else "999"
        assert urgent in f"{who.if_no_answer} {' '.join(each.text for each in who.do)}", who.id
        assert 6 <= len(who.signs) <= 12
        assert len(who.card_signs) == 6


def broken(change):
    files = {
        name: {key: list(map(dict, v)) if isinstance(v, list) else v for key, v in table.items()}
        for name, table in tables().items()
    }
    change(files)
    with pytest.raises(InstrumentError) as raised:
        noticed_from(files)
    return str(raised.value)


BROKEN = {
    "a line that takes the place of a more urgent one": (
        lambda files: files["advice"]["line"][-1].update(instead=["ring-999"]),
        "more urgent",
    ),
    "a line in place of one that is not there": (
        lambda files: files["advice"]["line"][0].update(instead=["no-such"]),
        "no-such",
    ),
    "a line that rests on nothing": (
        lambda files: files["advice"]["line"][0].pop("cites"),
        "does not say what it rests on",
    ),
    "a line out of order": (lambda files: files["advice"]["line"].reverse(), "not in order"),
    "an all-clear": (lambda files: files["signs"]["sign"][0].update(note="There is no risk here."), "no risk"),
    "a sign of no section": (lambda files: files["signs"]["sign"][0].update(section="elsewhere"), "elsewhere"),
    "a sign of an item that is not there": (
        lambda files: files["signs"]["sign"][0].update(lambeth=["no-such"]),
        "an item id of lambeth",
    ),
    "a sign for later": (lambda files: files["signs"]["sign"][0].update(urgency="then"), "one of today, now"),
    "a role with a sign that is not there": (
        lambda files: files["roles"]["role"][0].update(signs=["no-such"]),
        "no-such",
    ),
    "two roles of one id": (lambda files: files["roles"]["role"].append(files["roles"]["role"][0]), "twice"),
    "an unknown key": (lambda files: files["roles"]["role"][0].update(colour="red"), "colour"),
    "an answer that is not one": (
        lambda files: files["advice"]["line"][0].update({"if": [{"in_danger": ["perhaps"]}]}),
        "perhaps",
    ),
    "a clause that asks for nothing": (
        lambda files: files["advice"]["line"][0].update({"if": [{}]}),
        "asks for nothing",
    ),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_faulty_data_is_refused_with_its_place(fault):
    change, words = BROKEN[fault]
    assert words in broken(change)
