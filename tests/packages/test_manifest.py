"""Manifests against the published schemas, and what the schemas leave open."""

from xml.etree import ElementTree

import pytest
import xmlschema

from site_widgets.packages.manifest import FIRST_PAGE, MANIFEST, Course, Edition, manifest
from tests.packages.conftest import CHECK, LONG_STORY, STORY, files_of
from tests.packages.setup_schemas import SCHEMAS

FOLDERS = {Edition.SCORM_12: "scorm12edition", Edition.SCORM_2004: "scorm20044thedition"}
FILES = {
    Edition.SCORM_12: ("imscp_rootv1p1p2.xsd", "adlcp_rootv1p2.xsd"),
    Edition.SCORM_2004: ("imscp_v1p1.xsd", "adlcp_v1p3.xsd", "imsss_v1p0.xsd"),
}
# SCORM 1.2's own file for the names of XML itself is no schema by today's rules; the later edition's is.
FAULTY, SOUND = "ims_xml.xsd", "xml.xsd"
MASTERY = "{http://www.adlnet.org/xsd/adlcp_rootv1p2}masteryscore"
LEAST = "{http://www.imsglobal.org/xsd/imsss}minNormalizedMeasure"
BOTH = list(Edition)


@pytest.fixture(scope="module")
def schemas():
    """The published schema of each edition, read from this disk alone."""
    return {edition: schema(edition) for edition in BOTH}


def schema(edition):
    folder = (SCHEMAS / FOLDERS[edition]).resolve()
    sound = (SCHEMAS / FOLDERS[Edition.SCORM_2004] / SOUND).resolve().as_uri()
    imports = "".join(
        f'<xs:import namespace="{ElementTree.parse(folder / name).getroot().get("targetNamespace")}" schemaLocation="{name}"/>'
        for name in FILES[edition]
    )
    return xmlschema.XMLSchema(
        f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{imports}</xs:schema>',
        base_url=str(folder),
        allow="local",
        uri_mapper=lambda address: sound if address.endswith(FAULTY) else address,
    )


def made(edition, pass_percent=75):
    return manifest(edition, Course("one", "A title & more", pass_percent), [FIRST_PAGE, "a.css"]).decode()


@pytest.mark.parametrize("edition", BOTH)
@pytest.mark.parametrize("id_", [CHECK, STORY, LONG_STORY])
def test_the_published_schema_takes_it_and_it_names_each_file_once(built, schemas, edition, id_):
    files = files_of(built / edition / f"{id_}.zip")
    text = files[MANIFEST].decode()
    assert [str(error) for error in schemas[edition].iter_errors(text)] == []
    root = ElementTree.fromstring(text)
    named = [each.get("href") for each in root.iter() if each.tag.endswith("}file")]
    assert sorted(named) == sorted({*files} - {MANIFEST})
    (resource,) = [each for each in root.iter() if each.tag.endswith("}resource")]
    assert resource.get("href") == FIRST_PAGE
    assert [value for name, value in resource.attrib.items() if name.lower().endswith("}scormtype")] == ["sco"]


@pytest.mark.parametrize("edition", BOTH)
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('="sco"', '="scoo"'),
        ("organizations", "organisations"),
        (' identifierref="page"', ' identifierref="page" identifieref="page"'),
        ("<schema>ADL SCORM</schema>", "<schema>ADL SCORM</schema><schema>twice</schema>"),
    ],
)
def test_the_schemas_refuse_what_is_wrong(schemas, edition, old, new):
    text = made(edition)
    assert schemas[edition].is_valid(text)
    assert old in text
    assert not schemas[edition].is_valid(text.replace(old, new))


def test_the_pass_mark_is_the_one_in_the_data(built, bank):
    percent = bank.settings.pass_percent
    twelve = ElementTree.fromstring(files_of(built / Edition.SCORM_12 / f"{CHECK}.zip")[MANIFEST])
    assert [each.text for each in twelve.iter(MASTERY)] == [str(percent)]
    later = ElementTree.fromstring(files_of(built / Edition.SCORM_2004 / f"{CHECK}.zip")[MANIFEST])
    assert [float(each.text) for each in later.iter(LEAST)] == [percent / 100]


def test_a_story_has_no_mark(built):
    for edition in BOTH:
        root = ElementTree.fromstring(files_of(built / edition / f"{STORY}.zip")[MANIFEST])
        assert [*root.iter(MASTERY), *root.iter(LEAST)] == []


@pytest.mark.parametrize("edition", BOTH)
def test_each_package_has_an_identifier_of_its_own(built, edition):
    roots = [ElementTree.fromstring(files_of(path)[MANIFEST]) for path in sorted((built / edition).iterdir())]
    assert len({root.get("identifier") for root in roots}) == len(roots)
    version = {Edition.SCORM_12: "1.2", Edition.SCORM_2004: "2004 4th Edition"}[edition]
    assert all(version in [each.text for each in root.iter() if each.tag.endswith("}schemaversion")] for root in roots)
