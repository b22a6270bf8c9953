"""The JSON twins in the browser's copy of the core hold the same tables as the TOML beside them."""

import json
import tomllib
from zipfile import ZipFile

import pytest


@pytest.mark.parametrize(
    ("archive", "folders", "least"), [("core", ("sources", "instruments"), 7), ("paper", ("forms", "letters"), 12)]
)
def test_every_twin_says_what_its_toml_says(built_site, archive, folders, least):
    with ZipFile(built_site / f"assets/runtime/{archive}.zip") as core:
        names = set(core.namelist())
        tables = [name for name in names if name.startswith(tuple(f"cse_core/{folder}/" for folder in folders))]
        twins = [name for name in tables if name.endswith(".json")]
        assert {name.removesuffix("json") for name in twins} == {
            name.removesuffix("toml") for name in tables if name.endswith(".toml")
        }
        assert len(twins) >= least
        for name in twins:
            toml = core.read(name.removesuffix("json") + "toml").decode("utf-8")
            assert json.loads(core.read(name)) == tomllib.loads(toml), name
