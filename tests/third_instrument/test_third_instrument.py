"""A new instrument is a folder of data: invented ones are listed, scored, shown and drawn, and no program changes.

The package is copied, the folders of `data/` are put into the copy, and everything runs beside it in processes of their
own. What every instrument must hold is proved by the same tests that prove the real ones, run beside the copy.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
from html import escape
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

ROOT = Path(__file__).parents[2]
DATA = Path(__file__).parent / "data"
INVENTED = ("invented-levels", "invented-plain", "invented-routes")
# The tests that hold for any instrument. Tables typed for the two real ones are not among them.
SHARED = (
    "tests/core/test_clause_words.py",
    "tests/core/test_examples.py",
    "tests/core/test_properties.py",
    "tests/core/test_rendering.py",
    "tests/core/test_routes.py",
    "tests/core/test_schemas.py",
    "tests/widgets/test_directives.py",
    "tests/widgets/test_form.py",
    "tests/widgets/test_instrument_page.py",
    "tests/widgets/test_picture.py",
)
every_invented = pytest.mark.parametrize("id_", INVENTED)


class Copy:
    """A copy of the package with the invented instruments in it."""

    def __init__(self, folder: Path) -> None:
        self.package = folder / "src"
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / "src/cse_core", self.package / "cse_core", ignore=ignored)
        shutil.copytree(DATA, self.package / "cse_core", dirs_exist_ok=True)
        self.environment = {**os.environ, "PYTHONPATH": f"{self.package}{os.pathsep}{ROOT}", "EXAMPLES": "15"}

    def run(self, *arguments: str, text: str = "") -> str:
        """What a Python beside the copy prints."""
        done = subprocess.run(
            [sys.executable, *arguments], input=text, capture_output=True, text=True, env=self.environment, cwd=ROOT
        )
        assert done.returncode == 0, (done.stdout + done.stderr)[-4000:]
        return done.stdout

    def cli(self, *arguments: str, text: str = "") -> str:
        """What the command line of the copy prints."""
        return self.run("-m", "cse_core", *arguments, text=text)


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    return Copy(tmp_path_factory.mktemp("third"))


@pytest.fixture(scope="module")
def drawn(copy):
    """What the site's widgets and the HTML renderer make of each."""
    made = json.loads(copy.run(str(Path(__file__).with_name("drawn.py"))))
    assert Path(made["package"]).is_relative_to(copy.package)
    return made["drawn"]


@pytest.fixture(scope="module")
def schemas(copy):
    return [Draft202012Validator(json.loads(copy.cli("schema", which))) for which in ("case", "assessment")]


def tables(id_, name):
    return tomllib.loads((DATA / "instruments" / id_ / f"{name}.toml").read_text("utf-8"))


def cases(id_):
    """The case of each worked example."""
    return [{"schema": "cse-case/1", "instrument": id_, **row["case"]} for row in tables(id_, "examples")["example"]]


def test_it_is_data_only():
    assert {path.suffix for path in DATA.rglob("*") if path.is_file()} == {".toml"}
    assert {folder.name for folder in DATA.joinpath("instruments").iterdir()} == set(INVENTED)


def test_it_is_listed_beside_the_others(copy):
    listed = [line.split("\t") for line in copy.cli("instruments").splitlines()]
    assert [row[0] for row in listed] == [*INVENTED, "lambeth", "pan-bedfordshire"]
    assert listed[0][1:] == ["Invented tool & <levels>, First edition", "4 items"]


@every_invented
def test_it_is_printed_whole(copy, id_):
    whole = json.loads(copy.cli("instrument", id_))
    assert [item["label"] for item in whole["indicators"]] == [
        row["label"] for row in tables(id_, "indicators")["indicator"]
    ]
    assert "\\<" in copy.cli("instrument", id_, "--format", "markdown") or id_ != "invented-levels"


@every_invented
def test_its_cases_and_assessments_fit_the_schemas(copy, schemas, id_):
    case_schema, made_schema = schemas
    lines = "".join(json.dumps(case) + "\n" for case in cases(id_))
    made = [json.loads(line) for line in copy.cli("assess", "--jsonl", text=lines).splitlines()]
    assert len(made) == len(cases(id_))
    for case, assessment in zip(cases(id_), made, strict=True):
        case_schema.validate(case)
        made_schema.validate(assessment)
        assert assessment["instrument"] == id_
        assert not case_schema.is_valid(case | {"answers": {"secretive": {"answer": "present"}}})


@every_invented
def test_it_is_scored_in_every_format(copy, id_):
    typed = json.dumps(cases(id_)[0])
    reading = json.loads(copy.cli("assess", "-", text=typed))["reading"]
    text, markdown = (copy.cli("assess", "-", "--format", form, text=typed) for form in ("text", "markdown"))
    assert reading.upper() in text
    assert f"## {reading}" in markdown
    for said in (text, markdown):
        assert "IN 3, what to do" in said
        for stray in ("PB ", "LA ", "Bedfordshire", "Lambeth", "2013", "2014"):
            assert stray not in said
    assert json.loads(copy.cli("changes", "-", text=typed))["instrument"] == id_


def test_one_with_reviews_prints_its_own_dates_and_one_without_prints_none(copy):
    levels, plain = (
        copy.cli("assess", "-", "--format", "text", text=json.dumps(cases(id_)[0])) for id_ in INVENTED[:2]
    )
    assert "A note from 23 November 2026." in levels
    assert "First review by 20 December 2026, then within 2 months." in levels
    assert "LOOK AGAIN" in levels
    assert "LOOK AGAIN" not in plain
    assert json.loads(copy.cli("assess", "-", text=json.dumps(cases("invented-plain")[0])))["review"] is None


def test_a_case_of_it_is_refused_with_its_own_words(copy):
    bad = cases("invented-routes")[0] | {"child": {"age": 18, "gang_links": "present"}}
    done = subprocess.run(
        [sys.executable, "-m", "cse_core", "assess", "-"],
        input=json.dumps(bad), capture_output=True, text=True, env=copy.environment, cwd=ROOT,
    )  # fmt: skip
    assert done.returncode == 2
    for words in (
        "for children under 18 (IN 1)",
        "gang_links",
        "gone_now, lives_alone",
        "asked about the child in invented-routes",
    ):
        assert words in done.stderr


@every_invented
def test_its_readings_are_html_with_its_own_citations(drawn, id_):
    by_level = "data-pathway" not in drawn[id_]["readings"][0]
    assert by_level == (id_ != "invented-routes")
    for page in drawn[id_]["readings"]:
        assert '<article class="reading"' in page
        assert 'href="../../sources/invented/#IN-3' in page
        for stray in ("#PB-", "#LA-", "Bedfordshire", "Lambeth", "2013", "2014"):
            assert stray not in page


@every_invented
def test_its_form_has_its_items_fields_and_words_and_nobody_elses(drawn, id_):
    form = drawn[id_]["form"]
    assert f'data-instrument="{id_}"' in form
    asked = tables(id_, "instrument")
    for item in tables(id_, "indicators")["indicator"]:
        assert escape(item["plain"], quote=True) in form
        assert escape(item["label"], quote=True) in form
        for field in ("answer", "evidence", "recency"):
            assert f'name="answers.{item["id"]}.{field}"' in form
    for fact in asked["fact"]:
        assert f'name="child.{fact["id"]}"' in form
        assert escape(fact["plain"], quote=True) in form
    for section in asked["fact_section"]:
        assert escape(section["title"], quote=True) in form
    assert f"{asked['called']} says" in form
    for stray in ("Bedfordshire", "Lambeth", "2013", "2014", "PB ", "LA "):
        assert stray not in form


def test_only_the_form_of_a_checklist_has_marks(drawn):
    form = drawn["invented-routes"]["form"]
    for item in ("new-coat", "whistle-outside", "cold-house"):
        assert form.count(f'name="answers.{item}.level"') == 4
        assert f'name="answers.{item}.recurring"' in form
    for words in ("How it looks to you", "Leave it out if you like.", "Green &amp; mild", "No mark", "&lt;bad&gt;"):
        assert words in form
    assert 'name="judgement.level"' not in form
    for id_ in ("invented-levels", "invented-plain"):
        assert "recurring" not in drawn[id_]["form"]
        assert 'name="judgement.level"' in drawn[id_]["form"]


@every_invented
def test_its_tables_hold_its_rules_actions_and_cited_units(drawn, id_):
    page = drawn[id_]["page"]
    rules, actions = tables(id_, "rules"), tables(id_, "actions")["action"]
    for part in (*rules.get("floor", []), *rules.get("route", []), *rules["flag"], *actions):
        assert escape(part["text"], quote=True) in page
    assert "IN 3, what to do" in page
    for stray in ("Bedfordshire", "Lambeth", "2013", "2014"):
        assert stray not in page
    assert ("Reviewed by A Reviewer" in drawn[id_]["reviewed"]) == (id_ == "invented-plain")


def test_what_every_instrument_must_hold_it_holds(copy):
    """The shared tests, run beside the copy: properties, worked examples, schemas, readings, form, tables and picture."""
    said = copy.run(
        "-m", "pytest", "-q", "-p", "no:cacheprovider", "-o", f"pythonpath={copy.package} {ROOT}",
        *SHARED, "-k", "invented and not every_outcome_has_a_worked_example",
    )  # fmt: skip
    passed = int(said.rsplit(" passed", 1)[0].rsplit(None, 1)[-1])
    assert passed > 100, said[-400:]
