"""The pipelines that ``sitegen init --ci`` writes: what they run, for GitHub and for GitLab. Pure.

Both check each change, say what is wrong beside its line, and build and publish the main branch
after each change and each night. A text that is wrong never holds up the others: the build ends
with status 1 and publishing goes on with what is sound.
"""

from dataclasses import dataclass

PATHS = {"github": ".github/workflows/situs-kim.yml", "gitlab": ".gitlab-ci.yml"}
"""Where each forge looks for its pipeline."""

_ACTIONS = {
    "checkout": "actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0",
    "python": "actions/setup-python@e797f83bcb11b83ae66e0230d6156d7c80228e7c # v6.0.0",
    "cache": "actions/cache@0400d5f644dc74513175e3cd8d07132dd4860809 # v4.2.4",
}
"""Pinned by commit, since a tag can be moved to other code."""
_HOURS = {"WIB": 7, "WITA": 8, "WIT": 9}


@dataclass(frozen=True, slots=True)
class Pipeline:
    """What a workspace needs of its pipeline.

    ``version`` is that of sitegen to install; ``zone`` is that of the province; ``git`` says that
    a target is a branch of the repository itself, which asks for leave to write.
    """

    version: str
    zone: str = "WIB"
    git: bool = False

    @property
    def night(self) -> str:
        """Five past midnight in the province's zone as a line of cron in UTC."""
        return f"5 {24 - _HOURS[self.zone]} * * *"


def github(pipeline: Pipeline) -> str:
    """Give the workflow for GitHub Actions (docs.github.com, workflow syntax)."""
    write = "\n    permissions:\n      contents: write" if pipeline.git else ""
    keep = "true" if pipeline.git else "false"
    return f"""\
# Ditulis oleh sitegen init --ci github. Boleh disunting.
# Rahasia tidak ditulis di sini: isi di Settings > Secrets and variables > Actions.
name: Situs KIM
on:
  push:
    branches: [main]
  pull_request:
  schedule:
    - cron: "{pipeline.night}"  # pukul 00.05 {pipeline.zone}: tulisan terjadwal tampil sendiri
  workflow_dispatch:
permissions:
  contents: read
jobs:
  periksa:
    if: github.event_name != 'schedule'
    runs-on: ubuntu-24.04
    timeout-minutes: 20
    steps:
      - uses: {_ACTIONS["checkout"]}
        with:
          persist-credentials: false
      - uses: {_ACTIONS["python"]}
        with:
          python-version: "3.12"
      - run: python -m pip install "sitegen=={pipeline.version}"
      - name: Periksa isi; temuan tampil di samping barisnya
        run: sitegen check --format github
  terbit:
    if: github.ref == 'refs/heads/main' && github.event_name != 'pull_request'
    runs-on: ubuntu-24.04
    timeout-minutes: 60
    concurrency:
      group: terbit{write}
    env:
      AWS_ACCESS_KEY_ID: ${{{{ secrets.AWS_ACCESS_KEY_ID }}}}
      AWS_SECRET_ACCESS_KEY: ${{{{ secrets.AWS_SECRET_ACCESS_KEY }}}}
    steps:
      - uses: {_ACTIONS["checkout"]}
        with:
          persist-credentials: {keep}
      - uses: {_ACTIONS["python"]}
        with:
          python-version: "3.12"
      - run: python -m pip install "sitegen=={pipeline.version}"
      - uses: {_ACTIONS["cache"]}
        with:
          path: |
            .sitegen
            output
            !.sitegen/cadangan
            !.sitegen/pratinjau
          key: sitegen-${{{{ github.run_id }}}}-${{{{ github.run_attempt }}}}
          restore-keys: sitegen-
      - name: Bangun; status 1 berarti ada tulisan yang keliru, yang lain tetap jadi
        run: sitegen build --precompress || test $? -eq 1
      - name: Siapkan kunci SSH, bila ada
        env:
          KUNCI_SSH: ${{{{ secrets.KUNCI_SSH }}}}
          PELADEN_DIKENAL: ${{{{ vars.PELADEN_DIKENAL }}}}
        run: |
          if [ -n "$KUNCI_SSH" ]; then
            install -m 700 -d ~/.ssh
            printf '%s\\n' "$PELADEN_DIKENAL" >> ~/.ssh/known_hosts
            (umask 077; printf '%s\\n' "$KUNCI_SSH" > ~/.ssh/id_ed25519)
          fi
      - name: Terbitkan yang berubah
        run: sitegen publish
"""


def gitlab(pipeline: Pipeline) -> str:
    """Give the pipeline for GitLab CI (docs.gitlab.com, CI/CD YAML reference)."""
    return f"""\
# Ditulis oleh sitegen init --ci gitlab. Boleh disunting.
# Rahasia tidak ditulis di sini: isi di Settings > CI/CD > Variables sebagai Masked dan Protected,
# misalnya AWS_ACCESS_KEY_ID dan AWS_SECRET_ACCESS_KEY, atau KUNCI_SSH dan PELADEN_DIKENAL.
# Terbit setiap malam: Build > Pipeline schedules > New schedule, interval "{pipeline.night}" (UTC)
# supaya berjalan pukul 00.05 {pipeline.zone} dan tulisan terjadwal tampil sendiri.
stages:
  - periksa
  - terbit

default:
  image: python:3.12-slim-bookworm
  before_script:
    - python -m pip install "sitegen=={pipeline.version}"

periksa:
  stage: periksa
  timeout: 20 minutes
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_PIPELINE_SOURCE == "push" && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  script:
    - sitegen check --format gitlab > temuan.json || status=$?
    - sitegen check || true
    - exit "${{status:-0}}"
  allow_failure: true
  artifacts:
    when: always
    expire_in: 1 week
    reports:
      codequality: temuan.json

terbit:
  stage: terbit
  timeout: 1 hour
  resource_group: terbit
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  cache:
    key: sitegen
    paths:
      - .sitegen/state*
      - .sitegen/memo
      - output
  script:
    - apt-get update -qq
    - apt-get install -y -qq --no-install-recommends git openssh-client rsync
    - sitegen build --precompress || test $? -eq 1
    - |
      if [ -n "$KUNCI_SSH" ]; then
        install -m 700 -d ~/.ssh
        printf '%s\\n' "$PELADEN_DIKENAL" >> ~/.ssh/known_hosts
        (umask 077; printf '%s\\n' "$KUNCI_SSH" > ~/.ssh/id_ed25519)
      fi
    - sitegen publish
"""


WRITERS = {"github": github, "gitlab": gitlab}
