"""A file locked with a passphrase: nothing is lost, nothing half opens, and each fault is told apart where it can be."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cases import stream

ROOT = Path(__file__).parents[2]
LOCK = ROOT / "site_widgets/browser/casefile/lock.js"
NODE = shutil.which("node", path=str(ROOT / ".venv/bin")) or shutil.which("node")
# Each opening takes the browser a moment on purpose, so these few are as varied as they can be.
NAMES = [
    "Siân Gŵyl",
    "Łucja Ćwiek",
    "ليلى",
    "王小明",
    "a\u0000b",
    '“curly”, \\ and "straight"',
    "😀" * 50,
    "",
    " ",
    "x" * 200_000,
]


@pytest.fixture(scope="module")
def done(tmp_path_factory):
    folder = tmp_path_factory.mktemp("lock")
    # Node takes a script for a module by its ending.
    module = folder / "lock.mjs"
    module.write_text(LOCK.read_text("utf-8"), "utf-8")
    cases = [json.dumps(case, ensure_ascii=False) for case in stream(20, 7, "pan-bedfordshire")]
    texts = folder / "texts.json"
    texts.write_text(json.dumps([*cases, *NAMES]), "utf-8")
    command = [NODE, ROOT / "tests/casefile/locks.mjs", module.as_uri(), texts]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def test_every_text_comes_back_as_it_was(done):
    assert done["same"] == [True] * len(done["same"])
    assert len(done["same"]) > 25


def test_a_locked_file_does_not_show_its_text_and_no_two_are_alike(done):
    assert not any(done["shows"])
    assert done["different"]


def test_a_wrong_passphrase_opens_nothing(done):
    assert done["wrong"]["kind"] == "refused"
    assert "text" not in done["wrong"]
    assert "passphrase is wrong" in done["wrong"]["words"]


def test_the_same_letters_from_another_keyboard_open_it(done):
    assert done["composed"] == {"text": "x"}


def test_a_file_cut_off_anywhere_is_said_to_be_so(done):
    # Cut within its first few characters it is nothing that anybody could know.
    assert set(done["cuts"]) == {"not-ours", "cut-off"}
    assert done["shorter"]["kind"] == "cut-off"


@pytest.mark.parametrize("part", ["text", "iv", "salt", "more"])
def test_a_changed_file_opens_nothing(done, part):
    assert done[part]["kind"] == "refused"


@pytest.mark.parametrize("part", ["weaker", "endless"])
def test_a_file_that_asks_for_too_little_or_endless_work_is_refused(done, part):
    assert done[part]["kind"] == "damaged"


@pytest.mark.parametrize(
    ("what", "kind"),
    [("newer", "newer"), ("case", "not-ours"), ("words", "not-ours"), ("number", "not-ours"), ("nothing", "not-ours")],
)
def test_what_is_no_locked_file_is_told_apart(done, what, kind):
    assert done[what]["kind"] == kind


def test_a_short_passphrase_is_refused_before_anything_is_locked(done):
    assert done["short"]["kind"] == "short"


def test_a_page_knows_a_locked_file_even_without_its_end(done):
    assert done["seen"] == [True, True, False, False]


def test_the_format_is_what_its_description_says(done):
    described = LOCK.read_text("utf-8").split("*/")[0]
    for key in done["keys"]:
        assert f'"{key}"' in described
    assert done["rounds"] >= 600_000
