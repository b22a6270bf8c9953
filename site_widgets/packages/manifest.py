"""The file `imsmanifest.xml` of a SCORM package, which tells a learning system what to open and when it is passed.

The published schema files are not put beside it: their owners grant no licence to hand them on. `schemaLocation` is
left out for the same reason, so nothing is looked for that is not there.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from .xml_text import Node, node, with_attributes, xml_text

FIRST_PAGE = "index.html"
MANIFEST = "imsmanifest.xml"
WHOLE = 100


class Edition(StrEnum):
    """An edition of SCORM, by the word that stands in a file's name."""

    SCORM_12 = "scorm-1.2"
    SCORM_2004 = "scorm-2004"


class Course(NamedTuple):
    """What a manifest says of a package. Without `pass_percent` there is no mark to reach."""

    id: str
    title: str
    pass_percent: int | None


def manifest(edition: Edition, course: Course, files: Iterable[str]) -> bytes:
    """The manifest of a package with one page to open and these files."""
    made = _manifest_12 if edition is Edition.SCORM_12 else _manifest_2004
    return xml_text(made(course, sorted({*files} - {MANIFEST})))


def _manifest_12(course: Course, files: list[str]) -> Node:
    mark = [node("adlcp:masteryscore", str(course.pass_percent))] if course.pass_percent is not None else []
    return _whole(
        course,
        "1.2",
        [node("title", course.title), *mark],
        files,
        "adlcp:scormtype",
        {
            "xmlns": "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
            "xmlns:adlcp": "http://www.adlnet.org/xsd/adlcp_rootv1p2",
        },
    )


def _manifest_2004(course: Course, files: list[str]) -> Node:
    threshold = node("adlcp:completionThreshold", completedByMeasure="true", minProgressMeasure="1.0")
    return _whole(
        course,
        "2004 4th Edition",
        [node("title", course.title), threshold, _sequencing(course)],
        files,
        "adlcp:scormType",
        {
            "xmlns": "http://www.imsglobal.org/xsd/imscp_v1p1",
            "xmlns:adlcp": "http://www.adlnet.org/xsd/adlcp_v1p3",
            "xmlns:imsss": "http://www.imsglobal.org/xsd/imsss",
        },
    )


def _sequencing(course: Course) -> Node:
    objective = None
    if course.pass_percent is not None:
        least = node("imsss:minNormalizedMeasure", f"{course.pass_percent / WHOLE:.2f}")
        primary = node("imsss:primaryObjective", least, objectiveID="pass-mark", satisfiedByMeasure="true")
        objective = node("imsss:objectives", primary)
    told = node("imsss:deliveryControls", completionSetByContent="true", objectiveSetByContent="true")
    return node("imsss:sequencing", objective, told)


def _whole(
    course: Course, version: str, item: list[Node], files: list[str], kind: str, namespaces: dict[str, str]
) -> Node:
    page = node("resource", (node("file", href=name) for name in files), identifier="page", type="webcontent")
    root = node(
        "manifest",
        node("metadata", node("schema", "ADL SCORM"), node("schemaversion", version)),
        node(
            "organizations",
            node(
                "organization",
                node("title", course.title),
                node("item", item, identifier="item", identifierref="page"),
                identifier="course",
            ),
            default="course",
        ),
        node("resources", with_attributes(page, {kind: "sco", "href": FIRST_PAGE})),
        identifier=f"cse-{course.id}",
        version="1.0",
    )
    return with_attributes(root, namespaces)
