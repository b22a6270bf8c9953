"""QTI: the bank read back from both versions, and every item of 3.0 answered in Chromium with QTI Components."""

import re
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest

from cse_core.model_training import QuestionKind
from site_widgets.build.serve import serving
from site_widgets.packages.manifest import MANIFEST
from site_widgets.packages.qti import CONTENT, TEST, Version, qti_files
from site_widgets.packages.qti_items import item_id
from tests.browser.notes import Notes

PLAYER = Path(__file__).parents[2] / "node_modules/@citolab/qti-components/cdn/index.js"
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Items</title><link rel="icon" href="data:,">
</head><body><main></main><script type="module" src="player.js"></script></body></html>"""
# Shows an item, gives it each answer in turn as a reader's answer arrives, and notes what comes of it.
ANSWER = """async ([xml, answers]) => {
    const main = document.querySelector("main");
    const shown = document.createElement("qti-item");
    const place = document.createElement("item-container");
    place.itemXML = xml;
    shown.append(place);
    main.replaceChildren(shown);
    const found = () => place.shadowRoot?.querySelector("qti-assessment-item");
    while (!found()?.variables.some(({ identifier }) => identifier === "BESIDE")) await new Promise((go) => setTimeout(go, 2));
    const item = found();
    await item.updateComplete;
    return answers.map((answer) => {
        item.resetResponses();
        item.updateResponseVariable("RESPONSE", answer);
        item.processResponse();
        const [score, feedback, beside] = ["SCORE", "FEEDBACK", "BESIDE"].map((name) => item.getOutcome(name)?.value);
        return { score: Number(score), feedback: [feedback].flat(), beside };
    });
}"""
KINDS = {
    QuestionKind.SINGLE: ("choiceInteraction", "single", "identifier"),
    QuestionKind.MULTIPLE: ("choiceInteraction", "multiple", "identifier"),
    QuestionKind.ORDER: ("orderInteraction", "ordered", "identifier"),
    QuestionKind.MATCH: ("matchInteraction", "multiple", "directedPair"),
}


@pytest.fixture(scope="module")
def packages(bank):
    """The files of both packages."""
    return {version: qti_files(version, "questions", "Training questions", bank.topics) for version in Version}


def tree(packages, version, name):
    """A file, with the names of its version turned back into those of 2.1 and its namespace left out."""
    root = ElementTree.fromstring(packages[version][name])
    for each in root.iter():
        space, _, tag = each.tag.removeprefix("{").partition("}")
        assert space == CONTENT[version]
        each.tag = older(tag.removeprefix("qti-"))
        for key in [*each.attrib]:
            each.attrib[older(key)] = each.attrib.pop(key)
    for feedback in root.iter("modalFeedback"):
        if version is Version.V3P0:
            (body,) = feedback
            assert body.tag == "contentBody"
            feedback[:] = [*body]
    return root


def older(name):
    return re.sub(r"-([a-z])", lambda found: found[1].upper(), name) if not name.startswith("{") else name


def item_of(packages, version, question):
    return tree(packages, version, f"items/{item_id(question)}.xml")


def right_values(item):
    return [value.text for value in item.iterfind("responseDeclaration/correctResponse/value")]


def texts(item, tag):
    return {choice.get("identifier"): choice.text for choice in item.iter(tag)}


@pytest.mark.parametrize("version", list(Version))
def test_every_question_says_what_the_bank_says(bank, packages, version):
    for question in bank.questions:
        item = item_of(packages, version, question)
        kind, cardinality, base = KINDS[question.kind]
        (interaction,) = item.find("itemBody")
        declared = item.find("responseDeclaration")
        assert (interaction.tag, declared.get("cardinality"), declared.get("baseType")) == (kind, cardinality, base)
        assert interaction.findtext("prompt") == question.stem
        right = right_values(item)
        choices = texts(item, "simpleChoice")
        if question.options:
            assert {choices[id_] for id_ in right} == {option.text for option in question.options if option.right}
            assert {*choices.values()} == {option.text for option in question.options}
            shown = {each.get("identifier"): "".join(each.itertext()) for each in item.iter("modalFeedback")}
            for option in question.options:
                (id_,) = [id_ for id_, text in choices.items() if text == option.text]
                assert option.feedback in shown[id_]
        elif question.steps:
            assert [choices[id_] for id_ in right] == [step.text for step in question.steps]
            assert [*choices.values()] != [step.text for step in question.steps], "the order shown is not the right one"
        else:
            sides = texts(item, "simpleAssociableChoice")
            assert [tuple(sides[id_] for id_ in pair.split(" ")) for pair in right] == [(p.left, p.right) for p in question.pairs]
        told = "".join(item.itertext())
        assert all(part.feedback in told for part in (*question.options, *question.steps, *question.pairs))
        assert "Rests on: " in told


def test_both_versions_say_the_same(bank, packages):
    for question in bank.questions:
        old, new = (ElementTree.tostring(item_of(packages, version, question)) for version in Version)
        assert re.sub(rb"\s+", b" ", old) == re.sub(rb"\s+", b" ", new).replace(b"> </modalFeedback", b"> </modalFeedback")


@pytest.mark.parametrize("version", list(Version))
def test_the_test_and_the_manifest_name_every_item_by_topic(bank, packages, version):
    test = tree(packages, version, TEST)
    named = [
        (section.get("title"), [ref.get("href") for ref in section.iter("assessmentItemRef")])
        for section in test.iter("assessmentSection")
    ]
    assert named == [(topic.title, [f"items/{item_id(question)}.xml" for question in topic.questions]) for topic in bank.topics]
    manifest = ElementTree.fromstring(packages[version][MANIFEST])
    listed = [each.get("href") for each in manifest.iter() if each.tag.endswith("}file")]
    assert sorted(listed) == sorted({*packages[version]} - {MANIFEST})
    needed = {each.get("identifierref") for each in manifest.iter() if each.tag.endswith("}dependency")}
    assert needed == {item_id(question) for question in bank.questions}
    ids = [each.get("identifier") for each in manifest.iter() if each.get("identifier")]
    assert len(ids) == len({*ids})


def answers_to(item, kind):
    """The right answer and some that are not, in the shape in which a reader's answer arrives."""
    right = right_values(item)
    ids = [*texts(item, "simpleChoice")]
    if kind is QuestionKind.SINGLE:
        return right[0], [id_ for id_ in ids if id_ not in right]
    if kind is QuestionKind.MULTIPLE:
        return right[::-1], [right[:1], ids, [id_ for id_ in ids if id_ not in right]]
    if kind is QuestionKind.ORDER:
        return right, [right[::-1], right[1:] + right[:1]]
    lefts, rights = zip(*(pair.split(" ") for pair in right), strict=True)
    return right[::-1], [[f"{left} {other}" for left, other in zip(lefts, rights[1:] + rights[:1], strict=True)], right[:1]]


def test_a_maintained_player_marks_every_item_as_the_bank_does(bank, packages, chromium, tmp_path):
    (tmp_path / "index.html").write_text(PAGE, "utf-8")
    shutil.copyfile(PLAYER, tmp_path / "player.js")
    context = chromium.new_context()
    with serving(tmp_path) as address:
        notes = Notes(context, address)
        page = context.new_page()
        page.goto(address)
        page.wait_for_function("!!customElements.get('qti-assessment-item')")
        for question in bank.questions:
            right, wrong = answers_to(item_of(packages, Version.V3P0, question), question.kind)
            xml = packages[Version.V3P0][f"items/{item_id(question)}.xml"].decode()
            first, *others = page.evaluate(ANSWER, [xml, [right, *wrong]])
            assert first["score"] == 1, question.id
            assert [other["score"] for other in others] == [0] * len(wrong), question.id
            assert first["beside"] == "answered", question.id
            if question.options:
                assert first["feedback"] == ([right] if isinstance(right, str) else right), question.id
        context.close()
    # It notes each step for its makers, and warns of what it does not know.
    assert [line for line in notes.said if not line.startswith("debug:")] == []
    assert notes.foreign == []


def test_a_reader_can_choose_in_that_player(bank, packages, chromium, tmp_path):
    (tmp_path / "index.html").write_text(PAGE, "utf-8")
    shutil.copyfile(PLAYER, tmp_path / "player.js")
    question = next(question for question in bank.questions if question.kind is QuestionKind.SINGLE)
    context = chromium.new_context()
    with serving(tmp_path) as address:
        page = context.new_page()
        page.goto(address)
        page.wait_for_function("!!customElements.get('qti-assessment-item')")
        page.evaluate(ANSWER, [packages[Version.V3P0][f"items/{item_id(question)}.xml"].decode(), []])
        page.get_by_text(next(option.text for option in question.options if option.right), exact=True).click()
        score = "document.querySelector('item-container').shadowRoot.querySelector('qti-assessment-item')"
        page.evaluate(f"{score}.processResponse()")
        assert page.evaluate(f"Number({score}.getOutcome('SCORE').value)") == 1
        context.close()
