"""What the page asks of the core. Text in, text out; nothing is kept and nothing is printed."""

import json

import cse_core

__export__ = ["assess", "changes", "check", "open_rules"]


def _problems(error):
    """The answer for a case that cannot be read: each problem, its place and what is allowed there."""
    found = [{"place": p.place, "problem": p.problem, "allowed": p.allowed} for p in error.problems]
    return json.dumps({"ok": False, "problems": found}, ensure_ascii=False)


def open_rules(instrument):
    """Read the page's instrument now, so that its first reading does not wait; the core's version.

    Without one, which is a page that uses several, read them all.
    """
    for id_ in [instrument] if instrument else cse_core.instrument_ids():
        cse_core.load_instrument(id_)
    return cse_core.__version__


def assess(case_json):
    """The assessment of a case: as data, as the exact JSON text, as HTML and as a title."""
    try:
        case = cse_core.read_case(case_json)
    except cse_core.CaseError as error:
        return _problems(error)
    assessment = cse_core.assess(case)
    text = cse_core.to_json(assessment)
    data = json.loads(text)
    html = cse_core.to_html(assessment, case)
    answer = {"ok": True, "assessment": data, "json": text, "html": html, "title": data["reading"]}
    return json.dumps(answer, ensure_ascii=False)


def changes(case_json):
    """What single answer would change the reading of a case, as HTML. Asked for after the reading, so as not to delay it."""
    try:
        case = cse_core.read_case(case_json)
    except cse_core.CaseError as error:
        return _problems(error)
    html = cse_core.changes_to_html(case, cse_core.what_would_change(case))
    return json.dumps({"ok": True, "html": html}, ensure_ascii=False)


def check(case_json):
    """The case with every field in its place, or what is wrong with it."""
    try:
        case = cse_core.read_case(case_json)
    except cse_core.CaseError as error:
        return _problems(error)
    return json.dumps({"ok": True, "case": cse_core.case_to_dict(case)}, ensure_ascii=False)
