# The five commands one needs: make screen, make test, make lint, make fuzz, make bench.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: screen test lint fuzz soak bench peers test-all wheel-check editor-test clean

screen: $(STAMP)
	$(BIN)/otseula screen docs/examples/case.yaml

# On two processes; the tests of a file stay together, as they share what they load.
test: $(STAMP)
	$(BIN)/python -m pytest -n 2 --dist loadfile

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# The long run of the property tests: 100 000 random rule bases and cases through every engine.
fuzz: $(STAMP)
	$(BIN)/python -m tests.fuzz

# 100 000 lockstep screenings in one process: memory, threads, forks.
soak: $(STAMP)
	$(BIN)/python -m tests.soak

# Timings, as ratios taken in one interleaved run.
bench: $(STAMP)
	$(BIN)/python -m pytest tests/benchmarks --benchmark -s

# otseula beside other rules engines, in an environment of its own that holds them; with
# PEERS=--markdown the tables go into docs/performance.md.
peers: .venvs/peers/.installed
	.venvs/peers/bin/python -m tests.benchmarks.peers $(PEERS)

# The tests on every CPython from 3.11 on that this machine has.
test-all:
	bash tests/all_pythons.sh

# The wheel in an environment of its own, away from the checkout.
wheel-check:
	PYTHON="$(PYTHON)" bash tests/wheel_check.sh

# The YAML language server itself on shipped and broken files. Needs node and npm.
EDITOR_TESTS := tests/authoring/editor
editor-test: $(STAMP)
	npm ci --prefix $(EDITOR_TESTS) --no-fund --no-audit
	$(BIN)/python -m pytest $(EDITOR_TESTS)

$(STAMP): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "otseula needs Python 3.11 or newer: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable . --group dev
	$(BIN)/python -m compileall -q otseula
	$(BIN)/python -c "from otseula.screening.warm import refresh; refresh()"
	touch $@

.venvs/peers/.installed: pyproject.toml
	$(PYTHON) -m venv .venvs/peers
	.venvs/peers/bin/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	.venvs/peers/bin/python -m pip install --quiet --disable-pip-version-check --editable . --group peers --group test
	touch $@

clean:
	rm -rf $(VENV) .venvs dist build .pytest_cache .mypy_cache .ruff_cache tests/authoring/editor/node_modules
