"""``sitegen init --ci``: pipelines that the forges take, without secrets or needless rights."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from sitegen import __version__
from sitegen.automation.pipeline import PATHS, WRITERS, Pipeline
from sitegen.cli.group import COMMANDS
from tests.helpers import HANDEP, Province, differences, run, tree

SCHEMAS = {"github": "vendor.github-workflows", "gitlab": "vendor.gitlab-ci"}
PANEN = f"content/{HANDEP}/berita/2026-11-18-panen-raya.md"


def conforms(schema: str, file: Path) -> str:
    """Give what the schema that comes with check-jsonschema says against a file."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema]
    if schema.endswith("gitlab-ci"):
        command += ["--data-transform", "gitlab-ci"]
    done = subprocess.run([*command, str(file)], capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


@pytest.mark.parametrize("forge", WRITERS)
def test_an_existing_workspace_gets_only_the_pipeline(province: Province, forge: str) -> None:
    before = tree(province.root)
    done = run("init", ".", "--ci", forge, cwd=province.root)
    assert (done.returncode, done.stderr) == (0, "")
    assert PATHS[forge] in done.stdout
    assert "penerbitan" in done.stdout, "it has no target yet"
    assert differences(before, tree(province.root)) == [PATHS[forge]]
    assert conforms(SCHEMAS[forge], province.path(PATHS[forge])) == ""


def test_the_check_of_a_pipeline_can_fail(tmp_path: Path) -> None:
    for forge, schema in SCHEMAS.items():
        spoilt = WRITERS[forge](Pipeline("1")).replace("timeout", "waktu").replace("runs-on", "di")
        file = tmp_path / f"{forge}.yml"
        file.write_text(spoilt.replace("script:", "skrip:"))
        assert conforms(schema, file) != ""


@pytest.mark.parametrize("forge", WRITERS)
def test_a_pipeline_that_is_there_is_not_overwritten(province: Province, forge: str) -> None:
    province.write(PATHS[forge], "milik sendiri\n")
    before = tree(province.root)
    done = run("init", ".", "--ci", forge, cwd=province.root)
    assert done.returncode == 2
    assert "tidak ditimpa" in done.stderr
    assert tree(province.root) == before


def test_a_new_workspace_gets_it_too(tmp_path: Path) -> None:
    done = run("init", "baru", "--empty", "--ci", "gitlab", cwd=tmp_path)
    assert done.returncode == 0
    assert (tmp_path / "baru" / "content" / "provinsi.yml").is_file()
    assert (tmp_path / "baru" / PATHS["gitlab"]).is_file()


def jobs(forge: str, **given: Any) -> dict[str, Any]:
    """Give a pipeline as the forge reads it; YAML 1.1 takes the key ``on`` for true."""
    read: dict[str, Any] = yaml.safe_load(WRITERS[forge](Pipeline(__version__, **given)))
    return read


@pytest.mark.parametrize("forge", WRITERS)
def test_the_commands_exist_and_are_of_this_version(forge: str) -> None:
    text = WRITERS[forge](Pipeline(__version__))
    called = set(re.findall(r"^\s*(?:- |run: )+sitegen (\w+)", text, re.MULTILINE))
    assert called == {"check", "build", "publish"}
    assert called <= set(COMMANDS)
    assert f'"sitegen=={__version__}"' in text


@pytest.mark.parametrize(("zone", "hour"), [("WIB", 17), ("WITA", 16), ("WIT", 15)])
def test_the_night_is_the_province_s(zone: str, hour: int) -> None:
    workflow = jobs("github", zone=zone)
    assert workflow[True]["schedule"] == [{"cron": f"5 {hour} * * *"}]
    assert f'"5 {hour} * * *"' in WRITERS["gitlab"](Pipeline("1", zone))


def test_actions_are_pinned_and_may_do_no_more_than_needed() -> None:
    workflow = jobs("github")
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    used = [step["uses"] for step in steps if "uses" in step]
    assert len(used) == 5
    assert [
        action for action in used if not re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", action)
    ] == []
    assert workflow["permissions"] == {"contents": "read"}
    assert all("permissions" not in job for job in workflow["jobs"].values())
    branch = jobs("github", git=True)["jobs"]
    assert branch["terbit"]["permissions"] == {"contents": "write"}
    assert "permissions" not in branch["periksa"]


def test_a_change_by_a_stranger_meets_no_secret() -> None:
    workflow = jobs("github")["jobs"]
    assert "secrets." not in json.dumps(workflow["periksa"])
    assert "pull_request" in workflow["terbit"]["if"]
    assert "pull_request_target" not in WRITERS["github"](Pipeline("1"))


def test_gitlab_is_told_the_place(built: Province) -> None:
    built.replace(PANEN, "Rabu, 18 November 2026", "31-13-2026")
    done = run("check", "--date", "2026-11-24", "--format", "gitlab", cwd=built.root)
    report = json.loads(done.stdout)
    (error,) = [found for found in report if found["severity"] == "critical"]
    assert done.returncode == 1
    assert error["location"] == {"path": PANEN, "lines": {"begin": 3}}
    assert error["check_name"] == "tanggal"
    assert error["description"].startswith('"31-13-2026" bukan tanggal yang ada.')
    assert len({found["fingerprint"] for found in report}) == len(report)
    built.write(PANEN, built.read(PANEN).replace("---\n", "---\n# catatan\n", 1))
    moved = json.loads(run("check", "--format", "gitlab", cwd=built.root).stdout)
    assert error["fingerprint"] in {found["fingerprint"] for found in moved}
