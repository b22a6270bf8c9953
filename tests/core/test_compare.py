"""One story, two instruments: what is carried is confirmed, nothing else crosses, and every difference has its reason."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from html.parser import HTMLParser

import pytest

from cse_core import (
    CaseError,
    assess,
    case_from,
    compare,
    comparison_to_html,
    comparison_to_json,
    comparison_to_text,
    is_vignette,
    load_instrument,
    read_vignette,
    to_json,
    vignette_to_dict,
)
from cse_core.language import all_clear_phrases_in
from cse_core.load.crosswalk import load_crosswalk
from tests.cases import LAMBETH, PAN_BEDFORDSHIRE, case
from tests.vignettes import ROWS, present, vignette, vignette_stream

CROSSWALK = load_crosswalk()
BOTH = {id_: load_instrument(id_) for id_ in CROSSWALK.between}
VARIED = list(vignette_stream(60))
ALWAYS = ["kind-of-answer", "what-to-do-today", "one-item-alone", "unknown-facts", "consent", "review-dates"]


def read(given):
    return read_vignette(json.dumps(given))


def compared(given):
    return compare(read(given))


def readings(given):
    """Both assessments of a vignette, as bytes."""
    return {id_: to_json(made) for id_, made in compared(given).assessments.items()}


# --- what is carried ----------------------------------------------------------

SAME = [
    ("age", {"child": {"age": 12}}, ("child", "age"), 12),
    ("missing-now", {"child": {"missing_now": "suspected"}}, ("child", "missing_now"), "suspected"),
    ("disclosure", {"child": {"disclosure": "absent"}}, ("child", "disclosure"), "absent"),
    ("looked-after", {"child": {"looked_after": "present"}}, ("child", "looked_after"), "present"),
    ("looked-after-on-the-list", {"answers": present("looked-after")}, ("child", "looked_after"), "present"),
    ("significant-harm", {"judgement": {"significant_harm": "suspected"}}, ("judgement", "significant_harm"),
     "suspected"),
]  # fmt: skip


def test_every_row_of_the_map_is_in_the_table():
    assert tuple(row[0] for row in SAME) == ROWS


def said(made, place):
    """What the second instrument was given at a place of a case."""
    given = made.vignette.cases[LAMBETH]
    part, key = place
    if key == "age":
        return given.age
    return (given.facts[key] if part == "child" else given.judgement.significant_harm).value


@pytest.mark.parametrize(("row", "first", "place", "answer"), SAME, ids=[row[0] for row in SAME])
def test_an_answer_is_carried_when_its_row_is_confirmed_and_not_otherwise(row, first, place, answer):
    carried = compared(vignette(first, same=(row,)))
    assert said(carried, place) == answer
    left = compared(vignette(first, same=tuple(other for other in ROWS if other != row)))
    assert said(left, place) in (None, "not_known")
    assert [(each.row, each.confirmed) for each in carried.vignette.carried] == [(row, True)]
    assert [(each.row, each.confirmed) for each in left.vignette.carried] == [(row, False)]
    assert "Not carried over, because you did not confirm it" in " ".join(comparison_to_text(left).split())
    assert "Not carried over, because you did not confirm it" in comparison_to_html(left)
    assert "not carried over" not in f"{comparison_to_text(carried)}{comparison_to_html(carried)}".lower()


def test_nothing_is_carried_unless_confirmed():
    first = {
        "child": {"age": 12, "missing_now": "present", "disclosure": "present", "looked_after": "present"},
        "answers": present("looked-after"),
        "judgement": {"significant_harm": "present"},
    }
    made = compared(vignette(first, same=()))
    assert made.assessments[LAMBETH].status == "nothing_recorded"
    assert to_json(made.assessments[LAMBETH]) == readings(vignette())[LAMBETH]


def test_a_confirmed_row_without_an_answer_carries_nothing():
    made = compared(vignette({}, {"child": {"gang_links": "present"}}))
    assert made.vignette.carried == ()
    assert made.vignette.cases == made.vignette.entered


def test_of_two_answers_to_one_question_the_more_serious_is_carried():
    first = {"child": {"looked_after": "absent"}, "answers": {"looked-after": {"answer": "suspected"}}}
    assert said(compared(vignette(first)), ("child", "looked_after")) == "suspected"
    assert said(compared(vignette(first, same=("looked-after",))), ("child", "looked_after")) == "absent"


# --- nothing else crosses -----------------------------------------------------


@pytest.mark.parametrize("given", VARIED[:20])
def test_each_reading_is_what_the_instrument_gives_alone(given):
    """The same case, given to one instrument without the other, gives the same bytes."""
    made = compared(given)
    for id_, checked in made.vignette.cases.items():
        assert to_json(made.assessments[id_]) == to_json(assess(checked))
    alone = {"schema": "cse-case/1", "instrument": PAN_BEDFORDSHIRE, "assessed_on": given["assessed_on"]}
    alone |= given["cases"][PAN_BEDFORDSHIRE]
    assert to_json(made.assessments[PAN_BEDFORDSHIRE]) == to_json(assess(case_from(alone)))


def answered(given, instrument, question, answer):
    """The vignette with one question of one instrument answered."""
    other = copy.deepcopy(given)
    part, dot, key = question.partition(".")
    inside = other["cases"][instrument]
    if dot:
        inside.setdefault(part, {})[key] = answer
    else:
        inside.setdefault("answers", {})[question] = answer
    return other


def only_one_asks():
    """Each change to what one instrument alone asks: the instrument, the question, the new answer."""
    shared = {(id_, question) for row in CROSSWALK.same for id_, question in row.asks.items()}
    for id_, instrument in BOTH.items():
        marked = {"level": "red", "recurring": True} if instrument.marking else {}
        for item in instrument.indicators:
            if (id_, item.id) not in shared:
                yield id_, item.id, {"answer": "present", "evidence": "seen", "recency": "current", **marked}
        for fact in instrument.facts:
            if (id_, f"child.{fact.id}") not in shared:
                yield id_, f"child.{fact.id}", "suspected"
    yield PAN_BEDFORDSHIRE, "judgement.level", "high"
    yield PAN_BEDFORDSHIRE, "judgement.level", "low"


BASES = [
    vignette(),
    vignette(*({"child": {"age": 15, "looked_after": "present"}}, {"answers": present("secretive", level="amber")})),
    VARIED[7] | {"same": list(ROWS)},
]


@pytest.mark.parametrize("base", BASES, ids=["nothing recorded", "a little", "a lot"])
def test_what_only_one_asks_never_changes_a_byte_of_the_other(base):
    base = copy.deepcopy(base)
    base["cases"][PAN_BEDFORDSHIRE].setdefault("judgement", {})["reasons"] = "what was seen"
    before = readings(base)
    changed = set()
    for id_, question, answer in only_one_asks():
        after = readings(answered(base, id_, question, answer))
        (other,) = (each for each in BOTH if each != id_)
        assert after[other] == before[other], f"{id_} {question}"
        changed |= {id_} if after[id_] != before[id_] else set()
    # The control: the changes do change their own instrument's reading.
    assert changed == set(BOTH)


@pytest.mark.parametrize("given", VARIED[:10])
def test_confirming_changes_only_the_second_reading(given):
    none, every = readings(given | {"same": []}), readings(given | {"same": list(ROWS)})
    assert none[PAN_BEDFORDSHIRE] == every[PAN_BEDFORDSHIRE]


def test_no_level_or_mark_stands_where_it_does_not_belong():
    first = {"answers": present("bought-sold-or-trafficked"), "judgement": {"level": "high", "reasons": "x"}}
    second = {"answers": present("secretive", level="red")}
    made = json.loads(comparison_to_json(compared(vignette(first, second))))
    theirs, ours = made["assessments"][PAN_BEDFORDSHIRE], made["assessments"][LAMBETH]
    assert (theirs["level"], theirs["pathway"], theirs["marks"]) == ("high", None, None)
    assert (ours["level"], ours["professional_level"], ours["pathway"]) == (None, None, "section_47_now")
    assert ours["marks"] == {"red": 1, "amber": 0, "green": 0, "unmarked": 0}
    assert '"level"' not in json.dumps(made["answers"])


# --- bad input ----------------------------------------------------------------

IN_LAMBETH = "asked once, under pan-bedfordshire"
BAD = [
    ("the wrong schema", vignette() | {"schema": "cse-vignette/2"}, "schema", "'cse-vignette/1'"),
    ("a case", vignette() | {"schema": "cse-case/1"}, "schema", "'cse-vignette/1'"),
    ("no date", {key: value for key, value in vignette().items() if key != "assessed_on"}, "assessed_on", "a real date"),
    ("an unknown key", vignette() | {"name": "x"}, "name", "one of schema"),
    ("an unknown row", vignette(same=("gangs",)), "same.0", "one of age"),
    ("a row twice", vignette(same=("age", "age")), "same.1", "one of age"),
    ("a row that is a list", vignette() | {"same": [["age"]]}, "same.0", "one of age"),
    ("rows as text", vignette() | {"same": "age"}, "same", "a list"),
    ("another instrument", vignette() | {"cases": {"another": {}}}, "cases.another", "one of pan-bedfordshire, lambeth"),
    ("cases as a list", vignette() | {"cases": []}, "cases", "an object"),
    ("a case as a list", vignette() | {"cases": {LAMBETH: []}}, "cases.lambeth", "an object"),
    ("age 18", vignette({"child": {"age": 18}}), "cases.pan-bedfordshire.child.age", "0 to 17"),
    ("the age asked twice", vignette(second={"child": {"age": 15}}), "cases.lambeth.child.age", IN_LAMBETH),
    ("harm asked twice", vignette(second={"judgement": {"significant_harm": "present"}}),
     "cases.lambeth.judgement.significant_harm", IN_LAMBETH),
    ("reasons asked twice", vignette(second={"judgement": {"reasons": "x"}}), "cases.lambeth.judgement.reasons", IN_LAMBETH),
    ("a level for Lambeth", vignette(second={"judgement": {"level": "high"}}), "cases.lambeth.judgement.level",
     "one of significant_harm"),
    ("a mark for Pan-Bedfordshire", vignette({"answers": present("out-overnight", level="red")}),
     "cases.pan-bedfordshire.answers.out-overnight.level", "one of answer"),
    ("an item of the other", vignette(second={"answers": present("out-overnight")}),
     "cases.lambeth.answers.out-overnight", "an item id of lambeth"),
    ("other concerns", vignette({"other_concerns": []}), "cases.pan-bedfordshire.other_concerns", "one of child"),
    ("a date of its own", vignette({"assessed_on": "2026-11-20"}), "cases.pan-bedfordshire.assessed_on", "one of child"),
    ("a judgement without reasons", vignette({"judgement": {"level": "high"}}),
     "cases.pan-bedfordshire.judgement.reasons", "your reasons"),
    ("a reference that is no text", vignette() | {"reference": 3}, "reference", "text"),
    ("half a character", vignette() | {"reference": "\ud800"}, "reference", "text"),
]  # fmt: skip


@pytest.mark.parametrize(("given", "place", "allowed"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_refused_with_its_place_and_what_is_allowed(given, place, allowed):
    with pytest.raises(CaseError) as refused:
        read(given)
    (problem,) = refused.value.problems
    assert problem.place == place
    assert allowed in problem.allowed


def test_every_problem_is_named_at_once():
    given = vignette({"child": {"age": 18}}, {"child": {"gang_links": "yes"}}, same=("nope",)) | {"assessed_on": "x"}
    with pytest.raises(CaseError) as refused:
        read(given)
    places = {problem.place for problem in refused.value.problems}
    assert places == {"same.0", "assessed_on", "cases.pan-bedfordshire.child.age", "cases.lambeth.child.gang_links"}
    assert "The vignette was not compared" in str(refused.value)


@pytest.mark.parametrize("text", ["", "[]", "null", "{", '"cse-vignette/1"', b"\xff\xfe", "[" * 100_000])
def test_what_is_no_vignette_at_all_is_refused(text):
    assert not is_vignette(text)
    with pytest.raises(CaseError):
        read_vignette(text)


def test_a_vignette_says_that_it_is_one():
    assert is_vignette(json.dumps(vignette()))
    assert is_vignette('{"schema": "cse-vignette/9"}')
    assert not is_vignette(json.dumps(case("LOW-01")))
    assert not is_vignette('{"schema": "cse-case/1", "reference": "cse-vignette/1"}')


@pytest.mark.parametrize("given", VARIED[:20])
def test_a_vignette_can_be_written_and_read_again(given):
    once = read(given)
    assert read(vignette_to_dict(once)) == once


# --- why they differ ----------------------------------------------------------

WORKED = [
    ("nothing", vignette(), []),
    ("one sign, age 14", vignette({"child": {"age": 14}, "answers": present("homophobia")}),
     ["aged-13-to-15", "vulnerability-only"]),
    ("under 13, confirmed or not", vignette({"child": {"age": 12}, "answers": present("homophobia")}, same=()),
     ["under-13", "vulnerability-only"]),
    ("told someone", vignette({"child": {"disclosure": "present"}}), ["disclosure"]),
    ("only Lambeth: pregnant", vignette(second={"child": {"pregnant": "present"}}), ["facts-beyond-the-list", "pregnancy"]),
    ("only Lambeth: red", vignette(second={"answers": present("secretive", level="red", evidence="x")}),
     ["own-judgement"]),
    ("only Pan-Bedfordshire: judged", vignette({"judgement": {"level": "low", "reasons": "x"}}), ["own-judgement"]),
    ("harm judged", vignette({"judgement": {"significant_harm": "suspected"}}), ["significant-harm"]),
    ("five Low", vignette({"answers": present("homophobia", "bereavement-or-illness", "no-money-of-their-own",
                                              "adult-selling-sex", "migrant-refugee-or-seeking-asylum")}),
     ["vulnerability-only", "five-or-more-low"]),
]  # fmt: skip


@pytest.mark.parametrize(("given", "ids"), [row[1:] for row in WORKED], ids=[row[0] for row in WORKED])
def test_the_differences_that_bear_are_shown_and_no_other(given, ids):
    made = compared(given)
    assert [each.clause.id for each in made.differences if each.bears] == ids
    assert [each.clause.id for each in made.differences if not each.bears] == ALWAYS


def shown_by(made, id_, bearing):
    """Worked out anew from the printed assessment and from what was entered: whether a bearing holds."""
    assessment = json.loads(to_json(made.assessments[id_]))
    rules = {step["rule"] for step in assessment["trace"] if step["to"] not in (None, "nothing_recorded")}
    flags, actions = ({each["id"] for each in assessment[key]} for key in ("flags", "actions"))
    given = made.vignette.cases[id_]
    recorded = {f"child.{fact}" for fact, answer in given.facts.items() if answer.recorded}
    recorded |= {item for item, answer in given.answers.items() if answer.answer.recorded}
    recorded |= {"judgement.significant_harm"} if given.judgement.significant_harm.recorded else set()
    for fact in BOTH[id_].shared_facts:  # Facts that an instrument counts as one of its items, and the other way.
        facts = {f"child.{each}" for each in fact.facts}
        if recorded & facts:
            recorded.add(fact.item)
        if fact.relation == "same" and fact.item in recorded:
            recorded |= facts
    named = (bearing.rules, rules), (bearing.flags, flags), (bearing.actions, actions), (bearing.recorded, recorded)
    return any(set(ids) & there for ids, there in named)


def test_a_difference_is_shown_exactly_when_something_of_it_bears():
    met = set()
    for given in VARIED:
        made = compared(given)
        bear = {
            clause.id
            for clause in CROSSWALK.clauses
            if any(shown_by(made, id_, bearing) for id_, bearing in clause.bears.items())
        }
        assert {each.clause.id for each in made.differences if each.bears} == bear
        assert {each.clause.id for each in made.differences} == bear | set(ALWAYS)
        met |= bear
    # A vignette holds no other concerns; every other difference is met.
    assert {clause.id for clause in CROSSWALK.clauses} - met - set(ALWAYS) == {"other-concerns"}


def test_what_bears_is_named():
    made = compared(vignette({"child": {"age": 12}, "answers": present("homophobia")}))
    because = {each.clause.id: each.because for each in made.differences}
    assert because["under-13"] == {PAN_BEDFORDSHIRE: ("floor_under_13", "under_13"), LAMBETH: ("under_13",)}


# --- what each made of the answers --------------------------------------------


def test_every_recorded_answer_is_told_once_and_taken_by_both():
    for given in VARIED[:20]:
        made = compared(given)
        recorded = [
            (id_, question)
            for id_, entered in made.vignette.entered.items()
            for question in [
                *([] if entered.age is None else ["child.age"]),
                *(f"child.{fact.id}" for fact in BOTH[id_].facts if entered.facts[fact.id].recorded),
                *(i.id for i in BOTH[id_].indicators if i.id in entered.answers and entered.answers[i.id].answer.recorded),
                *(["judgement.significant_harm"] if entered.judgement.significant_harm.recorded else []),
            ]
        ]
        assert [(told.instrument, told.question) for told in made.told] == recorded
        for told in made.told:
            assert list(told.taken) == list(CROSSWALK.between)
            assert told.taken[told.instrument].how == "asked"


def test_every_question_has_its_reason_on_the_other_side():
    every = {
        id_: {"answers": present(*(i.id for i in BOTH[id_].indicators)),
              "child": {fact.id: "present" for fact in BOTH[id_].facts}}
        for id_ in BOTH
    }  # fmt: skip
    for row in CROSSWALK.same:
        every[LAMBETH]["child"].pop(row.asks[LAMBETH].removeprefix("child."), None)
    made = compared(vignette(every[PAN_BEDFORDSHIRE], every[LAMBETH], same=("disclosure",)))
    hows = set()
    for told in made.told:
        (taken,) = (each for id_, each in told.taken.items() if id_ != told.instrument)
        hows.add(taken.how)
        assert taken.reason or all(near.reason for near in taken.near), told.question
        assert taken.near or taken.how != "related"
    assert hows == {"carried", "not_confirmed", "related", "nothing"}


def test_how_each_takes_an_answer():
    first = {"child": {"age": 12, "disclosure": "present"}, "answers": present("late-or-missing", "homophobia")}
    second = {"child": {"missing_before": "suspected"}, "answers": present("cyberbullying", level="amber")}
    made = compared(vignette(first, second, same=("age",)))
    taken = {told.question: told.taken for told in made.told}
    assert taken["child.age"][PAN_BEDFORDSHIRE].rests == ("floor_under_13",)
    assert taken["child.age"][LAMBETH].how == "carried"
    assert taken["child.disclosure"][LAMBETH].how == "not_confirmed"
    near = {each.question: (each.relation.value, each.said) for each in taken["late-or-missing"][LAMBETH].near}
    assert near["child.missing_before"] == ("broader", "suspected")
    assert near["persistently-missing-or-late"] == ("overlaps", "not_known")
    back = {each.question: (each.relation.value, each.said) for each in taken["child.missing_before"][PAN_BEDFORDSHIRE].near}
    assert back == {"late-or-missing": ("narrower", "present")}
    assert taken["homophobia"][LAMBETH].how == taken["cyberbullying"][PAN_BEDFORDSHIRE].how == "nothing"
    words = " ".join(comparison_to_text(made).split())
    assert "On its Low list, as a sign. It leads to Low" in words
    assert "It leads to High at least (“A child under 13 is High”)" in words
    assert "You marked it amber. It leads to “Refer to children's social care today. Do first what is for now”." in words


# --- how it is shown ----------------------------------------------------------


class Outline(HTMLParser):
    """The ids, the articles and the text of an HTML fragment; checks that tags close in order."""

    def __init__(self, html):
        super().__init__()
        self.ids, self.articles, self.open, self.named = [], [], [], set()
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.ids += [given["id"]] if "id" in given else []
        self.named |= set((given.get("aria-labelledby") or "").split())
        assert not [name for name in given if name == "style" or name.startswith("on")]
        if tag == "article":
            self.articles.append(given)
        if tag not in {"br", "input"}:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.mark.parametrize("given", [*VARIED[:25], vignette()])
def test_html_holds_both_readings_and_nothing_that_sounds_like_an_all_clear(given):
    made = compared(given)
    html = comparison_to_html(made)
    outline = Outline(html)
    assert len(outline.ids) == len(set(outline.ids))
    assert outline.named <= set(outline.ids)
    whole, *both = outline.articles
    assert whole["class"] == "comparison"
    assert [each["data-instrument"] for each in both] == list(CROSSWALK.between)
    for each in both:
        assessment = made.assessments[each["data-instrument"]]
        assert json.loads(each["data-assessment"]) == json.loads(to_json(assessment))
        assert each["data-status"] == assessment.status.value
    assert "data-level" in both[0]
    assert "data-pathway" not in both[0]
    assert both[1]["data-pathway"] == made.assessments[LAMBETH].checklist.pathway.word
    assert "data-level" not in both[1]
    assert all_clear_phrases_in(html) == ()
    assert all_clear_phrases_in(comparison_to_text(made)) == ()


def test_typed_text_is_escaped():
    first = {"answers": present("homophobia", evidence="<b>x</b> & <script>"), "judgement": {"reasons": "<i>"}}
    html = comparison_to_html(compared(vignette(first) | {"reference": "<u>"}))
    assert not {"<b>", "<script", "<i>", "<u>"} & set(html.split("&lt;")[0].split())
    assert "<script" not in html
    assert "&lt;b&gt;x&lt;/b&gt; &amp; &lt;script&gt;" in html


def test_what_to_do_now_says_everything_of_both_and_nothing_twice():
    first = {"child": {"age": 12, "missing_now": "present", "disclosure": "suspected"}, "answers": present("homophobia")}
    made = compared(vignette(first))
    html = comparison_to_html(made)
    now = html[: html.index("comparison-readings")]
    for id_, assessment in made.assessments.items():
        for action in assessment.actions:
            if action.when == "now":
                for sentence in action.text.split(". "):
                    assert sentence.rstrip(".").replace("'", "&#x27;") in now, (id_, action.id)
    assert now.count("There is no waiting period.") == 1
    assert now.count("call 999 now.") == 1
    # Both are at their furthest: "today" beside "now" would read as a choice.
    assert "call children&#x27;s social care today" not in now


def test_the_call_is_said_once_where_neither_is_at_its_furthest():
    now = comparison_to_html(compared(vignette())).split("comparison-readings")[0]
    assert now.count("call children&#x27;s social care today") == 1
    assert now.count("emergency duty team") == 1
    assert "PB 9.4" in now
    assert "LA policy 4" in now


# --- from the command line, and what is loaded --------------------------------


def cli(*arguments, text=""):
    return subprocess.run(
        [sys.executable, "-m", "cse_core", *arguments], input=text.encode(), capture_output=True, check=False
    )


def test_compare_on_the_command_line():
    given = json.dumps(VARIED[3])
    made = compared(VARIED[3])
    assert cli("compare", "-", text=given).stdout.decode() == comparison_to_json(made)
    assert cli("compare", "-", "--format", "text", text=given).stdout.decode() == comparison_to_text(made)
    refused = cli("compare", "-", text=json.dumps(vignette(same=("nope",))))
    assert (refused.returncode, refused.stdout) == (2, b"")
    assert "same.0: is 'nope'." in refused.stderr.decode()
    assert cli("compare", "no-such-file.json").returncode == 2


def test_nothing_of_a_comparison_is_loaded_for_a_case():
    """The page of one tool pays nothing for the page of both."""
    script = (
        "import sys, json, cse_core\n"
        f"case = {json.dumps(case('LOW-01'))}\n"
        "cse_core.to_html(cse_core.assess(cse_core.case_from(case)))\n"
        "print([name for name in sys.modules if 'crosswalk' in name or 'compar' in name or 'vignette' in name])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "['cse_core.comparison']"
