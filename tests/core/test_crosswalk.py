"""The map between the two instruments: complete, every id known, every fault named; and only what is the very same is carried."""

from __future__ import annotations

import copy
import re
import subprocess
import sys
import tomllib

import pytest

from cse_core import InstrumentError, instrument_ids, load_instrument, load_units
from cse_core.language import all_clear_phrases_in
from cse_core.load.check_crosswalk import Known, known_of
from cse_core.load.crosswalk import crosswalk_from, load_crosswalk
from cse_core.load.files import data_folder
from cse_core.model_crosswalk import Relation

KNOWN = {
    "a-tool": Known(
        ("late", "gifts", "in-care", "child.age", "child.in_care"),
        ("floor",),
        ("young",),
        ("call",),
        (frozenset({"in-care", "child.in_care"}),),
    ),
    "other": Known(("missing", "money", "keys", "child.age", "child.in_care"), ("route",), ("red",), ("refer",)),
}
UNITS = {"U-1": None}
GOOD = tomllib.loads("""
between = ["a-tool", "other"]

[[same]]
id = "age"
a-tool = "child.age"
other = "child.age"
reason = "Both ask for the age."

[[same]]
id = "in-care"
a-tool = "child.in_care"
other = "child.in_care"
reason = "Both ask about care."

[[same]]
id = "in-care-on-the-list"
a-tool = "in-care"
other = "child.in_care"
reason = "The first asks twice."

[[related]]
a-tool = "late"
other = ["missing"]
relation = "broader"
reason = "The first takes lateness too."

[[related]]
a-tool = "gifts"
other = ["money", "missing"]
relation = "overlaps"
reason = "Each takes something the other leaves out."

[[none]]
instrument = "other"
item = "keys"
reason = "The first has nothing about keys."

[[clause]]
id = "young"
topic = "A young child"
a-tool = { rules = ["floor"], flags = ["young"], actions = ["call"], recorded = ["late", "child.age", "other_concerns"] }
other.flags = ["red"]
says_a_tool = "It raises the level."
cites_a_tool = ["U-1"]
says_other = "It does not say."
cites_other = []
ours_other = true
why = "Do the sooner."

[[clause]]
id = "every-case"
topic = "Holds always"
always = true
says_a_tool = "One thing."
cites_a_tool = ["U-1"]
says_other = "Another."
cites_other = ["U-1"]
why = "Do both."
""")


def built(change=lambda tables: None):
    tables = copy.deepcopy(GOOD)
    change(tables)
    return crosswalk_from(tables, KNOWN, UNITS)


def set_in(table, row, key, value):
    def change(tables):
        tables[table][row][key] = value

    return change


def drop(table, row, key=None):
    def change(tables):
        if key:
            del tables[table][row][key]
        else:
            del tables[table][row]

    return change


def repeat(table, row):
    return lambda tables: tables[table].append(copy.deepcopy(tables[table][row]))


def set_top(key, value):
    return lambda tables: tables.update({key: value})


def test_a_map_reads_as_it_was_written():
    crosswalk = built()
    assert crosswalk.between == ("a-tool", "other")
    assert crosswalk.same[2].asks == {"a-tool": "in-care", "other": "child.in_care"}
    assert crosswalk.related[1].asks == {"a-tool": ("gifts",), "other": ("money", "missing")}
    assert [row.relation for row in crosswalk.related] == [Relation.BROADER, Relation.OVERLAPS]
    assert (crosswalk.unmatched[0].instrument, crosswalk.unmatched[0].item) == ("other", "keys")
    young, every_case = crosswalk.clauses
    assert young.bears["a-tool"].recorded == ("late", "child.age", "other_concerns")
    assert young.bears["other"] == ((), ("red",), (), ())
    assert (young.says["other"].ours, young.says["a-tool"].cites, every_case.always) == (True, ("U-1",), True)


# fmt: off
FAULTS = [
    (set_top("between", ["a-tool"]), "between: is ['a-tool']"),
    (set_top("between", ["a-tool", "a-tool"]), "between: is ['a-tool', 'a-tool']"),
    (set_top("between", "a-tool"), "a list of texts"),
    (set_top("extra", 1), "extra: is not a key of this table"),
    (set_in("same", 0, "a-tool", "child.agee"), "same[age].a-tool: has 'child.agee'"),
    (set_in("related", 0, "other", ["missing", "misssing"]), "related[1].other: has 'misssing'"),
    (set_in("related", 0, "other", []), "related[1].other: is empty"),
    (set_in("related", 0, "other", "missing"), "related[1].other: is 'missing'. Allowed: a list of texts"),
    (set_in("related", 0, "a-tool", ["late"]), "related[1].a-tool: is ['late']"),
    (set_in("related", 0, "relation", "equal"), "one of broader, narrower, overlaps"),
    (set_in("related", 0, "note", "x"), "related[1].note: is not a key"),
    (set_in("none", 0, "item", "locks"), "none[1].other: has 'locks'"),
    (set_in("none", 0, "instrument", "third"), "none[1].instrument: is 'third'"),
    (set_in("same", 0, "reason", ""), "same[age].reason: is ''"),
    (set_in("related", 0, "reason", "  "), "related[1].reason: is '  '"),
    (drop("none", 0, "reason"), "none[1].reason: is missing"),
    (drop("same", 0, "other"), "same[age].other: is missing"),
    (drop("none", 0), "other, keys: is in no row"),
    (drop("related", 0), "a-tool, late: is in no row"),
    (drop("same", 0), "a-tool, child.age: is in no row"),
    (repeat("same", 0), "same[age]: is there twice"),
    (repeat("same", 0), "child.age and child.age: are compared twice"),
    (repeat("related", 1), "gifts and money: are compared twice"),
    (repeat("none", 0), "none, other, keys: is there twice"),
    (set_in("related", 0, "other", ["missing", "missing"]), "late and missing: are compared twice"),
    (set_in("related", 0, "other", ["keys"]), "none, other, keys: is in another row too"),
    (set_in("same", 0, "other", "child.in_care"), "other, child.in_care: is the same as child.age, child.in_care, in-care"),
    (set_in("same", 1, "a-tool", "child.age"), "a-tool, child.age: is the same as child.age, child.in_care"),
    (repeat("clause", 0), "clause[young]: is there twice"),
    (set_in("clause", 1, "always", False), "clause[every-case]: is never shown"),
    (set_in("clause", 0, "other", {"flags": ["reed"]}), "clause[young].other.flags: has 'reed'. Allowed: red"),
    (set_in("clause", 0, "other", {"rules": ["floor"]}), "clause[young].other.rules: has 'floor'"),
    (set_in("clause", 0, "other", {"actions": ["call"]}), "clause[young].other.actions: has 'call'"),
    (set_in("clause", 0, "other", {"recorded": ["late"]}), "clause[young].other.recorded: has 'late'"),
    (set_in("clause", 0, "other", {"floors": []}), "clause[young].other.floors: is not a key"),
    (set_in("clause", 0, "third", {}), "clause[young].third: is not a key"),
    (set_in("clause", 0, "cites_a_tool", []), "clause[young].cites_a_tool: is empty"),
    (set_in("clause", 0, "cites_a_tool", ["U-2"]), "clause[young].cites_a_tool: has 'U-2', which no source has"),
    (set_in("clause", 0, "ours_other", False), "clause[young].cites_other: is empty"),
    (drop("clause", 0, "cites_other"), "clause[young].cites_other: is missing"),
    (set_in("clause", 0, "why", ""), "clause[young].why: is ''"),
]
# fmt: on


@pytest.mark.parametrize(("change", "says"), FAULTS)
def test_each_fault_is_named(change, says):
    with pytest.raises(InstrumentError) as refused:
        built(change)
    assert says in str(refused.value)


def test_an_instrument_that_is_not_there_is_named_and_the_rest_is_still_read():
    with pytest.raises(InstrumentError) as refused:
        crosswalk_from({**copy.deepcopy(GOOD), "extra": 1}, {"a-tool": KNOWN["a-tool"]}, UNITS)
    assert [problem.place for problem in refused.value.problems] == [
        "instruments/crosswalk.toml: between",
        "instruments/crosswalk.toml: extra",
    ]


def test_every_fault_is_reported_at_once():
    def change(tables):
        tables["same"][0]["reason"] = ""
        tables["related"][0]["other"] = ["mising"]
        tables["clause"][0]["cites_a_tool"] = ["U-2"]
        del tables["none"][0]

    with pytest.raises(InstrumentError) as refused:
        built(change)
    assert len(refused.value.problems) == 4


# --- the real map ---


def test_the_map_loads_whole_and_names_both_instruments():
    assert set(load_crosswalk().between) == set(instrument_ids())


def test_every_item_and_fact_of_both_is_mapped():
    crosswalk = load_crosswalk()
    mapped = {(row.instrument, row.item) for row in crosswalk.unmatched}
    for same in crosswalk.same:
        mapped |= set(same.asks.items())
    for related in crosswalk.related:
        mapped |= {(id_, question) for id_, questions in related.asks.items() for question in questions}
    for id_ in crosswalk.between:
        instrument = load_instrument(id_)
        asked = {item.id for item in instrument.indicators} | {f"child.{fact.id}" for fact in instrument.facts}
        assert {question for one, question in mapped if one == id_} == asked | {
            "child.age",
            "judgement.significant_harm",
        }


def test_only_questions_in_the_same_words_are_the_same():
    for same in load_crosswalk().same:
        words = []
        for id_, question in same.asks.items():
            facts = {f"child.{fact.id}": fact.plain for fact in load_instrument(id_).facts}
            words.append(facts.get(question, question))
        assert words[0] == words[1] or same.id == "looked-after-on-the-list", same.id


def test_no_item_of_one_list_is_the_same_as_an_item_of_the_other():
    items = {id_: {item.id for item in load_instrument(id_).indicators} for id_ in load_crosswalk().between}
    assert [row.id for row in load_crosswalk().same if all(row.asks[id_] in items[id_] for id_ in items)] == []


def test_each_reason_is_one_sentence_and_each_topic_is_a_heading():
    crosswalk = load_crosswalk()
    for row in (*crosswalk.same, *crosswalk.related, *crosswalk.unmatched):
        assert re.fullmatch(r"[A-Z][^.?!]*[.?]", row.reason), row.reason
    for clause in crosswalk.clauses:
        assert not clause.topic.endswith("."), clause.topic


def test_the_map_never_sounds_like_an_all_clear_and_holds_no_number_of_2014():
    text = data_folder("instruments").joinpath("crosswalk.toml").read_text("utf-8")
    assert all_clear_phrases_in(text) == ()
    assert re.findall(r"\b0\d[\d ]{8,}\b|[\w.]+@[\w.]+|https?://", text) == []


def test_every_flag_that_both_raise_has_its_topic():
    crosswalk = load_crosswalk()
    known = {id_: known_of(load_instrument(id_)) for id_ in crosswalk.between}
    first, second = crosswalk.between
    shared = set(known[first].flags) & set(known[second].flags)
    for id_ in crosswalk.between:
        named = {flag for clause in crosswalk.clauses for flag in clause.bears[id_].flags}
        assert shared <= named


def test_what_is_ours_says_so_and_what_is_not_cites_the_right_source():
    letters = {"pan-bedfordshire": "PB-", "lambeth": "LA-"}
    for clause in load_crosswalk().clauses:
        for id_, says in clause.says.items():
            assert bool(says.cites) != says.ours, clause.id
            assert all(cite.startswith(letters[id_]) and cite in load_units() for cite in says.cites), clause.id


def test_the_map_is_not_loaded_by_an_assessment():
    script = "import cse_core, sys; cse_core.load_instrument('pan-bedfordshire'); print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert [name for name in ran.stdout.split() if "crosswalk" in name] == []
