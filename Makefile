# Two commands: `make site` builds the sample province, `make test` passes the tests.
PYTHON ?= python3
ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif
READY := .venv/.ready
DEV_READY := .venv/.ready-dev

.DEFAULT_GOAL := help
.PHONY: help site serve test endure fuzz mutants advisories lint locale docs bench bench-scale profile privacy audit clean

help:
	@echo "make site    build the sample province into output/"
	@echo "make serve   preview it while you write"
	@echo "make test    lint, type check and run every test"
	@echo "make locale  gather messages and compile the catalogues"
	@echo "make bench   compare with Hugo, Pelican, Eleventy (needs Node; QUICK=1 for a try)"
	@echo "make bench-scale  build for 96, 960 and 3,555 KIM (QUICK=1 for a try)"
	@echo "make profile show where the time of a build goes, by stage, template and site"
	@echo "make privacy measure the privacy guard on its labelled examples"
	@echo "make audit   look at the sample as its readers meet it: axe, Lighthouse, links (needs Node, Java)"
	@echo "make endure  thousands of edits, hundreds of kills, every fault of a disk (an hour or more)"
	@echo "make fuzz    hostile bytes for all that reads bytes (MINUTES=5 of each; Linux)"
	@echo "make mutants change the engine in a thousand ways and see whether its tests notice"
	@echo "make advisories  look for known holes in the libraries"
	@echo "make docs    write docs/rujukan.md from the declared content types"

$(READY): pyproject.toml tools/compile_catalogues.py $(wildcard sitegen/locale/*/LC_MESSAGES/*.po)
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $(READY)

$(DEV_READY): $(READY)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --group dev
	@touch $(DEV_READY)

site: $(READY)
	@$(BIN)/sitegen build

serve: $(READY)
	@$(BIN)/sitegen serve

lint: $(DEV_READY)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

test: lint
	@$(BIN)/python -m pytest

endure: $(DEV_READY)
	@$(BIN)/python tools/endure.py edits
	@$(BIN)/python tools/endure.py kills
	@$(BIN)/python tools/endure.py faults

MINUTES ?= 5
fuzz: $(DEV_READY)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --group fuzz
	@$(BIN)/python tools/fuzz.py --minutes $(MINUTES)

mutants: $(DEV_READY)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --group mutants
	@$(BIN)/mutmut run
	@$(BIN)/mutmut results

advisories: $(READY)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check pip-audit
	@$(BIN)/python -m pip_audit --local --skip-editable

locale: $(DEV_READY)
	@$(BIN)/python tools/update_catalogues.py

docs: $(READY)
	@$(BIN)/python tools/write_reference.py

audit: $(DEV_READY)
	@$(BIN)/python tools/audit.py

bench: $(READY)
	@$(BIN)/python benchmarks/compare.py $(if $(QUICK),--quick)

bench-scale: $(READY)
	@$(BIN)/python benchmarks/scale.py $(if $(QUICK),--quick)

profile: $(READY)
	@$(BIN)/python benchmarks/stages.py

privacy: $(DEV_READY)
	@$(BIN)/python tools/measure_privacy.py

clean:
	@rm -rf .venv .sitegen
	@find output -mindepth 1 -not -name .gitignore -delete
