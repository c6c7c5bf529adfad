# The work on this project, one word each. `make help` lists them.
#
# Everything runs in .venv, which is made where it is missing and installed again only when pyproject.toml or
# constraints.txt has changed. pip is used as the machine has it set up.

PYTHON ?= $(firstword $(foreach name,python3 python3.13 python3.12 python3.11,$(shell \
	$(name) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $(name))))
VENV := .venv
BIN := $(VENV)/bin
SET_UP := pyproject.toml constraints.txt
# hatchling, which builds the package, is held to the same versions: older and newer pips each ask for it in their way
INSTALL := PIP_CONSTRAINT=constraints.txt PIP_BUILD_CONSTRAINT=constraints.txt $(BIN)/python -m pip install --quiet

PLAN := plans/lanxi.docx
BASELINE := baselines/yl-elderly-2023.yaml

.DEFAULT_GOAL := help
.PHONY: help demo test lint types imports unit fuzz measure bench train samples pictures plans wheelhouse app constraints clean

help: ## list these words
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(VENV)/.user ## check a sample plan on the screen, with a json and a markdown report in reports/
	$(BIN)/duibiao check $(PLAN) -b $(BASELINE) -f terminal -f json -f markdown -o reports --fail-on never
	@echo 'checked $(PLAN) against $(BASELINE); the whole report: reports/report.md to read, reports/report.json for programs'

test: lint types imports unit ## everything that must hold: style, types, import direction, tests with coverage

lint: $(VENV)/.developer
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.developer
	$(BIN)/mypy

imports: $(VENV)/.developer
	PYTHONPATH=cli $(BIN)/lint-imports

unit: $(VENV)/.developer
	$(BIN)/python -m pytest -n auto --dist worksteal --cov --cov-report=term

COUNT ?= 20000
MINUTES ?= 30
SEED ?= 0
fuzz: $(VENV)/.developer ## read COUNT damaged documents of all formats, for MINUTES at most (SEED begins elsewhere)
	$(BIN)/python -m tests.hostile.fuzz --count $(COUNT) --minutes $(MINUTES) --seed $(SEED)

measure: $(VENV)/.developer ## how right the tool is on the labelled plans, beside other ways (WRITE=1 keeps the figures)
	$(BIN)/python -m tests.measure $(if $(WRITE),--write)

bench: $(VENV)/.developer ## how long runs, their parts and whole batches take, as ratios (PLANS=10000 for the largest)
	$(BIN)/python -m tests.measure.bench
	$(BIN)/python -m tests.benchmarks $(PLANS)

train: $(VENV)/.developer ## train the weights of the matching anew (WRITE=1 ships them)
	$(BIN)/python -m tests.training.train $(if $(WRITE),--write)

samples: $(VENV)/.developer ## remake reports/sample and what both READMEs quote, after a change in wording
	$(BIN)/python -m tests.remake

pictures: $(VENV)/.developer ## remake the pictures of both READMEs (wants chromium and Noto Sans Mono CJK SC)
	$(BIN)/python -m tests.pictures

plans: $(VENV)/.developer ## remake the sample plans from tests/samples/plans.md
	$(BIN)/python -m tests.samples.make

wheelhouse: $(VENV)/.developer ## zips in dist/ to install from without a network: Windows, Linux, macOS (ONLY=linux-x64)
	$(BIN)/python -m tests.packaging.wheelhouse $(addprefix --only ,$(ONLY))
	TRY_WHEELHOUSE=1 $(BIN)/python -m pytest tests/packaging -q

app: $(VENV)/.developer ## the tool as a single file in dist/, for the Python of .venv
	$(BIN)/python -m tests.packaging.app

constraints: ## remake constraints.txt with the newest versions that pip finds
	$(PYTHON) -m venv --clear build/constraints
	build/constraints/bin/python -m pip install --quiet -e '.[dev]'
	sed '/^#/!d' constraints.txt > build/constraints/new.txt
	build/constraints/bin/python -m pip freeze --exclude-editable >> build/constraints/new.txt
	mv build/constraints/new.txt constraints.txt
	rm -rf build/constraints

clean: ## remove .venv, caches and reports (samples and pictures stay)
	rm -rf $(VENV) build dist htmlcov .coverage .coverage.* .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	find reports -mindepth 1 -maxdepth 1 ! -name sample ! -name pictures ! -name README.md -exec rm -rf {} +

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed; name one: make PYTHON=/path/to/python3" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

# pip compiles what it installs, but not what it links to; without that every start would compile all of it again.
# a stamp is older than the files it answers for as soon as one of them is changed
$(VENV)/.user: $(SET_UP) | $(BIN)/python
	$(INSTALL) -e .
	@$(BIN)/python -m compileall -q cli
	@touch $@

$(VENV)/.developer: $(SET_UP) | $(BIN)/python
	$(INSTALL) -e '.[dev]'
	@$(BIN)/python -m compileall -q cli
	@touch $@ $(VENV)/.user
