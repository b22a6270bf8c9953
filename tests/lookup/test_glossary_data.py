"""The data of the glossary: read strictly, every abbreviation expanded, every harmful word answered."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markdown import Markdown

from cse_core import load_units
from cse_core.language import all_clear_phrases_in
from site_widgets.build.data_file import DataError
from site_widgets.build.glossary import glossary
from site_widgets.build.glossary_data import abbreviations, load_glossary, read_glossary

GLOSSARY = load_glossary()
SHORTS = abbreviations(GLOSSARY)
DOCS = Path(__file__).parents[2] / "docs"
ENTRY = """
[[term]]
id = "a-term"
term = "a term"
short = "AT"
means = "Something."
was = [{ name = "an older term", short = "AOT", note = "Once." }]
then = "Something else."
cites = ["PB-A4-04"]
law = ["caf"]
see = ["another"]

[[term]]
id = "another"
term = "another"
means = "Something."

[[word]]
id = "a-word"
word = "a word"
say = "This."
why = "That."
cites = ["PB-A4-08"]
"""
FAULTS = {
    "an unknown key": ('why = "That."', 'why = "That."\nwho = "x"', "who: is not a key"),
    "an unknown key of an old name": ('note = "Once."', 'note = "Once.", who = "x"', "who: is not a key"),
    "a citation that leads nowhere": ("PB-A4-08", "PB-A4-99", "'PB-A4-99', which is not there"),
    "what a source said, without the source": ('cites = ["PB-A4-04"]\n', "", "then: rests on no source"),
    "an id that is no address": ('"a-term"', '"A term"', "small letters, digits and hyphens"),
    "an id that is there twice": ('id = "a-word"', 'id = "a-term"', "has 'a-term' twice"),
    "an abbreviation that is there twice": ('"AOT"', '"AT"', "has 'AT' twice"),
    "a term to see that is not there": ('"another"]', '"nowhere"]', "has 'nowhere'"),
    "a law that is no id": ('["caf"]', '["The CAF"]', "law: has 'The CAF'"),
    "no meaning": ('means = "Something."\nwas', 'means = " "\nwas', "means: is ' '"),
    "nothing to say instead": ('say = "This."\n', "", "say: is missing"),
}  # fmt: skip
# The words that the sources use and that harm, as a reader may look them up.
HARMFUL = (
    "clipping",
    "procuring",
    "sexting",
    "red light district",
    "promiscuous",
    "risky behaviour",
    "putting themselves at risk",
    "child prostitution",
    "absconder",
    "boyfriend",
    "sexual favours",
)


def test_the_entry_is_good_before_it_is_broken():
    found = read_glossary(ENTRY)
    assert (found.terms[0].was[0].short, found.words[0].say) == ("AOT", "This.")


@pytest.mark.parametrize(("find", "replace", "says"), FAULTS.values(), ids=FAULTS)
def test_fault_is_refused(find, replace, says):
    assert ENTRY.count(find) == 1
    with pytest.raises(DataError) as refused:
        read_glossary(ENTRY.replace(find, replace))
    assert says in str(refused.value)
    assert len(refused.value.problems) == 1


def test_text_that_is_not_toml_is_refused():
    with pytest.raises(DataError, match="is not TOML"):
        read_glossary("[[term]")


def test_every_term_of_the_2014_glossary_is_here():
    cited = {unit for each in (*GLOSSARY.terms, *GLOSSARY.words) for unit in each.cites}
    wanted = {unit for unit in load_units() if re.fullmatch(r"PB-A4-\d\d", unit)}
    assert len(wanted) == 36
    assert wanted <= cited


@pytest.mark.parametrize("word", HARMFUL)
def test_harmful_word_has_an_answer(word):
    assert [each for each in GLOSSARY.words if word in each.word]


@pytest.mark.parametrize("short", SHORTS)
def test_abbreviation_is_expanded_on_the_page(short):
    """In a heading, beside its words; and, for an old one, with what stands in its place today."""
    words, _, now = SHORTS[short].partition("; now: ")
    page = glossary().lower()
    named = (f"{words} ({short})".lower(), f"{short} ({words})".lower())
    assert any(name in page for name in named)
    assert not now or f"### {short}: now {now}".lower() in page


def test_every_heading_has_an_address_of_its_own():
    ids = re.findall(r"^#+ .+ \{: #([a-z0-9-]+) \}$", glossary(), re.MULTILINE)
    assert len(ids) == len(re.findall(r"^#", glossary(), re.MULTILINE)) == len(set(ids))


def test_every_link_in_the_page_lands():
    ids = set(re.findall(r"\{: #([a-z0-9-]+) \}", glossary()))
    assert set(re.findall(r"\]\(#([^)]+)\)", glossary())) <= ids


def test_every_term_stands_in_one_place_of_the_a_to_z():
    after = glossary().partition("## A to C")[2]
    for term in GLOSSARY.terms:
        assert after.count(f"{{: #{term.id} }}") == 1


def test_no_entry_sounds_like_an_all_clear():
    assert all_clear_phrases_in(glossary()) == ()


def test_the_tooltip_is_the_same_on_every_page_and_nowhere_in_code():
    """Python-Markdown does it, so MkDocs and Zensical do the same."""
    made = Markdown(extensions=["site_widgets.build.abbreviations"]).convert("The CAF and `CAF`, CAFE.")
    assert made.count("<abbr ") == 1
    assert '<abbr title="Common Assessment Framework; now: early help assessment">CAF</abbr>' in made
