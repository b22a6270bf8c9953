"""Python in the page: it starts under the policy, fails in plain words, and can be tried again without a reload."""

import json
from datetime import date

import pytest

import cse_core
from site_widgets.build.serve import serving

# Any page of the site will do: the policy is the same, and this one does not start Python by itself.
PAGE = "about-you/"
START = """async () => {
    const { startPython } = await import(new URL("../assets/cse/python/start.js", location).href);
    window.stages = [];
    window.python = await startPython({ onStage: (stage) => window.stages.push(stage) });
    return true;
}"""
TRY = f"() => ({START})().then(() => 'started', (error) => error.message)"
CASE = {
    "schema": "cse-case/1",
    "instrument": "pan-bedfordshire",
    "assessed_on": date(2026, 1, 31).isoformat(),
    "child": {"age": 14},
}


@pytest.fixture(scope="module")
def address(request, built_site):
    base = getattr(request, "param", "/")
    with serving(built_site, base, compress=True, max_age=600) as address:
        yield address


@pytest.fixture
def page(chromium, address):
    context = chromium.new_context()
    page = context.new_page()
    page.said, page.asked = [], []
    page.on("console", lambda message: page.said.append(message.text))
    page.on("pageerror", lambda error: page.said.append(str(error)))
    page.on("request", lambda request: page.asked.append(request.url))
    page.goto(address + PAGE)
    yield page
    context.close()


def ask(page, function, text):
    return json.loads(page.evaluate(f"(text) => window.python.{function}(text)", text))


@pytest.mark.parametrize("address", ["/", "/some-repo/"], indirect=True)
def test_it_starts_and_answers_as_the_core_does(page, address):
    assert page.evaluate(START)
    assert [stage["stage"] for stage in page.evaluate("stages")][-3:] == ["start", "rules", "ready"]
    assert all(stage["text"] for stage in page.evaluate("stages"))

    case = cse_core.read_case(json.dumps(CASE))
    expected = cse_core.assess(case)
    answer = ask(page, "assess", json.dumps(CASE))
    assert answer["ok"] is True
    assert answer["json"] == cse_core.to_json(expected)
    assert answer["html"] == cse_core.to_html(expected, case)
    assert answer["title"] == answer["assessment"]["reading"]
    assert ask(page, "check", json.dumps(CASE)) == {"ok": True, "case": cse_core.case_to_dict(case)}

    refused = ask(page, "assess", json.dumps({**CASE, "child": {"age": 18}}))
    assert refused["ok"] is False
    assert refused["problems"][0]["place"] == "child.age"
    assert all(refused["problems"][0].values())

    assert page.said == []
    assert [url for url in page.asked if not url.startswith((address, "blob:"))] == []
    assert page.evaluate("async () => (await indexedDB.databases()).length") == 0
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.context.cookies() == []


def test_progress_counts_the_parts(page):
    page.evaluate(START)
    counted = [stage for stage in page.evaluate("stages") if stage["stage"] == "download"]
    assert [stage["done"] for stage in counted] == list(range(counted[0]["total"] + 1))


def test_one_worker_however_often_it_is_asked_for(page):
    workers = []
    page.on("worker", lambda worker: workers.append(worker))
    page.evaluate(f"async () => {{ await Promise.all([({START})(), ({START})()]); await ({START})(); }}")
    assert len(workers) == 1


@pytest.mark.parametrize(
    "part",
    ["pyscript/core.js", "pyscript/core-*.js", "pyodide.asm.wasm", "pyodide.asm.js", "python_stdlib.zip", "core.zip"],
)
def test_a_missing_part_is_said_plainly_and_can_be_tried_again(page, part):
    page.route(f"**/assets/runtime/{part}", lambda route: route.fulfill(status=404))
    message = page.evaluate(TRY)
    assert "try again" in message.lower()
    assert "Error" not in message
    page.unroute_all()
    assert page.evaluate(TRY) == "started"
    assert ask(page, "assess", json.dumps(CASE))["ok"] is True


def test_a_lost_connection_is_said_plainly_and_can_be_tried_again(page):
    # The script itself has arrived, as it has when a connection is lost half-way.
    page.evaluate("import(new URL('../assets/cse/python/start.js', location).href).then(() => true)")
    page.context.set_offline(True)
    assert "connection" in page.evaluate(TRY)
    page.context.set_offline(False)
    assert page.evaluate(TRY) == "started"


def test_webassembly_that_may_not_run_is_said_plainly(chromium, address):
    context = chromium.new_context()
    page = context.new_page()

    def without_wasm(route):
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace(" 'wasm-unsafe-eval'", ""))

    page.route(f"**/{PAGE}", without_wasm)
    page.goto(address + PAGE)
    assert "browser" in page.evaluate(TRY)
    context.close()


def test_a_start_that_takes_too_long_is_given_up_and_goes_on_when_asked_again(chromium, address):
    context = chromium.new_context()
    page = context.new_page()
    held, holding = [], True

    def hold(route):
        if holding:
            held.append(route)
        else:
            route.continue_()

    page.clock.install()
    page.goto(address + PAGE)
    page.route("**/assets/runtime/core.zip", hold)
    page.evaluate(f"() => {{ window.first = ({TRY})(); }}")
    page.wait_for_function("() => window.stages?.length > 3")
    page.clock.fast_forward(61_000)
    assert "longer than a minute" in page.evaluate("first")
    holding = False
    for route in held:
        route.continue_()
    assert page.evaluate(TRY) == "started"
    context.close()
