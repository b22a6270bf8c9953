"""The page looks up what the core says: the table, the page without scripts and the core agree on every combination."""

import re
import shutil
import subprocess
from html import unescape
from pathlib import Path

import pytest

from cse_core.language import all_clear_phrases_in
from cse_core.notice import advise_on, combinations, load_noticed
from site_widgets.build.noticed import answer_table, noticed

NOTICED = load_noticed()
ROOT = Path(__file__).parents[2]
LOOK_UP = ROOT / "site_widgets/browser/noticed/look-up.js"
NODE = shutil.which("node", path=str(ROOT / ".venv/bin")) or shutil.which("node")
# Every combination, looked up by the page's own script, in the order of the core.
ASK = """
import {{ linesFor, mostUrgent, tableOf }} from {module!r};
const table = tableOf({data});
const out = [];
const ask = (given, left) => {{
  if (left.length === 0) {{
    for (const sign of ["", "today", "now"]) out.push(linesFor(table, given, sign));
    return;
  }}
  for (const reply of table.replies) ask({{ ...given, [left[0]]: reply }}, left.slice(1));
}};
ask({{}}, table.questions);
console.log(JSON.stringify({{ out, none: linesFor(table, {{}}), urgent: [mostUrgent([]), mostUrgent(["today"]), mostUrgent(["today", "now"])] }}));
"""


@pytest.fixture(scope="module")
def page():
    return noticed()


def test_the_script_looks_up_what_the_core_says_for_every_combination(page, tmp_path):
    import json

    names = ("table", "questions", "replies")
    data = {name: re.search(rf'data-{name}="([^"]*)"', page)[1] for name in names}
    module = tmp_path / "look-up.mjs"
    module.write_text(LOOK_UP.read_text("utf-8"), "utf-8")
    script = tmp_path / "ask.mjs"
    script.write_text(ASK.format(module=module.as_uri(), data=json.dumps(data)), "utf-8")
    done = subprocess.run([NODE, script], capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    lines = [line.id for line in NOTICED.lines]
    looked_up = [tuple(id_ for bit, id_ in enumerate(lines) if bits >> bit & 1) for bits in found["out"]]
    assert looked_up == [advise_on(NOTICED, *given).ids for given in combinations(NOTICED)]
    not_sure = {question.id: "not_sure" for question in NOTICED.questions}
    assert (
        tuple(id_ for bit, id_ in enumerate(lines) if found["none"] >> bit & 1)
        == advise_on(NOTICED, not_sure, None).ids
    )
    assert found["urgent"] == ["", "today", "now"]


def test_the_table_has_a_place_for_every_combination():
    assert len(answer_table(NOTICED)) == len(list(combinations(NOTICED)))


def test_without_scripts_every_line_stands_with_the_answer_it_is_for(page):
    for line in NOTICED.lines:
        shown = re.search(rf'<li data-line="{line.id}".*?</li>', page, re.DOTALL)
        assert shown, line.id
        stands_always = 'class="noticed__if"' not in shown[0].split("data-role")[0]
        assert stands_always == (not line.clauses), line.id
        for who in NOTICED.roles.values():
            assert who.fill(line.text) in unescape(re.sub(r"<[^>]+>", "", shown[0])), (line.id, who.id)
    for sign in NOTICED.signs.values():
        assert sign.plain in unescape(page)


def test_every_role_finds_its_own_words_once_in_each_line(page):
    for line in re.findall(r"<li data-line=.*?</li>", page, re.DOTALL):
        named = [id_ for ids in re.findall(r'data-role="([^"]*)"', line) for id_ in ids.split()]
        assert named in ([], list(dict.fromkeys(named)))
        assert set(named) in (set(), set(NOTICED.roles))


def test_every_999_and_101_of_the_advice_can_be_rung_with_one_touch(page):
    advice = page[page.index('id="advice"') :]
    for number in ("999", "101"):
        link = f'<a href="tel:{number}">{number}</a>'
        assert link in advice
        assert not re.search(rf"\b{number}\b", re.sub(r"<[^>]+>", "", advice.replace(link, "")))


def test_what_cannot_wait_is_read_out_with_yes(page):
    for asked in ("in-danger", "missing", "under-13", "told"):
        yes = re.search(rf'<input[^>]*id="replies-{asked}-yes"[^>]*>', page)[0]
        assert f'aria-describedby="{asked}-at-once"' in yes
        assert f'id="{asked}-at-once"' in page


def test_the_page_never_sounds_like_an_all_clear(page):
    assert all_clear_phrases_in(unescape(re.sub(r"<[^>]+>", " ", page))) == ()


def test_the_page_starts_no_python_and_remembers_nothing(page):
    assert "data-instrument" not in page
    for field in re.findall(r"<(?:input|select|textarea)\b[^>]*>", page):
        assert 'autocomplete="off"' in field
