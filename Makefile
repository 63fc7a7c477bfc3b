# Each target does its own set-up in .venv; only Python 3.11 or newer and make are needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt

.PHONY: run test test-everywhere faults check bench clean

run: $(VENV)/.installed
	$(BIN)/socium migrate
	$(BIN)/socium run

test: check
	$(BIN)/python -m pytest

test-everywhere: check
	$(BIN)/python -m pytest --every-messenger --database both

faults: $(VENV)/.installed-test
	$(BIN)/python -m pytest --numprocesses=0 --long tests/faults

check: $(VENV)/.installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.installed-bench
	$(BIN)/python -m benchmarks

clean:
	rm -rf $(VENV) build *.egg-info

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
