"""What is in a package: whole, alone, the same in every run, and in the words of the site."""

import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest

from cse_core.language import all_clear_phrases_in
from site_widgets.packages import quiz, scenario
from site_widgets.packages.__main__ import packages, write
from site_widgets.packages.archive import write_zip
from site_widgets.packages.links import alone
from site_widgets.packages.manifest import FIRST_PAGE
from site_widgets.packages.mixed import mixed
from site_widgets.packages.said import said
from tests.packages.conftest import CHECK, LONG_STORY, STORY, files_of

ALL = {package.course.id: package for package in packages()}
# What 1.2 has to keep of an earlier visit, in characters.
ROOM = 4096
ADDRESS = re.compile(r"https?://[^\s\"'<>)]+")


# Some stand for all: pages of one kind are made alike.
SOME = ["all-topics", "role-foster-carer", LONG_STORY, *scenario.scenario_ids()[::8]]


@pytest.fixture(scope="module")
def every(bank):
    """The files of the check of every topic, and of some other packages."""
    return {id_: ALL[id_].files() for id_ in [*(topic.id for topic in bank.topics), *SOME]}


class Addresses(HTMLParser):
    """Every address that a page names, and every id that it has."""

    def __init__(self, html):
        super().__init__()
        self.named, self.ids = [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        for name, value in attrs:
            if name in ("href", "src", "action", "data", "srcset", "poster"):
                self.named.append(value or "")
            if name == "id":
                self.ids.append(value)


def test_there_is_one_for_each_topic_each_role_that_has_questions_and_each_story(bank):
    roles = {f"role-{role}" for role in bank.settings.roles if any(bank.for_role(role))}
    assert {*ALL} == {topic.id for topic in bank.topics} | roles | {"all-topics"} | {*scenario.scenario_ids()}
    assert len(ALL) == len({*ALL})


def test_each_stands_alone(every):
    for id_, files in every.items():
        for name in [name for name in files if name.endswith(".html")]:
            page = Addresses(files[name].decode())
            for address in page.named:
                parts = urlsplit(address)
                assert parts.scheme in ("", "tel", "data"), f"{id_}: {address}"
                assert not parts.netloc, f"{id_}: {address}"
                if parts.scheme:
                    continue
                assert not address.startswith("/"), f"{id_}: {address}"
                assert not parts.path or parts.path in files, f"{id_} {name}: {address} is not in the package"
                if parts.fragment and not parts.path:
                    assert parts.fragment in page.ids, f"{id_} {name}: {address} leads nowhere"
        scripts = [name for name in files if name.endswith((".js", ".css"))]
        assert all(not ADDRESS.search(files[name].decode()) for name in scripts), id_


def test_a_link_that_leads_out_would_be_noticed():
    html = '<a class="cite" href="cse-root:sources/x/#u">PB 1</a> <a href="https://example.org/">Them</a> <a href="tel:999">999</a>'
    assert alone(html, {}) == '<span class="cite">PB 1</span> Them (example.org) <a href="tel:999">999</a>'
    assert alone('<a href="cse-root:a/#u">b</a>', {"cse-root:a/": "b.html"}) == '<a href="b.html#u">b</a>'
    with pytest.raises(ValueError, match="no longer has it"):
        said("<p>Other words.</p>", {"Some words.": ""})


def test_every_script_that_is_asked_for_is_there(every):
    asked = re.compile(r"""(?:from|import)\s+["'](\.{1,2}/[^"']+)["']""")
    for id_, files in every.items():
        for name in [name for name in files if name.endswith(".js")]:
            for path in asked.findall(files[name].decode()):
                parts = [*name.split("/")[:-1], *path.split("/")]
                while ".." in parts:
                    at = parts.index("..")
                    del parts[at - 1 : at + 1]
                assert "/".join(part for part in parts if part != ".") in files, f"{id_}: {name} asks for {path}"


def test_what_is_kept_of_a_visit_fits_the_older_edition(bank):
    longest = sorted((len(question.id) for question in bank.questions), reverse=True)[: bank.settings.questions_per_check]
    assert sum(length + 2 for length in longest) + len("cse-quiz/1") <= ROOM
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", question.id) for question in bank.questions), "no id ends in a mark"


def test_a_check_asks_its_own_questions_and_no_others(bank, every):
    for check in [check for check in quiz.checks() if check.id in every]:
        asked = re.findall(r'data-question="([^"]+)"', every[check.id][FIRST_PAGE].decode())
        assert asked == [question.id for question in check.bank.questions]
    assert set(re.findall(r'data-question="([^"]+)"', every["all-topics"][FIRST_PAGE].decode())) == {q.id for q in bank.questions}


def test_it_says_nothing_that_does_not_hold_in_a_learning_system(every):
    for id_, files in every.items():
        text = files[FIRST_PAGE].decode()
        for untrue in ("Nothing that you choose is sent", "nobody is told.", "Nobody is told, and", "nobody sees how often"):
            assert untrue not in text, f"{id_}: {untrue}"
        assert "A learning system has opened this page" in text


def test_no_page_holds_a_phrase_that_sounds_like_an_all_clear(every):
    for id_, files in every.items():
        for name in [name for name in files if name.endswith(".html")]:
            assert all_clear_phrases_in(re.sub(r"<[^>]+>", " ", files[name].decode())) == (), f"{id_} {name}"


def test_the_same_source_gives_the_same_bytes(built, tmp_path):
    write(tmp_path, [CHECK, STORY, LONG_STORY])
    for path in sorted(built.glob("*/*.zip")):
        assert path.read_bytes() == (tmp_path / path.relative_to(built)).read_bytes()


def test_the_order_of_what_goes_in_makes_no_difference(tmp_path):
    write_zip(tmp_path / "a.zip", {"b": b"2", "a": b"1"})
    write_zip(tmp_path / "b.zip", {"a": b"1", "b": b"2"})
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    assert [*files_of(tmp_path / "a.zip")] == ["a", "b"]


def test_a_package_that_there_is_not_is_named(tmp_path):
    with pytest.raises(SystemExit, match="no package no-such-story"):
        write(tmp_path, ["no-such-story"])


def test_mixing_gives_nothing_away():
    parts = ["a", "b", "c", "d"]
    orders = [mixed(parts, str(seed)) for seed in range(40)]
    assert all(sorted(order) == parts and order != parts for order in orders)
    assert {order[0] for order in orders} == {*parts}
    assert mixed(parts, "one") == mixed(parts, "one")
