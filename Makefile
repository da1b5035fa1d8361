# Communiqué. `make` lists what can be made.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.DEFAULT_GOAL := help
.PHONY: help extract test lint accuracy reading bench docs fuzz clean

help: ## List what can be made
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

extract: $(READY) ## Read the releases in data/raw and write their graphs to data/graph
	$(BIN)/communique extract data/raw -o data/graph

test: $(READY) ## Run the tests
	$(BIN)/python -m pytest

lint: $(READY) ## Check style, types and the floors of the house
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

GOLD ?= ../shared/gold
RELEASES ?= ../shared/releases
accuracy: $(READY) ## Measure against annotated releases (GOLD, RELEASES) and write docs/accuracy.md
	$(BIN)/communique extract $(RELEASES) -o build/accuracy >/dev/null
	$(BIN)/python tools/accuracy.py $(GOLD) build/accuracy docs/accuracy.md

reading: $(READY) ## Measure how releases are read (RELEASES) and write it into docs/accuracy.md
	$(BIN)/python tools/quality/measure.py $(RELEASES) docs/accuracy.md

docs: $(READY) ## Build the documentation into build/site
	rm -rf build/docs build/site
	mkdir -p build
	cp -r docs build/docs
	$(BIN)/python tools/reference.py build/docs/reference
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet

BULK ?= ../shared/bulk/releases.jsonl.gz
COUNTS ?= 100 1000 6144
bench: $(READY) ## Measure speed and memory on BULK and write docs/performance.md
	OPENBLAS_NUM_THREADS=1 $(BIN)/python tools/bench.py page $(BULK) docs/performance.md --counts $(COUNTS)

SECONDS ?= 600
fuzz: $(READY) ## Look for SECONDS for documents that break reading; what breaks it goes to build/fuzz
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt atheris
	$(BIN)/python -m tests.fuzz build/fuzz -max_total_time=$(SECONDS)

clean: ## Remove the environment, the graphs and what the tools leave behind
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find data/graph -mindepth 1 ! -name .gitkeep -delete

$(READY): pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check \
		--constraint constraints.txt --editable '.[dev]'
	touch $@
