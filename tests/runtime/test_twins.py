"""The JSON twins in the browser's copy of the core hold the same tables as the TOML beside them."""

import json
import tomllib
from zipfile import ZipFile


def test_every_twin_says_what_its_toml_says(built_site):
    with ZipFile(built_site / "assets/runtime/core.zip") as core:
        names = set(core.namelist())
        tables = [name for name in names if name.startswith(("cse_core/sources/", "cse_core/instruments/"))]
        twins = [name for name in tables if name.endswith(".json")]
        assert {name.removesuffix("json") for name in twins} == {
            name.removesuffix("toml") for name in tables if name.endswith(".toml")
        }
        assert len(twins) >= 7
        for name in twins:
            toml = core.read(name.removesuffix("json") + "toml").decode("utf-8")
            assert json.loads(core.read(name)) == tomllib.loads(toml), name
