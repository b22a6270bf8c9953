"""The question bank as QTI packages: version 2.1, which most systems import, and version 3.0.

Both are made from one tree. Version 3.0 gave every element and attribute of 2.1 that is used here a name in small
letters with hyphens, every element of its own the prefix `qti-`, and put the words of a feedback into a body.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

from cse_core.model_training import Topic

from .archive import Files
from .manifest import MANIFEST
from .qti_items import SCORE, item, item_id
from .xml_text import Node, node, with_attributes, xml_text

TEST = "test.xml"
CAPITAL = re.compile(r"(?<=[a-z])([A-Z])")
# Elements of HTML keep their names.
HTML_NAMES = frozenset({"p"})
LANGUAGE = {"xml:lang": "en-GB"}


class Version(StrEnum):
    """A version of QTI, by the word that stands in a file's name."""

    V2P1 = "qti-2.1"
    V3P0 = "qti-3.0"


CONTENT = {
    Version.V2P1: "http://www.imsglobal.org/xsd/imsqti_v2p1",
    Version.V3P0: "http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
}
PACKAGE = {
    Version.V2P1: ("http://www.imsglobal.org/xsd/imscp_v1p1", "QTIv2.1 Package", "1.0.0", "xmlv2p1"),
    Version.V3P0: ("http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1", "QTI Package", "3.0.0", "xmlv3p0"),
}


def qti_files(version: Version, id_: str, title: str, topics: Iterable[Topic]) -> Files:
    """The files of one package: an item for each question, a test with a section for each topic, the manifest."""
    topics = list(topics)
    items = {f"items/{item_id(question)}.xml": question for topic in topics for question in topic.questions}
    files = {name: _document(version, with_attributes(item(question), LANGUAGE)) for name, question in items.items()}
    files[TEST] = _document(version, _test(id_, title, topics))
    files[MANIFEST] = xml_text(_manifest(version, id_, sorted(items)))
    return files


def _test(id_: str, title: str, topics: list[Topic]) -> Node:
    sections = [
        node(
            "assessmentSection",
            [
                node("assessmentItemRef", identifier=item_id(question), href=f"items/{item_id(question)}.xml")
                for question in topic.questions
            ],
            identifier=f"section-{topic.id}",
            title=topic.title,
            visible="true",
        )
        for topic in topics
    ]
    part = node("testPart", sections, identifier="part", navigationMode="nonlinear", submissionMode="individual")
    total = node("sum", node("testVariables", variableIdentifier=SCORE))
    return node(
        "assessmentTest",
        node("outcomeDeclaration", identifier=SCORE, cardinality="single", baseType="float"),
        part,
        node("outcomeProcessing", node("setOutcomeValue", total, identifier=SCORE)),
        identifier=f"test-{id_}",
        title=title,
    )


def _manifest(version: Version, id_: str, items: list[str]) -> Node:
    namespace, schema, edition, suffix = PACKAGE[version]
    each = [
        node(
            "resource",
            node("file", href=name),
            identifier=name.removeprefix("items/").removesuffix(".xml"),
            type=f"imsqti_item_{suffix}",
            href=name,
        )
        for name in items
    ]
    needed = [node("dependency", identifierref=resource.get("identifier", "")) for resource in each]
    test = node("resource", node("file", href=TEST), needed, identifier="test", type=f"imsqti_test_{suffix}", href=TEST)
    root = node(
        "manifest",
        node("metadata", node("schema", schema), node("schemaversion", edition)),
        node("organizations"),
        node("resources", test, each),
        identifier=f"cse-{id_}",
    )
    return with_attributes(root, {"xmlns": namespace})


def _document(version: Version, root: Node) -> bytes:
    if version is Version.V3P0:
        for feedback in root.iter("modalFeedback"):
            words = list(feedback)
            feedback[:] = [node("contentBody", words)]
        for each in root.iter():
            _rename(each)
    return xml_text(with_attributes(root, {"xmlns": CONTENT[version]}))


def _rename(element: Node) -> None:
    if element.tag in HTML_NAMES:
        return
    element.tag = f"qti-{_hyphens(element.tag)}"
    attributes = {_hyphens(name): value for name, value in element.attrib.items()}
    element.attrib.clear()
    element.attrib.update(attributes)


def _hyphens(name: str) -> str:
    return CAPITAL.sub(lambda found: f"-{found[1].lower()}", name)
