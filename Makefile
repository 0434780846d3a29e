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
.PHONY: help site serve test lint locale docs bench privacy audit clean

help:
	@echo "make site    build the sample province into output/"
	@echo "make serve   preview it while you write"
	@echo "make test    lint, type check and run every test"
	@echo "make locale  gather messages and compile the catalogues"
	@echo "make privacy measure the privacy guard on its labelled examples"
	@echo "make audit   look at the sample as its readers meet it: axe, Lighthouse, links (needs Node, Java)"
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

locale: $(DEV_READY)
	@$(BIN)/python tools/update_catalogues.py

docs: $(READY)
	@$(BIN)/python tools/write_reference.py

audit: $(DEV_READY)
	@$(BIN)/python tools/audit.py

bench: $(READY)
	@$(BIN)/python benchmarks/build.py

privacy: $(DEV_READY)
	@$(BIN)/python tools/measure_privacy.py

clean:
	@rm -rf .venv .sitegen
	@find output -mindepth 1 -not -name .gitignore -delete
