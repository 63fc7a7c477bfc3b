# Each target does its own set-up in .venv; only Python 3.11 or newer and make are needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Compiling all that comes takes most of a minute; of it little is ever loaded, and that is compiled when it is.
PIP := $(BIN)/pip install --quiet --no-compile --disable-pip-version-check --constraint constraints.txt

.PHONY: run test test-everywhere faults coverage mutation check compiled bench clean

run: $(VENV)/.installed
	$(BIN)/socium migrate
	$(BIN)/socium run

test:
	$(MAKE) --no-print-directory --jobs=2 check compiled
	$(BIN)/python -m pytest

test-everywhere:
	$(MAKE) --no-print-directory --jobs=2 check compiled
	$(BIN)/python -m pytest --every-messenger

faults: $(VENV)/.installed-test
	$(BIN)/python -m pytest --numprocesses=0 --timeout=0 --long tests/faults tests/flows/test_*_machine.py

coverage: $(VENV)/.installed-test
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest --database sqlite --timeout 900
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report --fail-under 95

mutation: $(VENV)/.installed-mutation
	HYPOTHESIS_PROFILE=counting $(BIN)/mutmut run
	$(BIN)/mutmut results

check: $(VENV)/.installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Else each worker of the tests would compile what matching needs, for most of a minute.
compiled: $(VENV)/.installed-test
	$(BIN)/python -m tests.rules.matching.compiling

bench: $(VENV)/.installed-bench
	$(BIN)/python -m benchmarks

clean:
	rm -rf $(VENV) build mutants *.egg-info

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml constraints.txt
	$(PIP) --editable '.[matching]'
	touch $@

$(VENV)/.installed-test: $(VENV)/bin/python pyproject.toml constraints.txt
	$(PIP) --editable '.[test]'
	touch $@ $(VENV)/.installed

$(VENV)/.installed-bench: $(VENV)/bin/python pyproject.toml constraints.txt
	$(PIP) --editable '.[test,bench]'
	touch $@ $(VENV)/.installed-test $(VENV)/.installed

$(VENV)/.installed-mutation: $(VENV)/bin/python pyproject.toml constraints.txt
	$(PIP) --editable '.[mutation]'
	touch $@ $(VENV)/.installed-test $(VENV)/.installed
